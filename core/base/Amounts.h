// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <utility>

namespace litedeck {

/// An amount of US dollars in whole nano-dollars, since a call can cost less than a micro-dollar
/// and sums of doubles drift.
struct Usd
{
    qint64 nano = 0;

    /// Rounds the server's JSON number to the nearest nano-dollar.
    static Usd fromDouble(double dollars);

    /// Dollars with at least two and at most six significant decimals, such as "0.0042" (no sign of
    /// the currency, point as the decimal mark).
    QString toString() const;

    Usd &operator+=(Usd other)
    {
        nano += other.nano;
        return *this;
    }
    friend Usd operator+(Usd a, Usd b) { return a += b; }
    // NOLINTNEXTLINE(modernize-use-nullptr): it takes the 0 of a rewritten "<" for a pointer
    friend auto operator<=>(const Usd &, const Usd &) = default;
};

/// How a number came to be known; the three are shown differently (never "$0.00" for unknown).
enum class Provenance : quint8 { Unknown, Estimated, Reported };

/// A number together with how it came to be known.
template <typename T>
struct Measured
{
    T value{};
    Provenance provenance = Provenance::Unknown;

    static Measured reported(T v) { return {std::move(v), Provenance::Reported}; }
    static Measured estimated(T v) { return {std::move(v), Provenance::Estimated}; }

    bool isKnown() const { return provenance != Provenance::Unknown; }
    friend bool operator==(const Measured &, const Measured &) = default;
};

} // namespace litedeck
