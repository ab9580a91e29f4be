// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Expected.h"
#include "core/errors/Error.h"
#include "core/gateway/PendingReply.h"
#include "core/team/TeamStanding.h"

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>

namespace litedeck {

class Server;

/// Keeps the team's status, credits and models known: one request tells all three, and it is
/// answered even when the team is suspended.
///
/// Asks at start(), after every refresh(), and in between every VisibleInterval while the window is
/// seen, else every HiddenInterval; after failures in a row, and while the team may not work, the
/// interval doubles up to LongestInterval; while the server's recovery is awaited it is
/// AwaitedInterval. What was known stays known, with its time, when a
/// request fails; what an earlier run knew counts until this one has asked.
class TeamMonitor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamMonitor)

public:
    static constexpr Milliseconds VisibleInterval{30'000};
    static constexpr Milliseconds HiddenInterval{300'000};
    static constexpr Milliseconds LongestInterval{600'000};
    static constexpr Milliseconds AwaitedInterval{10'000};

    /// Both outlive the monitor.
    TeamMonitor(const Server &server, Clock &clock, QObject *parent = nullptr);

    void start() { refresh(); }
    void setVisible(bool visible);
    /// Whether somebody waits for the server to be well again.
    void setAwaited(bool awaited);
    /// Asks now, unless a request is under way.
    void refresh();
    /// A call has ended that may cost something: the balance counts as behind until a question that
    /// begins from now on is answered.
    void expectSpending();
    /// What was expected has been settled: asks, and once more when a request is under way.
    void noteSpending();
    /// An earlier run knew this at `then` (UTC); ignored once the server has answered.
    void recall(const Account &account, const QDateTime &then);
    /// A call of the team was refused; what its text says holds until the account tells more.
    void noteRefusal(const Error &error);

    /// The last answer, if there was one.
    const std::optional<Account> &account() const { return m_account; }
    /// What binds first; where that is not known, only its unit says something.
    Allowance bound() const;
    /// Whether that answer is of this run.
    bool isConfirmed() const { return m_isConfirmed; }
    const TeamStanding &standing() const { return m_standing; }
    /// Whether something may have been spent that the last answer does not count.
    bool isBehind() const { return m_isBehind; }
    /// When the last answer came, in UTC; invalid before the first.
    QDateTime updatedAt() const { return m_updatedAt; }
    /// Why the last request failed; none when it succeeded.
    const std::optional<Error> &error() const { return m_error; }

signals:
    /// The server answered, or a request failed; changed() follows.
    void answered();
    /// Something above changed, or was confirmed.
    void changed();
    /// The team may work again; follows changed().
    void resumed();

private:
    void onAnswer(const Expected<Account, Error> &answer);
    Milliseconds interval() const;

    const Server &m_server;
    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    PendingReply m_request;
    bool m_visible = true;
    bool m_isAwaited = false;
    bool m_isConfirmed = false;
    bool m_isBehind = false;
    bool m_catchesUp = false; ///< The request under way began after what was spent.
    bool m_asksAgain = false; ///< As soon as the request under way is answered.
    int m_failures = 0;
    int m_heldAnswers = 0; ///< In a row that said that the team may not work.
    TeamStanding m_standing;
    std::optional<Account> m_account;
    QDateTime m_updatedAt;
    std::optional<Error> m_error;
};

} // namespace litedeck
