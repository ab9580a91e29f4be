// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Expected.h"
#include "core/errors/Error.h"
#include "core/gateway/PendingReply.h"
#include "core/server/Account.h"
#include "core/server/LedgerLine.h"
#include "core/team/LedgerFacts.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace litedeck {

class Server;
class Store;
class TeamMonitor;

/// The team's ledger, kept on disk so that it grows beyond what the server gives, with what follows
/// from it.
///
/// Asks for the newest lines when told to, and by itself when the monitor saw balance or status
/// change: at once while somebody looks or as soon as somebody does, and no more often than every
/// BackgroundInterval while only an alert needs it; likewise after a failure that time heals, once
/// the monitor is answered. An answer that does not reach what is kept is asked for again with more
/// lines, up to MostLines. Nothing is asked before what is on disk was read. What is kept stays
/// when a request fails. A long ledger is put together and added up on another thread, and counts
/// as loading until that is done.
class LedgerHistory : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerHistory)

public:
    static constexpr int UsualLines = 50; ///< As many as the server gives by itself.
    static constexpr int FirstLines = 1000;
    static constexpr int MostLines = 10'000;
    static constexpr Milliseconds BackgroundInterval{600'000};
    /// Up to this many lines are added up at once.
    static constexpr qsizetype FewLines = 2'000;

    /// All outlive the history.
    LedgerHistory(const Server &server, const TeamId &team, Clock &clock, Store &store,
                  const TeamMonitor &monitor, QObject *parent = nullptr);

    /// Reads what is on disk; once.
    void load();
    /// Asks for the newest lines, unless they are being asked for.
    void refresh();
    /// Whether `watcher` looks at the ledger; there may be several.
    void setWatched(const QObject &watcher, bool watched);
    /// Whether something needs the ledger while nobody looks.
    void setNeeded(bool needed) { m_needed = needed; }

    /// The newest first.
    const QList<LedgerLine> &lines() const { return m_lines; }
    /// What follows from them; the same object as long as they are the same.
    const std::shared_ptr<const LedgerFacts> &facts() const { return m_facts; }
    /// So many of the oldest lines are as they were before the last change of the lines.
    qsizetype untouchedLines() const { return m_untouched; }
    /// When the server last gave its newest lines, in UTC; invalid before.
    QDateTime loadedAt() const { return m_loadedAt; }
    bool isLoading() const { return m_wanted || m_request || m_isAdding; }
    /// Whether the server gave its newest lines in this run.
    bool isFresh() const { return m_isFresh; }
    /// Since when every line is known, in UTC; invalid when none is. An empty ledger that the
    /// server gave misses nothing.
    QDateTime knownSince() const;
    /// Until when every line is known, in UTC; an unchanged balance says that none came since.
    QDateTime knownUntil() const;
    /// Why the last request failed; none when it succeeded.
    const std::optional<Error> &error() const { return m_error; }

    /// The lines among themselves; also beside the account's balance, when both were given in this
    /// run and the ledger was not refused since.
    LedgerAudit audit() const;
    Runway runway(const QHash<JobId, QString> &jobTypes = {}) const;

signals:
    /// Something above changed.
    void changed();
    /// A request that somebody waits for failed; follows changed().
    void failed(const litedeck::Error &error);
    /// The server gave its lines again after a failure.
    void recovered();

private:
    /// A ledger with what follows from it.
    struct Sum
    {
        QList<LedgerLine> lines;
        std::shared_ptr<const LedgerFacts> facts;
        qsizetype untouched = 0;
    };

    static Sum summed(const QList<LedgerLine> &kept, const QList<Transaction> &newest);

    /// What the newest line left; empty when no line tells.
    std::optional<qint64> newestBalance() const;
    void ask(int limit);
    void onAnswer(const Expected<QList<Transaction>, Error> &answer, int limit);
    void onTeamChanged();
    bool reachesKept(const QList<Transaction> &answer) const;
    void keep(const QList<Transaction> &answer);
    void onAdded(const Sum &sum, qsizetype newest);

    const Server &m_server;
    const TeamId m_team;
    Clock &m_clock;
    Store &m_store;
    const TeamMonitor &m_monitor;
    PendingReply m_request;
    QList<LedgerLine> m_lines;
    std::shared_ptr<const LedgerFacts> m_facts = std::make_shared<LedgerFacts>();
    qsizetype m_untouched = 0;
    bool m_isAdding = false; ///< On another thread.
    QDateTime m_loadedAt;
    std::optional<Error> m_error;
    std::optional<Account> m_account; ///< The one that the ledger was last asked for.
    QDateTime m_askedAt;              ///< UTC; of this run.
    bool m_isRead = false;            ///< Whether what is on disk is here.
    bool m_isFresh = false;
    bool m_wanted = false; ///< To be asked once it is.
    QSet<const QObject *> m_watchers;
    bool m_needed = false;
};

} // namespace litedeck
