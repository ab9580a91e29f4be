// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/AlertRules.h"

#include <QObject>

namespace litedeck {

class Clock;
class LedgerHistory;
class RecentJobs;
class Settings;
class TeamMonitor;

/// Watches the account for what the user wants to be told of. Judges whenever the server has told
/// something new; what an earlier run knew is no news. What was told is kept in the settings, by
/// place. Asks for ledger and jobs by itself only as far as a threshold needs them.
class TeamAlerts : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamAlerts)

public:
    /// `place` is placeOf() the team; all others outlive the alerts.
    TeamAlerts(const QString &place, Settings &settings, const TeamMonitor &monitor,
               LedgerHistory &ledger, RecentJobs &jobs, Clock &clock, QObject *parent = nullptr);

    AlertThresholds thresholds() const;
    void setThresholds(const AlertThresholds &thresholds);

signals:
    void raised(const QList<litedeck::AlertKind> &alerts, const litedeck::AlertInput &input);

private:
    void onSettingsChanged();
    void onAnswered();
    void judge();
    AlertInput input() const;
    AlertMemory memory() const;
    void keep(const AlertMemory &memory);

    const QString m_place;
    Settings &m_settings;
    const TeamMonitor &m_monitor;
    LedgerHistory &m_ledger;
    RecentJobs &m_jobs;
    Clock &m_clock;
};

} // namespace litedeck
