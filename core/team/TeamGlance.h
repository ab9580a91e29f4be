// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/TeamStanding.h"

#include <QObject>
#include <QUrl>

#include <optional>

namespace litedeck {

class LedgerHistory;
class RecentJobs;
class Settings;
class TeamMonitor;

/// What was last known of a team, in a few numbers.
struct TeamGlance
{
    TeamState state = TeamState::Unknown;
    QString word;               ///< The server's word for the state.
    std::optional<qint64> left; ///< Of the allowance that binds.
    AmountUnit unit = AmountUnit::Credits;
    std::optional<double> daysLeft;
    std::optional<double> failureShare; ///< Of the jobs of its last 24 hours, 0 to 1.
    QDateTime at;                       ///< UTC.

    friend bool operator==(const TeamGlance &, const TeamGlance &) = default;
};

/// Glances in the settings, by server and team, so that all teams can be shown without their keys
/// and without a request.
namespace TeamGlances {

std::optional<TeamGlance> read(const Settings &settings, const QUrl &server, const TeamId &team);
void write(Settings &settings, const QUrl &server, const TeamId &team, const TeamGlance &glance);

} // namespace TeamGlances

/// Writes the glance of the team that is connected to, whenever something of it changes.
class TeamGlanceKeeper : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamGlanceKeeper)

public:
    /// Where a glance comes from; all of it outlives the keeper.
    struct Sources
    {
        Settings &settings;
        const TeamMonitor &monitor;
        const LedgerHistory &ledger;
        const RecentJobs &jobs;
    };

    TeamGlanceKeeper(const QUrl &server, const TeamId &team, const Sources &sources,
                     QObject *parent = nullptr);

private:
    void keep();

    const QUrl m_server;
    const TeamId m_team;
    Sources m_sources;
    QDateTime m_ledgerAt; ///< When the ledger was loaded that the last glance was taken with.
};

} // namespace litedeck
