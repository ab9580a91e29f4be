// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Amounts.h"

#include <algorithm>
#include <cmath>

namespace litedeck {

namespace {
constexpr qint64 NanoPerDollar = 1'000'000'000;
constexpr double LargestDollars = 9.0e9; // fits the nano-dollars of a qint64
} // namespace

Usd Usd::fromDouble(double dollars)
{
    if (!std::isfinite(dollars))
        return {};
    return {std::llround(std::clamp(dollars, -LargestDollars, LargestDollars) * NanoPerDollar)};
}

QString Usd::toString() const
{
    const quint64 magnitude =
        nano < 0 ? 0 - static_cast<quint64>(nano) : static_cast<quint64>(nano);
    const quint64 micro = (magnitude + 500) / 1000;
    QString digits = QString::number(micro % 1'000'000).rightJustified(6, u'0');
    while (digits.size() > 2 && digits.endsWith(u'0'))
        digits.chop(1);
    const QString sign = nano < 0 && micro > 0 ? QStringLiteral("-") : QString();
    return sign + QString::number(micro / 1'000'000) + u'.' + digits;
}

} // namespace litedeck
