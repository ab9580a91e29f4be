// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/errors/Error.h"

#include <QLatin1StringView>

namespace litedeck {

// What enumerations are called on disk. The names never change, so that the enumerations may: a
// stored name that is not known (any more) reads as the most careful value.

QLatin1StringView storedName(TurnState state);
QLatin1StringView storedName(Billing billing);
QLatin1StringView storedName(ErrorCategory category);
QLatin1StringView storedName(Hands hands);
QLatin1StringView storedName(RetryVerdict verdict);
QLatin1StringView storedName(Outcome outcome);
QLatin1StringView storedName(CallFate fate);

TurnState turnStateFrom(QStringView name);         ///< Else Interrupted.
Billing billingFrom(QStringView name);             ///< Else PerMessage.
ErrorCategory errorCategoryFrom(QStringView name); ///< Else Unknown.
Hands handsFrom(QStringView name);                 ///< Else Us.
RetryVerdict retryVerdictFrom(QStringView name);   ///< Else Manual.
Outcome outcomeFrom(QStringView name);             ///< Else Ambiguous.
CallFate callFateFrom(QStringView name);           ///< Else Unknown.

} // namespace litedeck
