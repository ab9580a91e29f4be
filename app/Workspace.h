// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ChatCatalogue.h"
#include "core/chat/ErrorReporter.h"
#include "core/chat/LateCharges.h"
#include "core/chat/LiveChats.h"
#include "core/chat/RetryDesk.h"
#include "core/chat/TurnQueue.h"
#include "core/connection/Connection.h"
#include "core/diagnostics/EndpointMetrics.h"
#include "core/diagnostics/RequestLog.h"
#include "core/diagnostics/StructuredLog.h"
#include "core/jobs/JobCostsBook.h"
#include "core/settings/EndpointMemory.h"
#include "core/store/Backups.h"
#include "core/store/Store.h"
#include "core/team/KeyWatch.h"
#include "core/team/LedgerHistory.h"
#include "core/team/RecentJobs.h"
#include "core/team/TeamAlerts.h"
#include "core/team/TeamGlance.h"
#include "core/team/TeamMemory.h"
#include "core/team/TeamMonitor.h"
#include "ui/shell/MainWindow.h"

#include <QObject>

#include <memory>

namespace litedeck {

class Settings;

/// Everything that belongs to one connection, down to its window, in order of dependency.
class Workspace : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workspace)

public:
    /// `name` is what the user calls the connection. Settings and clock outlive the workspace.
    Workspace(const GatewayAddress &address, const QString &name, const QString &databasePath,
              Settings &settings, Clock &clock, QObject *parent = nullptr);

    /// Shows the window and begins to ask the server.
    void start();
    MainWindow &window() { return m_window; }
    ChatCatalogue &catalogue() { return m_catalogue; }
    LiveChats &live() { return m_live; }
    const TeamMonitor &monitor() const { return m_monitor; }

private:
    void onCallSettled(const OpenCall &call, const CallFinding &finding);
    void applySettings(const Settings &settings);
    void onStoreOpened(const StoreOpening &opening);
    void onStoreFailed(const StoreError &error);
    /// Writes what is open to a file that took the place of another one.
    void saveAgain();
    void lookAtStore();
    void onStorePlace(StorePlace place);
    void onCaughtUp();
    void onBackupFailed(const QString &path, const QString &reason);
    void onLogFailed(const QString &path, const QString &reason);
    void onRecovered(const QList<RecoveredTurn> &turns);

    Connection m_connection;
    RequestLog m_requests;
    EndpointMetrics m_metrics;
    StructuredLog m_log;
    ErrorBoard m_errors;
    Store m_store;
    ConversationStore m_conversations;
    EndpointMemory m_endpoints;
    OpenCalls m_openCalls;
    JobReconciler m_reconciler;
    TeamMonitor m_monitor;
    KeyWatch m_key;
    TeamMemory m_memory;
    LedgerHistory m_ledger;
    RecentJobs m_recentJobs;
    TeamAlerts m_alerts;
    TeamGlanceKeeper m_glance;
    JobCostsBook m_costs;
    ReplyTimes m_replyTimes;
    LiveChats m_live;
    ChatCatalogue m_catalogue;
    ErrorReporter m_reporter;
    LateCharges m_lateCharges;
    TurnQueue m_queue;
    RetryDesk m_retries;
    Backups m_backups;
    MainWindow m_window;
    const QString m_databasePath;
    std::unique_ptr<Timer> m_lookTimer;
    QString m_notWritten;       ///< The last notice that something could not be written.
    bool m_isStoreGone = false; ///< And the user was told so.
    bool m_savesAgain = false;  ///< The file was set aside; what is open goes to a new one.
};

} // namespace litedeck
