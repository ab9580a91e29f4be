// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/ChatLibrary.h"
#include "errors/WayOut.h"
#include "settings/Profile.h"
#include "shell/Page.h"
#include "widgets/Tone.h"

#include <QMainWindow>

#include <memory>

namespace litedeck {

class ChatPage;
class Connection;
class DiagnosticsPage;
class EndpointMetrics;
class ErrorPanel;
class InlineNotice;
class JobCostsBook;
class JobsPage;
class LedgerHistory;
class RecentJobs;
class RequestLog;
class Settings;
class ShellFrame;
class TeamAlerts;
class TeamMonitor;
class TeamNotice;
class TeamPage;
class TurnQueue;

/// What the window shows and acts on; all of it outlives the window.
struct WindowContent
{
    QString serverName; ///< What the user calls the server or the profile.
    Connection &connection;
    TeamMonitor &monitor;
    LedgerHistory &credits;
    RecentJobs &recentJobs;
    TeamAlerts &alerts;
    ChatLibrary &library;
    TurnQueue &queue;
    ErrorLog &errors;
    RequestLog &requests;
    EndpointMetrics &metrics;
    QString logPath; ///< Where each attempt is written to; shown to the user.
    JobCostsBook &costs;
    Settings &settings;
    Clock &clock;
};

/// The window of one connection: builds the pages and carries signals between them.
class MainWindow : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(const WindowContent &content);

    /// Says something about the program itself above the pages, until the user closes it.
    void showNotice(const QString &text, Tone tone);
    /// Whether the user has such a notice in view.
    bool hasNotice() const;

signals:
    /// The user closed the window.
    void closed();
    /// The user wants to change server, team or key.
    void connectRequested();
    void settingsRequested();
    /// The user wants to work with another of their teams.
    void profileRequested(const litedeck::ProfileId &profile);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildPages();
    void connectPages();
    void connectErrors();
    void restore();
    void showPage(Page page);
    void showJob(const JobId &job);
    void showOrigin(const ErrorOrigin &origin);
    /// Brings an error back into the panel, which it may have left.
    void showError(const ErrorOrigin &origin, const Error &error);
    void retry(const ErrorOrigin &origin);
    /// Asks for a turn once more, after its conversation is opened.
    void retryTurn(const ConversationId &conversation, const TurnId &turn);
    void cancelRetry(const ErrorOrigin &origin);
    void takeWayOut(WayOut way, const ErrorOrigin &origin);
    void onTeamAnswered();
    void onTeamChanged();
    void comeForward();
    void showServer();
    void updateAge();
    void updateSeen();

    WindowContent m_content;
    InlineNotice *m_notice;
    TeamNotice *m_teamNotice;
    ShellFrame *m_frame;
    ChatPage *m_chats = nullptr;
    TeamPage *m_team = nullptr;
    JobsPage *m_jobs = nullptr;
    DiagnosticsPage *m_diagnostics = nullptr;
    ErrorPanel *m_errors = nullptr;
    std::unique_ptr<Timer> m_ageTimer;
};

} // namespace litedeck
