// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/WayOut.h"

#include "core/errors/Verdict.h"

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
    const ErrorCategory category = error.category;
    if (category == Authentication)
        return {WayOut::ChangeKey};
    // What one model cannot do, or its provider, another one may.
    if (category == ModelNotAllowed || category == ModelNotFound ||
        category == ProviderAuthentication || category == ProviderNotConfigured ||
        category == ProviderQuotaExceeded)
        return {WayOut::ChooseModel};
    // What the provider refuses this gateway, it may not refuse of another model.
    if (category == PermissionDenied && error.hands == Hands::GatewayOperator && !error.isPage)
        return {WayOut::ChooseModel};
    if (category == ContextWindowExceeded)
        return QList<WayOut>{WayOut::ChooseLargerModel} + shorter(error);
    // In a conversation, the reason that nobody tells is mostly its length.
    if (category == RequestTooLarge || lacksReason(error))
        return shorter(error);
    // Time heals some of these, and others somebody has to lift first; the message need not wait
    // for its writer as well.
    const bool canWait =
        isOfCapacity(category) || isTeamRefusal(category) || error.verdict == RetryVerdict::Later;
    return canWait ? later(error) : QList<WayOut>();
}

} // namespace litedeck
