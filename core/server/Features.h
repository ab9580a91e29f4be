// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace litedeck {

/// What a server can do for the key that it is asked with. Pages leave out what it cannot.
struct Features
{
    bool inquiries = false; ///< What became of a call whose answer was lost can be found out.
    bool jobs = false;      ///< Several calls can be one job; then there is Server::jobClosing().
    bool ledger = false;    ///< It keeps a ledger; then there is Server::ledger().

    friend bool operator==(const Features &, const Features &) = default;
};

} // namespace litedeck
