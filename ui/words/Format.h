// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Clock.h"

#include <QDateTime>
#include <QString>

/// How numbers and times are written, in the user's language and QLocale. Unknown numbers are said
/// to be unknown, never shown as zero.
namespace litedeck {

/// What something cost: "$0.00420", "≈ $0.00420", or "not reported". Below ten cents it has three
/// digits that count, so that small amounts can be compared, but at most six decimals, and a
/// smaller amount is "less than $0.000001".
QString formatUsd(const Measured<Usd> &amount);
/// A price or a limit that somebody set: "$0.60", "$0.001"; with as many decimals as it has.
QString formatPrice(Usd price);

/// A number alone, for columns: "1,234".
QString formatCount(qint64 number);
/// "1,234", "≈ 1,234", or "not reported".
QString formatCount(const Measured<qint64> &number);
/// "1,234 tokens", "≈ 1,234 tokens", or "not reported".
QString formatTokens(const Measured<qint64> &tokens);
/// "412 credits".
QString formatCredits(qint64 credits);
/// What was added or taken: "+500", "−1", "0".
QString formatSigned(qint64 number);

/// "840 ms", "4.2 s", "2 min 5 s", "3 h 12 min", "2 d 3 h"; whole seconds lose their decimal.
QString formatDuration(Milliseconds duration);
/// How long ago `then` was, in one unit: "just now", "42 s ago", "2 min ago", "5 h ago", "3 d ago";
/// empty for an invalid time.
QString formatAge(const QDateTime &then, const QDateTime &now);
/// Date and time of day, local: "22/11/2026 09:14"; empty for an invalid time.
QString formatTime(const QDateTime &time);
/// The time of day alone, local: "09:14"; empty for an invalid time.
QString formatTimeOfDay(const QDateTime &time);
/// Where a number comes from in time: "as of 09:14, 2 min ago"; empty for an invalid time.
QString formatAsOf(const QDateTime &then, const QDateTime &now);

/// The first block of a UUID, enough to recognise it: "7f0c1f6e"; shorter ids whole.
QString shortId(const QString &id);

} // namespace litedeck
