// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"
#include "ui/widgets/Card.h"

class QPushButton;
class QTableView;

namespace litedeck {

class Clock;
class Settings;
class TeamsModel;

/// All teams at a glance; only there when there are several.
class TeamsCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamsCard)

public:
    /// Both outlive the card.
    TeamsCard(const Settings &settings, const Clock &clock, QWidget *parent = nullptr);

    void updateAges();

signals:
    /// The user wants to work with that team.
    void profileRequested(const litedeck::ProfileId &profile);

private:
    void onRowsChanged();
    void openChosen();

    TeamsModel *m_model;
    QTableView *m_table;
    QPushButton *m_open;
};

} // namespace litedeck
