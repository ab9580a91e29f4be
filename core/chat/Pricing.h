// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/PriceList.h"
#include "core/conversation/Conversation.h"
#include "core/team/CreditRules.h"

#include <QObject>

namespace litedeck {

class EndpointMemory;
class JobCostsBook;
class LedgerHistory;
class TeamMonitor;
struct JobCosts;

/// What messages, replies and jobs of chats cost the team, as far as it can be told: by the prices
/// of the models, by how the server charges the team, and by what the ledger says it took.
///
/// changed() whenever one of these is better known. The ledger is asked for when a message was
/// charged, but only while its price is not sure, and when a job was finished.
class Pricing : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pricing)

public:
    /// So many of the newest messages with a model are looked at.
    static constexpr qsizetype MostCharges = 5;

    /// All outlive the pricing.
    Pricing(const Server &server, Clock &clock, const TeamMonitor &monitor, LedgerHistory &ledger,
            const JobCostsBook &costs, const EndpointMemory &endpoints, QObject *parent = nullptr);

    /// How the server charges the team; unknown until it has told.
    ChargeRule charges() const;
    /// Asks the server for the model's prices, unless they are known.
    void ask(const ModelAlias &alias) { m_prices.ask(alias); }
    std::optional<Model> model(const ModelAlias &alias) const { return m_prices.model(alias); }
    /// What a message with this model costs that is a job of its own.
    MessagePrice ofMessage(const ModelAlias &alias) const;
    /// What finishing a job takes whose calls came to this; empty when it cannot be told.
    std::optional<qint64> ofJob(const JobCosts &costs) const;
    /// What a job took; empty when the ledger does not know.
    std::optional<qint64> taken(const JobId &job) const;

    /// Credits were taken for a message.
    void noteMessage();
    /// A job was finished: what it took is asked for.
    void noteFinished() { askLedger(); }

signals:
    void changed();
    /// The prices of one more model are known; before changed().
    void priced();

private:
    void askLedger();
    void onLedgerChanged();

    const TeamMonitor &m_monitor;
    LedgerHistory &m_ledger;
    const JobCostsBook &m_costs;
    const EndpointMemory &m_endpoints;
    PriceList m_prices;
    bool m_asksAgain = false; ///< What is under way may not know the newest line.
};

/// What the model's prices make of tokens; unknown without both.
Measured<Usd> estimatedCost(const TurnCost &cost, const std::optional<Model> &model);

} // namespace litedeck
