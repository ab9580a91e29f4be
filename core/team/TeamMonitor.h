// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Expected.h"
#include "errors/Error.h"
#include "gateway/AccountApi.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace litedeck {

class Gateway;

/// Keeps the team's status, credits and models known: one request tells all three, and it is
/// answered even when the team is suspended.
///
/// Asks at start(), after every refresh(), and in between every VisibleInterval while the window is
/// seen, else every HiddenInterval; after failures in a row the interval doubles up to
/// LongestInterval. What was known stays known, with its time, when a request fails.
class TeamMonitor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamMonitor)

public:
    static constexpr Milliseconds VisibleInterval{30'000};
    static constexpr Milliseconds HiddenInterval{300'000};
    static constexpr Milliseconds LongestInterval{600'000};

    /// `gateway` outlives the monitor.
    explicit TeamMonitor(const Gateway &gateway, QObject *parent = nullptr);

    void start();
    void setVisible(bool visible);
    /// Asks now, unless a request is under way.
    void refresh();

    /// The last answer, if there was one.
    const std::optional<Team> &team() const { return m_team; }
    /// When the last answer came, in UTC; invalid before the first.
    QDateTime updatedAt() const { return m_updatedAt; }
    /// Why the last request failed; none when it succeeded.
    const std::optional<Error> &error() const { return m_error; }

signals:
    /// Something above changed, or was confirmed.
    void changed();

private:
    void onAnswer(const Expected<Team, Error> &answer);
    Milliseconds interval() const;

    const Gateway &m_gateway;
    const TeamsApi m_api;
    std::unique_ptr<Timer> m_timer;
    QPointer<ReplyBase> m_request;
    bool m_visible = true;
    int m_failures = 0;
    std::optional<Team> m_team;
    QDateTime m_updatedAt;
    std::optional<Error> m_error;
};

} // namespace litedeck
