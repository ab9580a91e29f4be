// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/AlertRules.h"
#include "ui/widgets/InlineNotice.h"

namespace litedeck {

class DesktopNotifier;
class Settings;
class TeamAlerts;
class TeamMonitor;

/// Says what befell the team: alerts, and that it may work again. Stays until the user closes it,
/// or until good news are none any more.
class TeamNotice : public InlineNotice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamNotice)

public:
    /// All outlive the notice.
    TeamNotice(const TeamMonitor &monitor, const TeamAlerts &alerts, const Settings &settings,
               QWidget *parent = nullptr);

signals:
    /// The user followed the message on the desktop.
    void activated();

private:
    void onAlerts(const QList<AlertKind> &alerts, const AlertInput &input);
    void onResumed();
    void onTeamChanged();
    void say(const QString &text, Tone tone);

    const TeamMonitor &m_monitor;
    const Settings &m_settings;
    DesktopNotifier *m_notifier;
    bool m_isGood = false;
};

} // namespace litedeck
