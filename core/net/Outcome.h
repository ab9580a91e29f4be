// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace litedeck {

/// How an exchange on the wire ended, apart from its status.
enum class WireEnd : quint8 {
    Complete, ///< The reply arrived whole, by its own end mark or the connection's.
    ConnectionRefused,
    HostNotFound,
    ProxyUnreachable,    ///< The proxy on the way could not be reached, or refused.
    ProxyAuthentication, ///< The proxy on the way wants a user name and a password.
    TlsFailed,
    ConnectTimeout,   ///< No connection within the connect limit.
    FirstByteTimeout, ///< Connected and sent, but no answer began.
    IdleTimeout,      ///< The answer stopped coming.
    TotalTimeout,     ///< The overall limit passed.
    Cut,              ///< The other side closed or broke the connection before the reply's end.
    NetworkLost,      ///< The same, by this machine's own network.
    RedirectRefused,
    TooLarge, ///< The reply passed the bound on its size.
    Protocol, ///< Not a valid HTTP reply.
    Cancelled,
};

/// What is known of a request's effect on the server after an exchange ended.
enum class Outcome : quint8 {
    NotSent,   ///< No byte of the request left this machine; any verb may be sent again.
    Rejected,  ///< The server answered that it did not do it (nothing charged).
    Ambiguous, ///< Sent, but whether it ran is unknown; ask the server before sending again.
    Committed, ///< It ran; a charging call was charged or may be.
};

} // namespace litedeck
