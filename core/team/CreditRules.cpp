// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/CreditRules.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr qint64 LeastCredits = 1;
/// The server keeps rates and percentages with two decimals.
constexpr qint64 Hundredths = 100;
constexpr qint64 NanoPerMicro = 1'000;
constexpr qint64 MicroPerDollar = 1'000'000;

qint64 hundredthsOf(double rate)
{
    return std::llround(rate * Hundredths);
}

/// Whole credits for a cost, in integers, so that nothing is rounded the wrong way.
qint64 creditsForCost(const ChargeRule &charges, Usd cost)
{
    constexpr qint64 Whole = 100 * Hundredths;
    const qint64 nano = cost.nano / Whole * (Whole + hundredthsOf(charges.markup)) +
                        cost.nano % Whole * (Whole + hundredthsOf(charges.markup)) / Whole;
    const qint64 micro = (nano + NanoPerMicro / 2) / NanoPerMicro;
    return micro * hundredthsOf(charges.creditsPerDollar) / (MicroPerDollar * Hundredths);
}

MessagePrice priceByRule(const ChargeRule &charges, const std::optional<Model> &model,
                         bool isStreamed)
{
    switch (charges.kind) {
    case ChargeRule::Kind::PerJob:
    case ChargeRule::Kind::ByCost:
        return {.rule = MessagePrice::Rule::Flat, .credits = LeastCredits};
    case ChargeRule::Kind::ByTokens: {
        const bool tellsTokens = model && model->provider.startsWith("fireworks"_L1);
        if (!isStreamed || tellsTokens)
            return {.rule = MessagePrice::Rule::BySize};
        return {.rule = MessagePrice::Rule::Flat, .credits = LeastCredits};
    }
    case ChargeRule::Kind::Dollars:
    case ChargeRule::Kind::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<qint64> creditsFor(const ChargeRule &charges, qint64 tokens,
                                 const std::optional<Usd> &cost)
{
    switch (charges.kind) {
    case ChargeRule::Kind::PerJob:
        return LeastCredits;
    case ChargeRule::Kind::ByCost:
        if (!cost)
            return std::nullopt;
        return std::max(creditsForCost(charges, *cost), LeastCredits);
    case ChargeRule::Kind::ByTokens:
        if (charges.tokensPerCredit <= 0)
            return std::nullopt;
        return std::max(tokens / charges.tokensPerCredit, LeastCredits);
    case ChargeRule::Kind::Dollars:
    case ChargeRule::Kind::Unknown:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

MessagePrice messagePrice(const ChargeRule &charges, const std::optional<Model> &model,
                          bool isStreamed, const QList<qint64> &lately)
{
    const MessagePrice byRule = priceByRule(charges, model, isStreamed);
    // Small messages that took the least each say nothing about a large one.
    if (byRule.rule == MessagePrice::Rule::BySize || lately.size() < MessagePrice::LeastCharges)
        return byRule;
    const bool agree = std::all_of(lately.cbegin(), lately.cend(),
                                   [&lately](qint64 credits) { return credits == lately.first(); });
    if (agree)
        return {.rule = MessagePrice::Rule::Flat, .credits = lately.first(), .isLearned = true};
    if (byRule.rule == MessagePrice::Rule::Unknown)
        return byRule;
    return {.rule = MessagePrice::Rule::BySize};
}

} // namespace litedeck
