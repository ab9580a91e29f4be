// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ChatCatalogue.h"
#include "core/chat/LiveChats.h"
#include "core/connection/Connection.h"
#include "core/settings/EndpointMemory.h"
#include "core/settings/Settings.h"
#include "core/store/Store.h"

namespace litedeck::test {

/// Everything that a chat needs, without a window.
struct ChatStack
{
    ChatStack(const GatewayAddress &address, const QString &databasePath, Clock &clock)
        : connection(address, RetryPolicy{.maxRetries = 0}, clock)
        , errors(clock)
        , store(databasePath)
        , conversations(store, clock)
        , openCalls(store)
        , reconciler(connection.server(), openCalls, clock)
        , settings(databasePath + QStringLiteral(".ini"))
        , endpoints(settings, address.server, clock)
        , live({connection.server(), clock, openCalls, reconciler, endpoints, times}, conversations,
               errors)
        , catalogue(conversations, live)
    {}

    Connection connection;
    ErrorBoard errors;
    Store store;
    ConversationStore conversations;
    OpenCalls openCalls;
    JobReconciler reconciler;
    Settings settings;
    EndpointMemory endpoints;
    ReplyTimes times;
    LiveChats live;
    ChatCatalogue catalogue;
};

} // namespace litedeck::test
