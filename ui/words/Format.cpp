// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/Format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct Format
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::Format)
};

constexpr qint64 SmallestShownNano = 500; // rounds to a micro-dollar

/// tr() takes an int, which only decides the plural.
int pluralOf(qint64 number)
{
    return int(std::clamp<qint64>(number, 0, std::numeric_limits<int>::max()));
}

bool isTiny(Usd amount)
{
    return amount.nano != 0 && std::abs(amount.nano) < SmallestShownNano;
}

/// An amount with so many decimals, or with those that it has, for none.
QString dollars(Usd amount, std::optional<int> decimals)
{
    QString plain = Usd{std::abs(amount.nano)}.toString();
    const qsizetype point = plain.indexOf(u'.');
    if (decimals)
        plain = plain.leftJustified(point + 1 + *decimals, u'0');
    const QLocale locale;
    const QString number = locale.toString(plain.left(point).toLongLong()) + locale.decimalPoint() +
                           plain.mid(point + 1);
    //: An amount of US dollars.
    const QString text = Format::tr("$%1").arg(number);
    return amount.nano < 0 ? u'\u2212' + text : text;
}

/// As many decimals as three digits that count take.
int decimalsOf(Usd amount)
{
    constexpr qint64 Cent = 10'000'000;
    const qint64 nano = std::abs(amount.nano);
    if (nano == 0 || nano >= 10 * Cent)
        return 2;
    if (nano >= Cent)
        return 4;
    return nano >= Cent / 10 ? 5 : 6;
}

/// The amount, rounded to so many decimals.
Usd rounded(Usd amount, int decimals)
{
    qint64 step = 1'000'000'000;
    for (int i = 0; i < decimals; ++i)
        step /= 10;
    const qint64 half = amount.nano < 0 ? -step / 2 : step / 2;
    return Usd{(amount.nano + half) / step * step};
}

QString byProvenance(Provenance provenance, const QString &text)
{
    switch (provenance) {
    case Provenance::Unknown:
        //: In place of a cost or a number of tokens that the server did not tell.
        return Format::tr("not reported");
    case Provenance::Estimated:
        //: %1 is an estimated amount, such as "$0.00420" or "1,234 tokens".
        return Format::tr("≈ %1").arg(text);
    case Provenance::Reported:
        return text;
    }
    Q_UNREACHABLE();
}

} // namespace

QString formatUsd(const Measured<Usd> &amount)
{
    if (amount.isKnown() && isTiny(amount.value))
        return Format::tr("less than %1").arg(dollars(Usd{1000}, {}));
    const int decimals = decimalsOf(amount.value);
    return byProvenance(amount.provenance, dollars(rounded(amount.value, decimals), decimals));
}

QString formatPrice(Usd price)
{
    return dollars(price, {});
}

QString formatCount(qint64 number)
{
    return QLocale().toString(number);
}

QString formatCount(const Measured<qint64> &number)
{
    return byProvenance(number.provenance, formatCount(number.value));
}

QString formatTokens(const Measured<qint64> &tokens)
{
    return byProvenance(tokens.provenance,
                        Format::tr("%Ln token(s)", nullptr, pluralOf(tokens.value)));
}

QString formatCredits(qint64 credits)
{
    return credits < 0 ? Format::tr("%1 credits").arg(formatSigned(credits))
                       : Format::tr("%Ln credit(s)", nullptr, pluralOf(credits));
}

QString formatSigned(qint64 number)
{
    if (number == 0)
        return formatCount(0);
    return (number > 0 ? u'+' : u'\u2212') + formatCount(std::abs(number));
}

QString formatDuration(Milliseconds duration)
{
    const qint64 ms = std::max<qint64>(0, duration.count());
    if (ms < 1000)
        return Format::tr("%1 ms").arg(ms);
    const qint64 tenths = (ms + 50) / 100;
    if (tenths < 600) {
        const int decimals = tenths % 10 == 0 ? 0 : 1;
        return Format::tr("%1 s").arg(QLocale().toString(double(tenths) / 10.0, 'f', decimals));
    }
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds < 3600)
        return Format::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    const qint64 minutes = seconds / 60;
    if (minutes < 24 * 60)
        return Format::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    return Format::tr("%1 d %2 h").arg(minutes / (24 * 60)).arg(minutes / 60 % 24);
}

QString formatAge(const QDateTime &then, const QDateTime &now)
{
    constexpr qint64 JustNow = 5;
    if (!then.isValid() || !now.isValid())
        return {};
    const qint64 seconds = then.secsTo(now);
    if (seconds < JustNow)
        return Format::tr("just now");
    if (seconds < 60)
        return Format::tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return Format::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 24 * 3600)
        return Format::tr("%1 h ago").arg(seconds / 3600);
    return Format::tr("%1 d ago").arg(seconds / (24 * 3600));
}

QString formatTime(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QLocale locale;
    return locale.toString(time.toLocalTime().date(), QLocale::ShortFormat) + u' ' +
           formatTimeOfDay(time);
}

QString formatTimeOfDay(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat)
                          : QString();
}

QString formatAsOf(const QDateTime &then, const QDateTime &now)
{
    if (!then.isValid())
        return {};
    //: %1 is a time of day, %2 how long ago that was, such as "2 min ago".
    return Format::tr("as of %1, %2").arg(formatTimeOfDay(then), formatAge(then, now));
}

QString shortId(const QString &id)
{
    constexpr qsizetype UuidLength = 36;
    return id.size() == UuidLength ? id.section(u'-', 0, 0) : id;
}

} // namespace litedeck
