// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/TeamGlance.h"

#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"
#include "core/team/AccountJson.h"
#include "core/team/LedgerHistory.h"
#include "core/team/RecentJobs.h"
#include "core/team/TeamMonitor.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// The numbers change all the time, and the settings are a file.
constexpr int LeastSeconds = 60;

std::optional<double> numberIn(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

} // namespace

std::optional<TeamGlance> TeamGlances::read(const Settings &settings, const QUrl &server,
                                            const TeamId &team)
{
    const QJsonObject json =
        settings.object(Keys::TeamGlances).value(placeOf(server, team)).toObject();
    const auto state = stateFromJson(json.value("state"_L1));
    if (!state)
        return std::nullopt;
    // Earlier versions knew nothing but credits.
    const QJsonValue left = json.value(json.contains("left"_L1) ? "left"_L1 : "credits"_L1);
    return TeamGlance{.state = *state,
                      .word = json.value("word"_L1).toString(),
                      .left = left.isDouble() ? std::optional(left.toInteger()) : std::nullopt,
                      .unit = unitFromJson(json.value("unit"_L1)),
                      .daysLeft = numberIn(json, u"days_left"_s),
                      .failureShare = numberIn(json, u"failure_share"_s),
                      .at = QDateTime::fromString(json.value("at"_L1).toString(), Qt::ISODate)};
}

void TeamGlances::write(Settings &settings, const QUrl &server, const TeamId &team,
                        const TeamGlance &glance)
{
    settings.setMember(Keys::TeamGlances, placeOf(server, team),
                       QJsonObject{{u"state"_s, stateToJson(glance.state)},
                                   {u"word"_s, glance.word},
                                   {u"left"_s, orNull(glance.left)},
                                   {u"unit"_s, unitToJson(glance.unit)},
                                   {u"days_left"_s, orNull(glance.daysLeft)},
                                   {u"failure_share"_s, orNull(glance.failureShare)},
                                   {u"at"_s, glance.at.toUTC().toString(Qt::ISODate)}});
}

TeamGlanceKeeper::TeamGlanceKeeper(const QUrl &server, const TeamId &team, const Sources &sources,
                                   QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_team(team)
    , m_sources(sources)
{
    connect(&sources.monitor, &TeamMonitor::changed, this, &TeamGlanceKeeper::keep);
    connect(&sources.ledger, &LedgerHistory::changed, this, &TeamGlanceKeeper::keep);
    connect(&sources.jobs, &RecentJobs::changed, this, &TeamGlanceKeeper::keep);
}

void TeamGlanceKeeper::keep()
{
    const TeamMonitor &monitor = m_sources.monitor;
    if (!monitor.isConfirmed() || m_sources.ledger.isLoading())
        return;
    const Allowance binding = monitor.account()->binding().value_or(Allowance());
    TeamGlance now{.state = monitor.standing().state,
                   .word = monitor.account()->statusWord,
                   .left = binding.left,
                   .unit = binding.unit,
                   .at = monitor.updatedAt()};
    const auto before = TeamGlances::read(m_sources.settings, m_server, m_team);
    if (m_sources.jobs.isKnown())
        now.failureShare = failureShare(m_sources.jobs.jobs(), monitor.updatedAt());
    else if (before) // nobody has asked for jobs yet
        now.failureShare = before->failureShare;
    const bool isNews = !before || before->state != now.state || before->left != now.left ||
                        before->failureShare != now.failureShare ||
                        m_ledgerAt != m_sources.ledger.loadedAt();
    if (!isNews && before->at.secsTo(now.at) < LeastSeconds)
        return;
    m_ledgerAt = m_sources.ledger.loadedAt();
    const Runway runway = m_sources.ledger.runway(m_sources.jobs.types());
    if (runway.state == RunwayState::Known)
        now.daysLeft = runway.daysLeft;
    TeamGlances::write(m_sources.settings, m_server, m_team, now);
}

} // namespace litedeck
