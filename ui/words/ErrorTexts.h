// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"
#include "core/errors/WayOut.h"

#include <QDateTime>
#include <QString>

/// The words for an error: one exhaustive switch each, so that a new category cannot be forgotten.
namespace litedeck {

/// What went wrong, in a few words without a full stop: "Rate limit reached".
QString errorTitle(const Error &error);
/// What it means for the user, in a sentence or two.
QString errorExplanation(const Error &error);
/// What to do about it, and who can.
QString errorAdvice(const Error &error);
/// What stands on the button of a way out.
QString wayOutName(WayOut way);
/// When a queued message goes out, without a full stop: "Queued, goes out at 10:32".
QString queuedText(const QDateTime &due, const QDateTime &now);
/// Whose hands it is in: "You", "Your team's administrator".
QString handsName(Hands hands);
/// Title and cause in one line, for a notice under a turn.
QString errorSummary(const Error &error);
/// Title and advice in one or two sentences, for the place where data would stand.
QString errorInShort(const Error &error);
/// What is known of the effect of the request: "Nothing was charged."
QString outcomeText(Outcome outcome);
/// The same for a call, with what a look at the server found.
QString effectText(const Error &error);

} // namespace litedeck
