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
qint64 creditsForCost(const Balance &account, Usd cost)
{
    constexpr qint64 Whole = 100 * Hundredths;
    const qint64 nano = cost.nano / Whole * (Whole + hundredthsOf(account.costMarkup)) +
                        cost.nano % Whole * (Whole + hundredthsOf(account.costMarkup)) / Whole;
    const qint64 micro = (nano + NanoPerMicro / 2) / NanoPerMicro;
    return micro * hundredthsOf(account.creditsPerDollar) / (MicroPerDollar * Hundredths);
}

MessagePrice priceByRule(const std::optional<Balance> &account, const std::optional<Model> &model,
                         bool isStreamed)
{
    switch (account ? account->mode : BudgetMode::Unknown) {
    case BudgetMode::JobBased:
    case BudgetMode::ConsumptionUsd:
        return {.rule = MessagePrice::Rule::Flat, .credits = LeastCredits};
    case BudgetMode::ConsumptionTokens: {
        const bool tellsTokens = model && model->provider.startsWith("fireworks"_L1);
        if (!isStreamed || tellsTokens)
            return {.rule = MessagePrice::Rule::BySize};
        return {.rule = MessagePrice::Rule::Flat, .credits = LeastCredits};
    }
    case BudgetMode::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<qint64> creditsFor(const Balance &account, qint64 tokens,
                                 const std::optional<Usd> &cost)
{
    switch (account.mode) {
    case BudgetMode::JobBased:
        return LeastCredits;
    case BudgetMode::ConsumptionUsd:
        if (!cost)
            return std::nullopt;
        return std::max(creditsForCost(account, *cost), LeastCredits);
    case BudgetMode::ConsumptionTokens:
        if (account.tokensPerCredit <= 0)
            return std::nullopt;
        return std::max(tokens / account.tokensPerCredit, LeastCredits);
    case BudgetMode::Unknown:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

MessagePrice messagePrice(const std::optional<Balance> &account, const std::optional<Model> &model,
                          bool isStreamed, const QList<qint64> &lately)
{
    const MessagePrice byRule = priceByRule(account, model, isStreamed);
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
