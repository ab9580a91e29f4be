// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"

namespace litedeck {

/// What many categories have in common, for whoever treats these alike.
enum class ErrorFamily : quint8 {
    Other,
    TeamRefusal, ///< The team may not work at all for now.
    Capacity,    ///< Somebody has too much to do, or is down, for a while.
};

/// In whose hands a category is, and whether trying again can help, unless a rule knows better. The
/// one place that decides on each category.
struct Verdict
{
    Hands hands = Hands::Us;
    RetryVerdict retry = RetryVerdict::Manual;
    ErrorFamily family = ErrorFamily::Other;
};

/// The usual verdict on a category.
Verdict usualVerdict(ErrorCategory category);

/// Whether the team may not work at all for now: suspended, paused or out of credits.
bool isTeamRefusal(ErrorCategory category);

/// Whether somebody has too much to do, or is down, for a while.
bool isOfCapacity(ErrorCategory category);

/// Whether the gateway refuses the team's virtual key; a page before it says nothing of the key.
bool isKeyRefusal(const Error &error);

/// The error with what is known now; a call that cost nothing may be sent again.
Error withFate(Error error, CallFate fate);

/// What a final status means when nothing in the body says more; `fromProvider` when the body tells
/// that the provider behind the gateway answered so.
ErrorCategory categoryForStatus(int status, bool fromProvider);

} // namespace litedeck
