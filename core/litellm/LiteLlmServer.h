// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/Gateway.h"
#include "core/litellm/ProxyVersion.h"
#include "core/server/Server.h"
#include "core/server/SpendHistory.h"

namespace litedeck {

/// Whether an answer to `GET /health/liveliness` is that of a proxy, which no other server gives.
bool isLiveliness(const QByteArray &body);

/// What the requests to it have in common.
extern const ServerRules LiteLlmRules;

/// A plain LiteLLM proxy, asked with a virtual key. What it lists as records are the requests in
/// its log, which has none of what still runs.
class LiteLlmServer final : public Server, private SpendHistory
{
public:
    /// `shared` outlives the server and every call of it.
    LiteLlmServer(const GatewayAddress &address, const Resilience &shared);

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

    const SpendHistory *history() const override { return this; }

private:
    Reply<QList<DaySpending>> *since(const QDate &first) const override;
    Reply<RecordPage> *pageOfLog(int limit, int number) const;
    Reply<RecordPage> *oldRecords(int window) const;
    /// What `make` makes of the rows of a record, as soon as there are any.
    template <typename T, typename Row>
    Reply<T> *ofRows(const JobId &id, Expected<QList<Row>, QString> (*parse)(const QByteArray &),
                     T (*make)(const QList<Row> &rows)) const;

    const Gateway m_gateway;
    const ProxyVersion m_version;
};

} // namespace litedeck
