// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/LedgerHistory.h"

#include "core/base/Background.h"
#include "core/server/Ledger.h"
#include "core/server/Server.h"
#include "core/store/AccountTables.h"
#include "core/store/Store.h"
#include "core/team/TeamMonitor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

const QString Question = u"ledger"_s;

/// What the store holds of a ledger.
struct Kept
{
    QList<LedgerLine> lines;
    std::shared_ptr<const LedgerFacts> facts;
    QDateTime at;
};

StoreResult<Kept> readKept(const Database &database, const TeamId &team)
{
    auto lines = LedgerTable::load(database, team);
    if (!lines)
        return Unexpected{lines.error()};
    const auto answer = AnswerTable::load(database, team, Question);
    if (!answer)
        return Unexpected{answer.error()};
    const QList<LedgerLine> read = std::move(lines).value();
    return Kept{read, std::make_shared<LedgerFacts>(factsOf(read)),
                *answer ? (*answer)->at : QDateTime()};
}

bool sameAccount(const Account &a, const Account &b)
{
    return a.status == b.status && a.allowances == b.allowances;
}

} // namespace

LedgerHistory::LedgerHistory(const Server &server, const TeamId &team, Clock &clock, Store &store,
                             const TeamMonitor &monitor, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_team(team)
    , m_clock(clock)
    , m_store(store)
    , m_monitor(monitor)
{
    connect(&monitor, &TeamMonitor::changed, this, &LedgerHistory::onTeamChanged);
}

void LedgerHistory::load()
{
    m_store.post([team = m_team](const Database &database) { return readKept(database, team); },
                 this,
                 [this](const StoreResult<Kept> &kept) {
                     m_isRead = true;
                     if (kept) {
                         m_lines = kept->lines;
                         m_facts = kept->facts;
                         m_untouched = 0;
                         m_loadedAt = kept->at;
                     }
                     if (std::exchange(m_wanted, false))
                         refresh();
                     else
                         onTeamChanged();
                     emit changed();
                 });
}

void LedgerHistory::setWatched(const QObject &watcher, bool watched)
{
    if (!watched) {
        m_watchers.remove(&watcher);
        return;
    }
    m_watchers.insert(&watcher);
    onTeamChanged(); // while nobody looked
}

void LedgerHistory::refresh()
{
    if (m_request || m_isAdding || m_server.ledger() == nullptr)
        return;
    if (!m_isRead) {
        m_wanted = true;
        return;
    }
    if (m_monitor.account())
        m_account = m_monitor.account();
    m_askedAt = m_clock.utcNow();
    ask(m_lines.isEmpty() ? FirstLines : UsualLines);
    emit changed();
}

void LedgerHistory::ask(int limit)
{
    m_request = m_server.ledger()->newest(limit)->then(
        this, [this, limit](const Expected<QList<Transaction>, Error> &answer) {
            onAnswer(answer, limit);
        });
}

void LedgerHistory::onAnswer(const Expected<QList<Transaction>, Error> &answer, int limit)
{
    if (!answer) {
        m_error = answer.error();
        emit changed();
        if (!m_watchers.isEmpty())
            emit failed(answer.error());
        return;
    }
    const bool isFull = answer->size() >= limit;
    if (isFull && limit < MostLines && !reachesKept(*answer)) {
        ask(limit < FirstLines ? FirstLines : MostLines);
        return;
    }
    const bool hadFailed = std::exchange(m_error, std::nullopt).has_value();
    keep(*answer);
    if (hadFailed)
        emit recovered();
}

bool LedgerHistory::reachesKept(const QList<Transaction> &answer) const
{
    return std::any_of(m_lines.cbegin(), m_lines.cend(), [&answer](const LedgerLine &kept) {
        return kept.transaction.id == answer.constLast().id;
    });
}

LedgerHistory::Sum LedgerHistory::summed(const QList<LedgerLine> &kept,
                                         const QList<Transaction> &newest)
{
    Sum sum{.lines = mergedLedger(kept, newest)};
    const auto ends =
        std::mismatch(kept.crbegin(), kept.crend(), sum.lines.crbegin(), sum.lines.crend());
    sum.untouched = ends.first - kept.crbegin();
    sum.facts = std::make_shared<LedgerFacts>(factsOf(sum.lines));
    return sum;
}

void LedgerHistory::keep(const QList<Transaction> &answer)
{
    m_loadedAt = m_clock.utcNow();
    m_isFresh = true;
    const qsizetype newest = answer.size();
    const bool isSame = std::equal(
        answer.cbegin(), answer.cend(), m_lines.cbegin(),
        m_lines.cbegin() + std::min(newest, m_lines.size()),
        [](const Transaction &given, const LedgerLine &kept) { return given == kept.transaction; });
    if (isSame) {
        onAdded({m_lines, m_facts, m_lines.size()}, newest);
    } else if (m_lines.size() + newest <= FewLines) {
        onAdded(summed(m_lines, answer), newest);
    } else {
        m_isAdding = true;
        inBackground([kept = m_lines, answer] { return summed(kept, answer); }, this,
                     [this, newest](const Sum &sum) { onAdded(sum, newest); });
    }
}

void LedgerHistory::onAdded(const Sum &sum, qsizetype newest)
{
    m_isAdding = false;
    releaseInBackground(std::exchange(m_lines, sum.lines));
    m_facts = sum.facts;
    m_untouched = sum.untouched;
    m_store.write([team = m_team, lines = m_lines.first(newest),
                   at = m_loadedAt](const Database &database) -> StoreResult<> {
        if (auto saved = LedgerTable::save(database, team, lines); !saved)
            return saved;
        return AnswerTable::save(database, team, Question, {{}, at});
    });
    emit changed();
}

void LedgerHistory::onTeamChanged()
{
    const auto &account = m_monitor.account();
    // Before the kept lines are here, any balance would be news.
    if (!m_isRead || !account || m_monitor.error() || m_request || m_isAdding)
        return;
    // The server answers again, so what it could not give may be had now.
    const bool mayWorkNow = m_error && m_error->verdict == RetryVerdict::Automatic;
    const bool isNews =
        m_account ? !sameAccount(*m_account, *account) : newestBalance() != account->creditsLeft();
    const bool isDue =
        !m_askedAt.isValid() || m_askedAt.addMSecs(BackgroundInterval.count()) <= m_clock.utcNow();
    if ((isNews || mayWorkNow) && (!m_watchers.isEmpty() || (m_needed && isDue)))
        refresh();
}

std::optional<qint64> LedgerHistory::newestBalance() const
{
    return m_lines.isEmpty() ? std::nullopt : balanceAfter(m_lines, 0);
}

QDateTime LedgerHistory::knownUntil() const
{
    const auto &account = m_monitor.account();
    const bool isUnchanged = account && newestBalance() == account->creditsLeft();
    return isUnchanged ? std::max(m_loadedAt, m_monitor.updatedAt()) : m_loadedAt;
}

QDateTime LedgerHistory::knownSince() const
{
    return m_isFresh && m_lines.isEmpty() ? QDateTime::fromSecsSinceEpoch(0) : m_facts->audit.since;
}

LedgerAudit LedgerHistory::audit() const
{
    // A balance from before the ledger may miss its newest lines, and a ledger that an earlier run
    // left, or that the server did not give again, may lack what the balance counts.
    const auto &account = m_monitor.account();
    const bool isCurrent = m_isFresh && !m_error && !isLoading();
    const auto left = account ? account->creditsLeft() : std::nullopt;
    const bool isComparable = left && isCurrent && m_monitor.updatedAt() >= m_loadedAt;
    LedgerAudit audit = m_facts->audit;
    if (isComparable)
        audit.problems = balanceProblem(m_lines, *left) + audit.problems;
    return audit;
}

Runway LedgerHistory::runway(const QHash<JobId, QString> &jobTypes) const
{
    const auto &account = m_monitor.account();
    const auto left = account ? account->creditsLeft() : newestBalance();
    return estimateRunway({.lines = m_facts->forRunway,
                           .since = m_facts->audit.since,
                           .remaining = left.value_or(0),
                           .now = knownUntil(),
                           .jobTypes = jobTypes});
}

} // namespace litedeck
