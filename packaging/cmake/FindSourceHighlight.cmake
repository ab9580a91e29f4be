# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later

# GNU source-highlight, which brings no CMake package of its own.
find_path(SourceHighlight_INCLUDE_DIR srchilite/sourcehighlighter.h)
find_library(SourceHighlight_LIBRARY source-highlight)
mark_as_advanced(SourceHighlight_INCLUDE_DIR SourceHighlight_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(SourceHighlight
    REQUIRED_VARS SourceHighlight_LIBRARY SourceHighlight_INCLUDE_DIR)

if(SourceHighlight_FOUND AND NOT TARGET SourceHighlight::SourceHighlight)
    add_library(SourceHighlight::SourceHighlight UNKNOWN IMPORTED)
    set_target_properties(SourceHighlight::SourceHighlight PROPERTIES
        IMPORTED_LOCATION ${SourceHighlight_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${SourceHighlight_INCLUDE_DIR})
endif()
