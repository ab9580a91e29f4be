// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ChatCatalogue.h"
#include "core/chat/LiveChats.h"

#include <QString>

namespace litedeck {

class Connection;
class EndpointMetrics;
class JobCostsBook;
class LateCharges;
class LedgerHistory;
class RecentJobs;
class RequestLog;
class RetryDesk;
class Settings;
class TeamAlerts;
class TeamMonitor;
class KeyWatch;
class TurnQueue;

/// What the window shows and acts on; all of it outlives the window.
struct WindowContent
{
    QString serverName; ///< What the user calls the server or the profile.
    Connection &connection;
    TeamMonitor &monitor;
    const KeyWatch &key;
    LedgerHistory &ledger;
    RecentJobs &recentJobs;
    TeamAlerts &alerts;
    ChatCatalogue &catalogue;
    LiveChats &live;
    LateCharges &lateCharges;
    TurnQueue &queue;
    RetryDesk &retries;
    ErrorBoard &errors;
    RequestLog &requests;
    EndpointMetrics &metrics;
    QString logPath; ///< Where each attempt is written to; shown to the user.
    JobCostsBook &costs;
    Settings &settings;
    Clock &clock;
};

} // namespace litedeck
