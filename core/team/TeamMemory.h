// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QDateTime>
#include <QObject>

namespace litedeck {

class Store;
class TeamMonitor;

/// Keeps the last answer about the team's account on disk and gives it back to the monitor at the
/// next start, so that there is something to show, with its age, before the server answers and when
/// it cannot be asked.
class TeamMemory : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamMemory)

public:
    /// The question of AnswerTable.
    static constexpr QStringView Question = u"team";

    /// Store and monitor outlive the memory.
    TeamMemory(const TeamId &team, Store &store, TeamMonitor &monitor, QObject *parent = nullptr);

    /// Reads what is on disk; once.
    void load();

private:
    void keep();

    const TeamId m_team;
    Store &m_store;
    TeamMonitor &m_monitor;
    QDateTime m_keptAt;
};

} // namespace litedeck
