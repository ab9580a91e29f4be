// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace litedeck {

/// What is known of a request's effect on the server after an exchange ended.
enum class Outcome : quint8 {
    NotSent,   ///< No byte of the request left this machine; any verb may be sent again.
    Rejected,  ///< The server answered that it did not do it (nothing charged).
    Ambiguous, ///< Sent, but whether it ran is unknown; ask the server before sending again.
    Committed, ///< It ran; a charging call was charged or may be.
};

/// What a look at the server found of a call whose effect had been in doubt.
enum class CallFate : quint8 {
    NotFoundYet,  ///< No job of it so far; a proxy may still hold it, so the look is repeated.
    NeverRan,     ///< The server knows no job of it; it may be sent again.
    Uncharged,    ///< A job was made, and no credit was taken for it.
    Charged,      ///< It ran and was charged; the server keeps no text, so it cannot be had again.
    StillRunning, ///< The job was not over when the last look was made.
    Unknown,      ///< The server could not be asked, or does not know a call that ran.
};

} // namespace litedeck
