// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/WayOut.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QList<WayOut> shorter(const Error &error)
{
    return error.earlierMessages > 0 ? QList<WayOut>{WayOut::SendShorter} : QList<WayOut>();
}

/// What nobody can tell to have run must not be sent by a clock.
QList<WayOut> later(const Error &error)
{
    const bool isSafe = error.outcome == Outcome::NotSent || error.outcome == Outcome::Rejected ||
                        error.fate == CallFate::NeverRan;
    return isSafe ? QList<WayOut>{WayOut::Queue} : QList<WayOut>();
}

} // namespace

bool lacksReason(const Error &error)
{
    return error.category == ErrorCategory::BadRequest && error.innerStatus == 400 &&
           error.message.startsWith("Client error '400"_L1);
}

QList<WayOut> waysOut(const Error &error)
{
    using enum ErrorCategory;
    switch (error.category) {
    case Authentication:
        return {WayOut::ChangeKey};
    // What one model cannot do, or its provider, another one may.
    case ModelNotAllowed:
    case ModelNotFound:
    case ProviderAuthentication:
    case ProviderNotConfigured:
    case ProviderQuotaExceeded:
        return {WayOut::ChooseModel};
    // What the provider refuses this gateway, it may not refuse of another model.
    case PermissionDenied:
        return error.hands == Hands::GatewayOperator && !error.isPage
                   ? QList<WayOut>{WayOut::ChooseModel}
                   : QList<WayOut>();
    // Time heals these.
    case RateLimited:
    case Overloaded:
    case ServiceUnavailable:
        return later(error);
    // Somebody has to lift these first; the message need not wait for its writer as well.
    case TeamSuspended:
    case TeamPaused:
    case InsufficientCredits:
        return later(error);
    case ContextWindowExceeded:
        return QList<WayOut>{WayOut::ChooseLargerModel} + shorter(error);
    case RequestTooLarge:
        return shorter(error);
    // In a conversation, the reason that nobody tells is mostly its length.
    case BadRequest:
        return lacksReason(error) ? shorter(error) : QList<WayOut>();
    case ConnectionFailed:
    case TlsFailed:
    case Timeout:
    case StreamInterrupted:
    case MalformedReply:
    case RedirectRefused:
    case CircuitOpen:
    case Cancelled:
    case ValidationFailed:
    case NotFound:
    case JobNotFound:
    case ContentPolicyViolation:
    case BudgetExceeded:
    case InternalServerError:
    case EndpointUnsupported:
    case Unknown:
        return error.verdict == RetryVerdict::Later ? later(error) : QList<WayOut>();
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
