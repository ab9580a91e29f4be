# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The kind of library that core, ui and app are. A hundred test programs that each hold a copy of all
# of them fill a disk; what is installed is one program.
if(LITEDECK_SHARED)
    set(LITEDECK_LIBRARIES SHARED)
else()
    set(LITEDECK_LIBRARIES STATIC)
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ${LITEDECK_SHARED})

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
    # -g1 is all that a stack trace needs, and links in half the time.
    target_compile_options(litedeck_flags INTERFACE -g1
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(litedeck_flags INTERFACE -fsanitize=address,undefined)
endif()

if(LITEDECK_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "LITEDECK_FUZZ needs clang")
    endif()
    # Without it here the fuzzer would see none of the branches of the core.
    target_compile_options(litedeck_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined
        -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(litedeck_flags INTERFACE -fsanitize=address,undefined)
endif()

# A hundred test programs are linked in each build; gold takes two thirds of the time.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold LITEDECK_HAS_GOLD)
if(LITEDECK_HAS_GOLD)
    target_link_options(litedeck_flags INTERFACE $<$<CONFIG:Debug>:-fuse-ld=gold>)
endif()

# litedeck_precompile(<target> <header>...): halves the time of a build, where LITEDECK_PCH asks for
# it. The other builds prove that each file includes what it uses.
function(litedeck_precompile target)
    if(LITEDECK_PCH)
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
