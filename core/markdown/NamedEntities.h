// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace litedeck {

/// HTML's named entities that end with a semicolon. Each entry is a name and the code points that
/// it stands for in hexadecimal, such as "lt=3c" or "bne=3d+20e5"; blanks stand between the
/// entries, which are sorted. From https://html.spec.whatwg.org/entities.json.
extern const char *const NamedEntities;

} // namespace litedeck
