# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every target of Litedeck links litedeck_flags; nothing else sets compiler flags.
add_library(litedeck_flags INTERFACE)
target_compile_features(litedeck_flags INTERFACE cxx_std_20)
target_compile_definitions(litedeck_flags INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(litedeck_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Wcast-qual -Wextra-semi -Wundef -Wno-missing-field-initializers
    $<$<BOOL:${LITEDECK_WERROR}>:-Werror>)
if(LITEDECK_SANITIZE)
    target_compile_options(litedeck_flags INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(litedeck_flags INTERFACE -fsanitize=address,undefined)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
