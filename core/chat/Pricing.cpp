// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Pricing.h"

#include "core/jobs/JobCostsBook.h"
#include "core/settings/EndpointMemory.h"
#include "core/team/LedgerHistory.h"
#include "core/team/TeamMonitor.h"

#include <cmath>
#include <utility>

namespace litedeck {

Pricing::Pricing(const Server &server, Clock &clock, const TeamMonitor &monitor,
                 LedgerHistory &ledger, const JobCostsBook &costs, const EndpointMemory &endpoints,
                 QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_ledger(ledger)
    , m_costs(costs)
    , m_endpoints(endpoints)
    , m_prices(server, clock)
{
    connect(&monitor, &TeamMonitor::changed, this, &Pricing::changed);
    connect(&ledger, &LedgerHistory::changed, this, &Pricing::onLedgerChanged);
    connect(&m_prices, &PriceList::changed, this, &Pricing::priced);
    connect(&m_prices, &PriceList::changed, this, &Pricing::changed);
}

ChargeRule Pricing::charges() const
{
    return m_monitor.account() ? m_monitor.account()->charges : ChargeRule();
}

MessagePrice Pricing::ofMessage(const ModelAlias &alias) const
{
    const ChargeRule rule = charges();
    QList<qint64> lately;
    for (const MessageCharge &charge : m_ledger.facts()->messages) {
        // The ledger does not name models; the costs that were read when a message ended do.
        const JobCosts *costs = m_costs.costs(charge.job);
        const bool isAlike = costs != nullptr && costs->calls.size() == 1 &&
                             costs->calls.constFirst().model == alias.value &&
                             (rule.kind == ChargeRule::Kind::Unknown || charge.rule == rule.kind);
        if (isAlike && lately.size() < MostCharges)
            lately += charge.credits;
    }
    return messagePrice(rule, model(alias),
                        m_endpoints.canStream(EndpointMemory::Stream::SingleCall), lately);
}

std::optional<qint64> Pricing::ofJob(const JobCosts &costs) const
{
    qint64 tokens = 0;
    for (const CallCost &call : costs.calls)
        tokens += call.promptTokens + call.completionTokens;
    return creditsFor(charges(), tokens, costs.total);
}

std::optional<qint64> Pricing::taken(const JobId &job) const
{
    const QHash<JobId, qint64> &byJob = m_ledger.facts()->byJob;
    const auto found = byJob.constFind(job);
    return found == byJob.cend() ? std::nullopt : std::optional(*found);
}

void Pricing::noteMessage()
{
    if (charges().kind != ChargeRule::Kind::PerJob)
        askLedger();
}

void Pricing::askLedger()
{
    m_asksAgain = m_ledger.isLoading();
    m_ledger.refresh();
}

void Pricing::onLedgerChanged()
{
    if (!m_ledger.isLoading() && std::exchange(m_asksAgain, false))
        m_ledger.refresh();
    emit changed();
}

Measured<Usd> estimatedCost(const TurnCost &cost, const std::optional<Model> &model)
{
    const bool arePriced =
        model && model->inputPrice.value_or(0) > 0 && model->outputPrice.value_or(0) > 0;
    if (!arePriced || !cost.promptTokens.isKnown() || !cost.completionTokens.isKnown())
        return {};
    // A dollar for a million tokens is a thousand nano-dollars each.
    const double nano =
        static_cast<double>(cost.promptTokens.value) * *model->inputPrice * 1e3 +
        static_cast<double>(cost.completionTokens.value) * *model->outputPrice * 1e3;
    return Measured<Usd>::estimated(Usd{std::llround(nano)});
}

} // namespace litedeck
