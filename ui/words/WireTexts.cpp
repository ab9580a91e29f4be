// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/WireTexts.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Whether the call asked for a reply in one piece, for which the server is silent to its end.
bool wasWholeReply(const Error &error)
{
    return error.requestLine.endsWith("/create-and-call"_L1) ||
           error.requestLine.endsWith("/llm-call"_L1);
}

bool wantsProxyPassword(const Error &error)
{
    return error.category == ErrorCategory::ConnectionFailed &&
           (error.httpStatus == 407 ||
            (!error.proxy.isEmpty() && error.verdict == RetryVerdict::Manual));
}

/// Whether a gateway or a proxy told of it; otherwise it happened on our own line.
bool wasTold(const Error &error)
{
    return error.httpStatus >= 400 || error.innerStatus >= 400 ||
           (error.httpStatus == 200 && !error.message.isEmpty());
}

} // namespace

QString WireTexts::titleOfPage(const Error &error)
{
    if (!error.isPage)
        return {};
    if (error.category == ErrorCategory::MalformedReply)
        return tr("A page came instead of the gateway's answer");
    const bool isRefusal = error.category == ErrorCategory::PermissionDenied ||
                           error.category == ErrorCategory::Authentication ||
                           error.category == ErrorCategory::InsufficientCredits;
    return isRefusal ? tr("A firewall or proxy refused the request") : QString();
}

QString WireTexts::connectionTitle(const Error &error)
{
    if (wantsProxyPassword(error))
        return tr("The proxy wants a user name and password");
    if (!error.proxy.isEmpty())
        return tr("The proxy cannot be reached");
    if (error.hands != Hands::GatewayOperator && error.hands != Hands::Provider)
        return tr("No connection");
    return wasTold(error) ? tr("The gateway lost its connection to the provider")
                          : tr("The server closed the connection");
}

QString WireTexts::connectionAdvice(const Error &error)
{
    if (wantsProxyPassword(error))
        return tr("Ask whoever runs your network. Litedeck takes the proxy, with user name "
                  "and password, from the variables http_proxy and https_proxy.");
    if (!error.proxy.isEmpty())
        return tr("Check the network, or ask whoever runs the proxy.");
    if (error.hands != Hands::GatewayOperator && error.hands != Hands::Provider)
        return tr("Check the network and the server's address.");
    return wasTold(error)
               ? tr("Your own network is not to blame. Try again, or choose another model; "
                    "if it keeps failing, tell the gateway's operator.")
               : tr("Whatever answers at this address took the request and hung up: a "
                    "gateway that restarts, or something before it. Try again; if it keeps "
                    "failing, check the address or tell the gateway's operator.");
}

QString WireTexts::timeoutAdvice(const Error &error)
{
    if (error.silence)
        return tr("What had arrived is kept, and Continue goes on from there in a new call.");
    if (error.httpStatus == 0 && error.hands == Hands::Network)
        return tr("Check the network and the server's address.");
    if (wasTold(error))
        return tr("The gateway, or a proxy before it, gave up waiting. Try again; a shorter "
                  "question or another model may answer sooner.");
    if (wasWholeReply(error))
        return tr("A reply in one piece is waited for only so long, which is a setting; "
                  "streaming lets a long one arrive bit by bit. Try again; a shorter "
                  "question or another model may answer sooner.");
    return tr("Try again; a shorter question or another model may answer sooner.");
}

QString WireTexts::interruptionAdvice(const Error &error)
{
    if (!error.hadText)
        return tr("What had arrived is kept, and Continue goes on from there in a new call. "
                  "If nothing had arrived, ask again.");
    return *error.hadText ? tr("What had arrived is kept, and Continue goes on from there in a new "
                               "call.")
                          : tr("Nothing had arrived. Ask again.");
}

} // namespace litedeck
