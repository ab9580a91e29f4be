// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/DemoScenario.h"
#include "core/demo/ProxyFailures.h"
#include "core/demo/ProxyRecords.h"
#include "core/demo/Rng.h"

#include <QElapsedTimer>
#include <QSet>

#include <array>
#include <chrono>
#include <deque>

namespace litedeck::demo {

/// What the limits of one minute have left.
struct RateWindow
{
    QDateTime resetsAt;
    int requests = 0;
};

/// The plain proxy's database: one key with all who pay for it, and the log of its calls.
class ProxyStore
{
public:
    explicit ProxyStore(const DemoScenario &scenario);

    /// The scenario's time at first, or the machine's; then it goes on.
    QDateTime now() const;
    /// Lets time pass at once.
    void elapse(std::chrono::seconds time) { m_shift += time; }

    ProxyTraits &traits() { return m_traits; }
    const ProxyTraits &traits() const { return m_traits; }
    ProxyAccount &account() { return m_account; }
    const ProxyAccount &account() const { return m_account; }
    Rng &rng() { return m_rng; }
    /// "1.108.7", or that of an old one.
    QByteArray version() const;

    /// Whether the payer stands behind this key.
    bool has(Payer payer) const;
    /// What a payer may spend, in its present period.
    ProxyBudget &budget(Payer payer);
    /// Why a call would be refused: the first budget that is used up.
    std::optional<ProxyFailure> usedUp();

    /// Counts a call in this minute; the failure when it is one too many.
    std::optional<ProxyFailure> countRequest();
    const RateWindow &window() const { return m_window; }

    /// Adds a row to the log, and what it took to what each payer has spent.
    void book(const ProxyRow &row);
    /// The log, in the order in which it was written.
    const std::deque<ProxyRow> &rows() const { return m_rows; }

    ProxyFailure failure(const QString &name, const FailureWords &words = {}) const
    {
        return failureNamed(name, m_traits.isOld, words);
    }

private:
    Rng m_rng;
    ProxyTraits m_traits;
    ProxyAccount m_account;
    std::array<ProxyBudget, 4> m_budgets; ///< By payer.
    std::deque<ProxyRow> m_rows;
    QSet<QString> m_ids; ///< Of the rows.
    RateWindow m_window;
    const QDateTime m_start;
    QElapsedTimer m_clock;
    std::chrono::seconds m_shift{0};
};

} // namespace litedeck::demo
