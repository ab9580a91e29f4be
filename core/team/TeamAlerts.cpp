// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/TeamAlerts.h"

#include "core/base/Clock.h"
#include "core/settings/Settings.h"
#include "core/team/AccountJson.h"
#include "core/team/LedgerHistory.h"
#include "core/team/RecentJobs.h"
#include "core/team/TeamMonitor.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

// Zero is "not set" in the settings.
template <typename T>
std::optional<T> unlessZero(int number)
{
    return number == 0 ? std::nullopt : std::optional<T>(number);
}

/// The threshold that something was told for. Earlier versions only wrote that it was: that counts
/// as told for another one.
template <typename T>
std::optional<T> toldIn(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    const bool isTold = value.isDouble() || value.toBool();
    return isTold ? std::optional<T>(T(value.toInteger())) : std::nullopt;
}

} // namespace

TeamAlerts::TeamAlerts(const QString &place, Settings &settings, const TeamMonitor &monitor,
                       LedgerHistory &ledger, RecentJobs &jobs, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_settings(settings)
    , m_monitor(monitor)
    , m_ledger(ledger)
    , m_jobs(jobs)
    , m_clock(clock)
{
    connect(&settings, &Settings::changed, this, [this](const QString &name) {
        if (name != Keys::AlertsTold.name)
            onSettingsChanged();
    });
    connect(&monitor, &TeamMonitor::answered, this, &TeamAlerts::onAnswered);
    connect(&monitor, &TeamMonitor::changed, this, &TeamAlerts::judge);
    connect(&ledger, &LedgerHistory::changed, this, &TeamAlerts::judge);
    connect(&jobs, &RecentJobs::changed, this, &TeamAlerts::judge);
    onSettingsChanged();
}

AlertThresholds TeamAlerts::thresholds() const
{
    return {.credits = unlessZero<qint64>(m_settings.get(Keys::AlertCredits)),
            .days = unlessZero<int>(m_settings.get(Keys::AlertDays)),
            .status = m_settings.get(Keys::AlertStatus),
            .failurePercent = unlessZero<int>(m_settings.get(Keys::AlertFailures)),
            .budgetPercent = unlessZero<int>(m_settings.get(Keys::AlertBudget))};
}

void TeamAlerts::setThresholds(const AlertThresholds &thresholds)
{
    m_settings.set(Keys::AlertCredits, int(thresholds.credits.value_or(0)));
    m_settings.set(Keys::AlertDays, thresholds.days.value_or(0));
    m_settings.set(Keys::AlertStatus, thresholds.status);
    m_settings.set(Keys::AlertFailures, thresholds.failurePercent.value_or(0));
    m_settings.set(Keys::AlertBudget, thresholds.budgetPercent.value_or(0));
}

void TeamAlerts::onSettingsChanged()
{
    m_ledger.setNeeded(thresholds().days.has_value());
    judge();
}

void TeamAlerts::onAnswered()
{
    if (!thresholds().failurePercent || m_monitor.error())
        return;
    const QDateTime due = m_jobs.askedAt().addMSecs(LedgerHistory::BackgroundInterval.count());
    if (!m_jobs.askedAt().isValid() || due <= m_clock.utcNow())
        m_jobs.refresh();
}

void TeamAlerts::judge()
{
    const AlertMemory before = memory();
    const AlertInput known = input();
    const AlertOutcome outcome = judgeAlerts(thresholds(), known, before);
    if (outcome.memory != before)
        keep(outcome.memory);
    if (!outcome.alerts.isEmpty())
        emit raised(outcome.alerts, known);
}

AlertInput TeamAlerts::input() const
{
    AlertInput input{.bound = m_monitor.bound()};
    if (m_monitor.standing().isFresh())
        input.state = m_monitor.standing().state;
    if (!m_monitor.isConfirmed() || m_monitor.error())
        return input;
    const Account &account = *m_monitor.account();
    input.credits = account.creditsLeft();
    for (const Allowance &allowance : account.allowances) {
        const bool isMoney = allowance.unit == AmountUnit::NanoDollars;
        if (isMoney && (!input.fullest || usedPartOf(allowance) > usedPartOf(*input.fullest)))
            input.fullest = allowance;
    }
    if (account.keyExpiresAt) {
        constexpr double SecondsOfDay = 86'400;
        input.keyDays = double(m_clock.utcNow().secsTo(*account.keyExpiresAt)) / SecondsOfDay;
    }
    if (thresholds().days && m_ledger.isFresh()) {
        const Runway runway = m_ledger.runway();
        if (runway.state == RunwayState::Known)
            input.daysLeft = runway.daysLeft;
    }
    input.failureShare = failureShare(m_jobs.jobs(), m_clock.utcNow());
    return input;
}

AlertMemory TeamAlerts::memory() const
{
    const QJsonObject told = m_settings.object(Keys::AlertsTold).value(m_place).toObject();
    return {.credits = toldIn<qint64>(told, u"credits"_s),
            .days = toldIn<int>(told, u"days"_s),
            .failures = toldIn<int>(told, u"failures"_s),
            .budget = toldIn<int>(told, u"budget"_s),
            .keyDays = toldIn<int>(told, u"key_days"_s),
            .state = stateFromJson(told.value("state"_L1)).value_or(TeamState::Unknown)};
}

void TeamAlerts::keep(const AlertMemory &memory)
{
    m_settings.setMember(Keys::AlertsTold, m_place,
                         QJsonObject{{u"credits"_s, orNull(memory.credits)},
                                     {u"days"_s, orNull(memory.days)},
                                     {u"failures"_s, orNull(memory.failures)},
                                     {u"budget"_s, orNull(memory.budget)},
                                     {u"key_days"_s, orNull(memory.keyDays)},
                                     {u"state"_s, stateToJson(memory.state)}});
}

} // namespace litedeck
