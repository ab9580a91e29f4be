// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TeamNotice.h"

#include "core/settings/Settings.h"
#include "core/team/TeamAlerts.h"
#include "core/team/TeamMonitor.h"
#include "ui/shell/DesktopNotifier.h"
#include "ui/words/AlertWords.h"

using namespace Qt::StringLiterals;

namespace litedeck {

TeamNotice::TeamNotice(const TeamMonitor &monitor, const TeamAlerts &alerts,
                       const Settings &settings, QWidget *parent)
    : InlineNotice({}, Tone::Neutral, parent)
    , m_monitor(monitor)
    , m_settings(settings)
    , m_notifier(new DesktopNotifier(this))
{
    setObjectName(u"teamAlert"_s);
    setAction(tr("Show team"));
    hide();
    connect(m_notifier, &DesktopNotifier::activated, this, &TeamNotice::activated);
    connect(&alerts, &TeamAlerts::raised, this, &TeamNotice::onAlerts);
    connect(&monitor, &TeamMonitor::resumed, this, &TeamNotice::onResumed);
    connect(&monitor, &TeamMonitor::changed, this, &TeamNotice::onTeamChanged);
}

void TeamNotice::onAlerts(const QList<AlertKind> &alerts, const AlertInput &input)
{
    const QString text = AlertWords::text(alerts, input);
    say(text, AlertWords::tone(alerts, input));
    if (m_settings.get(Keys::AlertOnDesktop))
        m_notifier->show(tr("Litedeck"), text);
}

void TeamNotice::onResumed()
{
    say(AlertWords::text({AlertKind::Status}, {.state = TeamState::Active}), Tone::Success);
}

void TeamNotice::onTeamChanged()
{
    if (m_isGood && m_monitor.standing().holds())
        hide();
}

void TeamNotice::say(const QString &text, Tone tone)
{
    setMessage(text, tone);
    m_isGood = tone == Tone::Success;
    show();
}

} // namespace litedeck
