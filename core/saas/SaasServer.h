// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/Gateway.h"
#include "core/server/JobClosing.h"
#include "core/server/Ledger.h"
#include "core/server/Server.h"

namespace litedeck {

/// What the requests to it have in common; their time limits are those of the error guide (row
/// A17).
extern const ServerRules SaasRules;

/// SaaS LiteLLM for one team.
class SaasServer final : public Server, private JobClosing, private Ledger
{
public:
    /// `shared` outlives the server and every call of it.
    SaasServer(const GatewayAddress &address, const Resilience &shared);

    const Gateway &gateway() const { return m_gateway; }

    HttpRequest probe() const override;
    bool isAlive(int status, const QByteArray &body) const override;
    Reply<KeyAccepted> *checkKey() const override;

    Reply<Account> *account() const override;
    Reply<Model> *model(const ModelAlias &alias) const override;

    CallPlan plan(const ChatRequest &request, const CallContext &context) const override;
    ChatStream *ask(const CallPlan &plan, QObject *parent) const override;
    Inquiry *inquire(const OpenCall &call, const CallEnd &end, QObject *parent) const override;

    Reply<RecordPage> *records(int limit, const QString &cursor) const override;
    Reply<Record> *record(const JobId &id) const override;
    Reply<JobCosts> *costs(const JobId &id) const override;
    QList<std::pair<QString, Reply<QJsonObject> *>> rawRecord(const JobId &id) const override;

    const JobClosing *jobClosing() const override { return this; }
    const Ledger *ledger() const override { return this; }

private:
    Reply<CreatedJob> *open(const OpenCall &call) const override;
    Reply<CompletedJob> *complete(const JobId &id, const QString &failure) const override;
    Reply<QList<Transaction>> *newest(int limit) const override;

    const Gateway m_gateway;
};

} // namespace litedeck
