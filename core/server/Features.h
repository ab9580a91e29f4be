// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace litedeck {

/// What only some servers can do. Pages leave out what theirs cannot.
struct Features
{
    bool jobs = false;    ///< Several calls can be one job.
    bool ledger = false;  ///< It keeps a ledger.
    bool history = false; ///< It tells what was spent day by day.

    friend bool operator==(const Features &, const Features &) = default;
};

} // namespace litedeck
