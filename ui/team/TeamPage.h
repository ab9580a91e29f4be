// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Redactor.h"
#include "core/errors/Error.h"
#include "core/server/Account.h"
#include "core/server/Features.h"
#include "core/settings/Profile.h"

#include <QWidget>

#include <memory>
#include <optional>

class QGridLayout;

namespace litedeck {

class Badge;
class CreditsCard;
class FactList;
class IconButton;
class InlineNotice;
class KeyCard;
class LedgerCard;
class LedgerHistory;
class MutedLabel;
class PlotCard;
class RecentJobs;
class RunwayCard;
class SharesCard;
class Settings;
class TeamAlerts;
class TeamMonitor;
class TeamsCard;
class Timer;

/// What the page shows and acts on; all of it outlives the page.
struct TeamContent
{
    Features features;
    Clock &clock;
    Redactor redactor;
    TeamMonitor &monitor;
    LedgerHistory &ledger;
    RecentJobs &jobs;
    TeamAlerts &alerts;
    Settings &settings;
};

/// The team: whether it may work, what is left on its account, and the newest transactions.
///
/// Asks for the ledger when the page is shown and when the user asks; while it is shown, it also
/// asks by itself when the balance changes. The newest jobs are asked for after each new
/// ledger. Everything else comes from the monitor.
class TeamPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamPage)

public:
    explicit TeamPage(const TeamContent &content, QWidget *parent = nullptr);
    ~TeamPage() override;

    /// Asks the monitor and, when the page is shown, the ledger.
    void refresh();

signals:
    /// The user wants to see a job of the ledger.
    void jobRequested(const litedeck::JobId &id);
    void errorOccurred(const litedeck::Error &error);
    /// The user wants to work with another of their teams.
    void profileRequested(const litedeck::ProfileId &profile);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createHeader();
    QWidget *createSheet();
    QList<QWidget *> cards() const;
    void arrangeCards();
    void onMonitorChanged();
    void onHistoryChanged();
    void showAccount(const Account &account);
    void showRenewal(const Allowance &allowance);
    void showForecast();
    void showUncharged();
    void openAlerts();
    void showStanding();
    void showNotice();
    QString problemText(const Error &error) const;
    QString heldText() const;
    void updateAge();

    TeamContent m_content;
    const TeamMonitor &m_monitor;
    LedgerHistory &m_ledger;
    Badge *m_status;
    MutedLabel *m_age;
    IconButton *m_refresh;
    InlineNotice *m_notice;
    InlineNotice *m_uncharged;
    QGridLayout *m_grid = nullptr;
    CreditsCard *m_credits;
    KeyCard *m_key;
    SharesCard *m_shares;
    RunwayCard *m_runway;
    PlotCard *m_balance;
    PlotCard *m_months;
    PlotCard *m_types;
    FactList *m_budget;
    QWidget *m_access;
    FactList *m_accessFacts;
    LedgerCard *m_ledgerCard;
    TeamsCard *m_teams;
    std::unique_ptr<Timer> m_ageTimer;
    JobId m_newestUncharged;
    std::optional<qint64> m_forecastFor; ///< The balance that the forecast was made with.
    QDateTime m_jobsFor; ///< When the ledger was loaded that the jobs were last asked for with.
    int m_columns = 0;
};

} // namespace litedeck
