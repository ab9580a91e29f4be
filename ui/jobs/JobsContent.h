// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Redactor.h"

#include <functional>

namespace litedeck {

class Clock;
class JobCostsBook;
class LedgerHistory;
class Server;
class Settings;

/// What the Jobs page shows and acts on; all of it outlives the page.
struct JobsContent
{
    const Server &server;
    Clock &clock;
    Redactor redactor;
    Settings &settings;
    JobCostsBook &costs;
    LedgerHistory *ledger = nullptr; ///< Null when credits by job are not known.
    /// What a conversation is called; empty when it is not kept here.
    std::function<QString(const ConversationId &)> conversationTitle;
};

} // namespace litedeck
