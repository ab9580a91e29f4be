# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Fails unless the newest release of CHANGELOG.md and of the AppStream metadata is VERSION; ROOT is
# the source directory.
function(check_newest file pattern)
    file(READ ${ROOT}/${file} text)
    string(REGEX MATCH "${pattern}" found "${text}")
    if(NOT CMAKE_MATCH_1 STREQUAL VERSION)
        message(SEND_ERROR "${file}: the newest release is \"${CMAKE_MATCH_1}\", not ${VERSION}")
    endif()
endfunction()

check_newest(CHANGELOG.md "\n## ([0-9.]+)")
check_newest(packaging/io.github.litedeck.Litedeck.metainfo.xml "<release version=\"([0-9.]+)\"")
