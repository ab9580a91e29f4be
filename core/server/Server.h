// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/server/CallPlan.h"
#include "core/server/Features.h"
#include "core/server/OpenCall.h"

#include <QJsonObject>
#include <QList>
#include <QObject>

namespace litedeck {

class ChatStream;
class Inquiry;
class JobClosing;
class Ledger;
class SpendHistory;
struct Account;
struct CallEnd;
struct ChatRequest;
struct Record;
struct JobCosts;
struct RecordPage;
struct Model;
template <typename T>
class Reply;

/// The answer to whether the server takes the key.
struct KeyAccepted
{};

/// A server that a team buys calls from: what pages and runs ask it, whatever its kind. Replies
/// start by themselves, and go with the connection unless somebody cancels them.
class Server
{
    Q_DISABLE_COPY_MOVE(Server)

public:
    Server() = default;
    virtual ~Server() = default;

    /// Whether it lives, asked without the key and free of charge.
    virtual HttpRequest probe() const = 0;
    /// Whether an answer to probe() is that of a server that lives.
    virtual bool isAlive(int status, const QByteArray &body) const = 0;
    /// Asks for something that needs the key and is free of charge.
    virtual Reply<KeyAccepted> *checkKey() const = 0;

    /// Whether the team may work, what is left, and which models it may call.
    virtual Reply<Account> *account() const = 0;
    virtual Reply<Model> *model(const ModelAlias &alias) const = 0;

    virtual CallPlan plan(const ChatRequest &request, const CallContext &context) const = 0;
    /// Asks as planned; the request has its body. Not started yet.
    virtual ChatStream *ask(const CallPlan &plan, QObject *parent) const = 0;
    /// What became of a call whose answer was lost, or which nobody saw end. Not started yet.
    virtual Inquiry *inquire(const OpenCall &call, const CallEnd &end, QObject *parent) const = 0;

    /// What ran, the newest first. `cursor` is RecordPage::next of the page before, empty for the
    /// first one.
    virtual Reply<RecordPage> *records(int limit, const QString &cursor) const = 0;
    virtual Reply<Record> *record(const JobId &id) const = 0;
    virtual Reply<JobCosts> *costs(const JobId &id) const = 0;
    /// All that the server has of a record, as it writes it, for people who want every member.
    virtual QList<std::pair<QString, Reply<QJsonObject> *>> rawRecord(const JobId &id) const = 0;

    /// Null for a server without jobs that are opened and completed.
    virtual const JobClosing *jobClosing() const { return nullptr; }
    /// Null for a server without a ledger.
    virtual const Ledger *ledger() const { return nullptr; }
    /// Null for a server that does not tell what was spent day by day.
    virtual const SpendHistory *history() const { return nullptr; }
    Features features() const
    {
        return {.jobs = jobClosing() != nullptr,
                .ledger = ledger() != nullptr,
                .history = history() != nullptr};
    }
};

} // namespace litedeck
