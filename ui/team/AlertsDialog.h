// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Features.h"

#include <QDialog>

class QCheckBox;
class QGridLayout;
class QSpinBox;

namespace litedeck {

class Settings;
class TeamAlerts;

/// Asks what the user wants to be told of; nothing changes before OK.
class AlertsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertsDialog)

public:
    /// Alerts and settings outlive the dialog; what the server cannot do is not offered.
    AlertsDialog(TeamAlerts &alerts, Settings &settings, const Features &features,
                 QWidget *parent = nullptr);

    void accept() override;

private:
    /// A choice with a number, which can only be set while the choice is made.
    struct Limit
    {
        QCheckBox *choice = nullptr;
        QSpinBox *number = nullptr;
    };

    Limit addLimit(QGridLayout *grid, const QString &text, const QString &name);
    QCheckBox *addChoice(QGridLayout *grid, const QString &text, const QString &name);

    TeamAlerts &m_alerts;
    Settings &m_settings;
    Limit m_credits;
    Limit m_days;
    Limit m_failures;
    Limit m_budget;
    QCheckBox *m_status = nullptr;
    QCheckBox *m_onDesktop = nullptr;
};

} // namespace litedeck
