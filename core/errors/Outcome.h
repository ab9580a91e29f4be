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

} // namespace litedeck
