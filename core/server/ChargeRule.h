// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace litedeck {

/// What a reply takes from the account. Rates are as the server tells them.
struct ChargeRule
{
    enum class Kind : quint8 {
        Unknown,  ///< The server did not say.
        PerJob,   ///< A credit for each completed job.
        ByCost,   ///< Credits for what the model costs.
        ByTokens, ///< Credits for tokens.
        Dollars,  ///< What the model costs, as it is.
    };

    Kind kind = Kind::Unknown;
    double creditsPerDollar = 0; ///< With Kind::ByCost.
    double markup = 0; ///< Percent on top of what a model costs, before credits are counted.
    qint64 tokensPerCredit = 0; ///< With Kind::ByTokens.

    /// Whether credits are taken, by a rule that is known.
    bool takesCredits() const { return kind != Kind::Unknown && kind != Kind::Dollars; }

    friend bool operator==(const ChargeRule &, const ChargeRule &) = default;
};

} // namespace litedeck
