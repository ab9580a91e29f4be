// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/ErrorText.h"

#include "core/base/Utc.h"
#include "core/net/Http.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double MaxSeconds = 31.0 * 24 * 3600;

std::optional<Milliseconds> fromSeconds(double seconds)
{
    if (!(seconds >= 0))
        return std::nullopt;
    return Milliseconds(qRound64(std::min(seconds, MaxSeconds) * 1000));
}

QDateTime parseDate(const QByteArray &text)
{
    // Qt reads the zone of an HTTP date only as a number.
    QString date = QString::fromLatin1(text.trimmed());
    date.replace("GMT"_L1, "+0000"_L1);
    return QDateTime::fromString(date, Qt::RFC2822Date);
}

std::optional<Milliseconds> fromDate(const HttpResult &result, const QDateTime &when)
{
    const QDateTime theirs = parseDate(result.header("date"));
    const QDateTime now = theirs.isValid() ? theirs : result.endedAt;
    if (!when.isValid() || !now.isValid())
        return std::nullopt;
    return fromSeconds(std::max(0.0, static_cast<double>(now.msecsTo(when)) / 1000.0));
}

std::optional<Milliseconds> fromHeader(const HttpResult &result, const QByteArray &name,
                                       double unit)
{
    const QByteArray value = result.header(name).trimmed();
    if (value.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber ? fromSeconds(number * unit) : fromDate(result, parseDate(value));
}

// "1h2m3.5s", "7m12s", "34s", "250ms", "5 seconds", "2 minutes".
std::optional<Milliseconds> parseSpan(const QString &text)
{
    static const QRegularExpression part(
        uR"((\d{1,9}(?:\.\d{1,20})?) ?)"
        uR"((milliseconds?|ms|days?|d|hours?|h|minutes?|min|m|seconds?|secs?|s)(?![a-z]))"_s);
    double seconds = 0;
    auto parts = part.globalMatch(text);
    if (!parts.hasNext())
        return std::nullopt;
    while (parts.hasNext()) {
        const auto match = parts.next();
        const QStringView unit = match.capturedView(2);
        double scale = 1;
        if (unit.startsWith(u"mil") || unit == u"ms")
            scale = 0.001;
        else if (unit.startsWith(u'm'))
            scale = 60;
        else if (unit.startsWith(u'h'))
            scale = 3600;
        else if (unit.startsWith(u'd'))
            scale = 24 * 3600;
        seconds += match.capturedView(1).toDouble() * scale;
    }
    return fromSeconds(seconds);
}

std::optional<Milliseconds> fromText(const HttpResult &result, const ErrorText &text)
{
    static const QRegularExpression span(
        uR"((?:(?:try again|retry|resets?|available again|wait)(?: after| in| for)?|retrydelay:) ?~?)"
        uR"(((?:\d{1,9}(?:\.\d{1,20})? ?)"
        uR"((?:milliseconds?|ms|days?|d|hours?|h|minutes?|min|m|seconds?|secs?|s)(?![a-z])[ ,]?){1,5}))"_s);
    if (const auto match = span.match(text.plainLower); match.hasMatch())
        return parseSpan(match.captured(1));
    static const QRegularExpression bare(
        uR"((?:retry_after(?:_seconds)?|estimated_time): ?(\d{1,9}(?:\.\d{1,20})?)(?![\d.]))"_s);
    if (const auto match = bare.match(text.plainLower); match.hasMatch())
        return fromSeconds(match.capturedView(1).toDouble());
    static const QRegularExpression moment(
        uR"(resets? at:? (\d{4}-\d\d-\d\d)[ t](\d\d:\d\d:\d\d))"_s);
    if (const auto match = moment.match(text.plainLower); match.hasMatch()) {
        return fromDate(result, QDateTime(QDate::fromString(match.captured(1), Qt::ISODate),
                                          QTime::fromString(match.captured(2), Qt::ISODate), Utc));
    }
    return std::nullopt;
}

} // namespace

std::optional<Milliseconds> retryAfter(const HttpResult &result, const ErrorText &text)
{
    if (const auto wait = fromHeader(result, "retry-after-ms", 0.001))
        return wait;
    static constexpr std::array Names = {"retry-after", "llm_provider-retry-after"};
    for (const char *name : Names) {
        if (const auto wait = fromHeader(result, name, 1))
            return wait;
    }
    return fromText(result, text);
}

} // namespace litedeck
