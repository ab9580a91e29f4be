// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/TeamMemory.h"

#include "core/store/AccountTables.h"
#include "core/store/Store.h"
#include "core/team/AccountJson.h"
#include "core/team/TeamMonitor.h"

namespace litedeck {

TeamMemory::TeamMemory(const TeamId &team, Store &store, TeamMonitor &monitor, QObject *parent)
    : QObject(parent)
    , m_team(team)
    , m_store(store)
    , m_monitor(monitor)
{
    connect(&monitor, &TeamMonitor::changed, this, &TeamMemory::keep);
}

void TeamMemory::load()
{
    m_store.post(
        [team = m_team](const Database &database) {
            return AnswerTable::load(database, team, Question.toString());
        },
        this,
        [this](const StoreResult<std::optional<KnownAnswer>> &answer) {
            if (!answer || !*answer)
                return;
            if (const auto account = accountFromJson((*answer)->json))
                m_monitor.recall(*account, (*answer)->at);
        });
}

void TeamMemory::keep()
{
    if (!m_monitor.isConfirmed() || m_keptAt == m_monitor.updatedAt())
        return;
    m_keptAt = m_monitor.updatedAt();
    m_store.write([team = m_team, answer = KnownAnswer{accountToJson(*m_monitor.account()),
                                                       m_keptAt}](const Database &database) {
        return AnswerTable::save(database, team, Question.toString(), answer);
    });
}

} // namespace litedeck
