// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saas/SaasServer.h"

#include "core/gateway/ChatStream.h"
#include "core/saas/JobsApi.h"
#include "core/saas/SaasInquiry.h"
#include "core/saas/Wire.h"
#include "core/server/CallMetadata.h"
#include "core/server/ChatRequest.h"

#include <QJsonDocument>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

/// Of the jobs of chats.
constexpr QLatin1StringView ChatJobType("chat");

constexpr Milliseconds LongestConnect = 10s;

/// The same limit for every clock but the connect clock, since these endpoints answer in one piece
/// when all is done.
TimeLimits wholeReplyWithin(Milliseconds total)
{
    return {.connect = std::min(total, LongestConnect),
            .firstByte = total,
            .idle = total,
            .total = total};
}

/// Whether the server itself, not something in front of it, wrote the error. Problem reports of
/// proxies (RFC 9457) have a member of that name too, among others.
bool isOwnWord(const QByteArray &body)
{
    const QJsonObject error = QJsonDocument::fromJson(body).object();
    return error.size() == 1 && error.contains("detail"_L1);
}

/// As the error guide recommends (row A17); a call of a model is limited in its silence and not in
/// its life.
TimeLimits limitsOf(HttpMethod method, const QByteArray &endpoint, const CallPatience &patience)
{
    // A stream also begins with a silence, in which the gateway asks for the whole reply.
    if (endpoint.endsWith("-stream") || endpoint.endsWith("/llm-call") ||
        endpoint.endsWith("/create-and-call"))
        return {.connect = LongestConnect,
                .firstByte = patience.wholeReply,
                .idle = patience.wholeReply,
                .total = Milliseconds::zero()};
    if (endpoint == "/api/jobs/create")
        return wholeReplyWithin(10s);
    if (endpoint.startsWith("/api/jobs/") && method == HttpMethod::Get)
        return wholeReplyWithin(10s);
    return wholeReplyWithin(30s);
}

EndpointRules endpointRules(HttpMethod method, const QByteArray &endpoint,
                            const CallPatience &patience)
{
    return {.limits = limitsOf(method, endpoint, patience),
            // The team itself, the models and the health are told to anybody.
            .needsKey = endpoint.startsWith("/api/jobs") || endpoint.startsWith("/api/credits/") ||
                        endpoint.startsWith("/api/teams/{id}/"),
            .namesJob = endpoint.startsWith("/api/jobs/{id}"),
            .makesJob = endpoint == "/api/jobs/create" || endpoint == "/api/jobs/create-and-call"};
}

} // namespace

constinit const ServerRules SaasRules{.ofEndpoint = endpointRules, .isOwnWord = isOwnWord};

SaasServer::SaasServer(const GatewayAddress &address, const Resilience &shared)
    : m_gateway(address, shared, SaasRules)
{}

HttpRequest SaasServer::probe() const
{
    return m_gateway.getKeyless("/health");
}

bool SaasServer::isAlive(int status, const QByteArray &body) const
{
    // What guards a server may want the key, which does not go along with the question.
    const bool isGuarded = status == 401 || status == 403;
    const bool isGood = status >= 200 && status < 300;
    return isGuarded || (isGood && wire::parseObject(body));
}

Reply<KeyAccepted> *SaasServer::checkKey() const
{
    // The balance, which only who has the key is told.
    return new Reply<KeyAccepted>(
        m_gateway.call(m_gateway.get("/api/credits/teams/{id}/balance", m_gateway.team().value)),
        [](const QByteArray &json) -> Expected<KeyAccepted, QString> {
            const auto balance = wire::parseBalance(json);
            if (!balance)
                return Unexpected{balance.error()};
            return KeyAccepted();
        });
}

Reply<Account> *SaasServer::account() const
{
    // Answers without a key and even for a suspended team. Its `virtual_key` is a secret and is not
    // read.
    return new Reply<Account>(
        m_gateway.call(m_gateway.get("/api/teams/{id}", m_gateway.team().value)), wire::parseTeam);
}

Reply<Model> *SaasServer::model(const ModelAlias &alias) const
{
    return new Reply<Model>(m_gateway.call(m_gateway.get("/api/models/{id}", alias.value)),
                            wire::parseModel);
}

CallPlan SaasServer::plan(const ChatRequest &request, const CallContext &context) const
{
    const bool streamed = context.delivery == Delivery::Streamed;
    CallPlan plan;
    if (context.job.isEmpty()) {
        plan.request = m_gateway.send(HttpMethod::Post, Effect::Charges,
                                      streamed ? "/api/jobs/create-and-call-stream"
                                               : "/api/jobs/create-and-call");
        plan.body = [request, team = m_gateway.team(), metadata = metadataOf(context.call)] {
            QJsonObject body = request.toJson();
            body.insert(u"team_id"_s, team.value);
            body.insert(u"job_type"_s, ChatJobType);
            body.insert(u"job_metadata"_s, metadata);
            return QJsonDocument(body).toJson(QJsonDocument::Compact);
        };
        plan.readWhole = wire::parseSingleCallReply;
    } else {
        plan.request =
            m_gateway.send(HttpMethod::Post, Effect::Charges,
                           streamed ? "/api/jobs/{id}/llm-call-stream" : "/api/jobs/{id}/llm-call",
                           context.job.value);
        plan.body = [request] {
            return QJsonDocument(request.toJson()).toJson(QJsonDocument::Compact);
        };
        plan.readWhole = wire::parseCallReply;
    }
    plan.request.streamed = streamed;
    return plan;
}

ChatStream *SaasServer::ask(const CallPlan &plan, QObject *parent) const
{
    return new ChatStream(m_gateway, plan, parent);
}

Inquiry *SaasServer::inquire(const OpenCall &call, const CallEnd &end, QObject *parent) const
{
    return new SaasInquiry(m_gateway, *this, call, end, parent);
}

Reply<RecordPage> *SaasServer::records(int limit, const QString &cursor) const
{
    return JobsApi(m_gateway).list(limit, cursor);
}

Reply<Record> *SaasServer::record(const JobId &id) const
{
    return JobsApi(m_gateway).job(id);
}

Reply<JobCosts> *SaasServer::costs(const JobId &id) const
{
    return JobsApi(m_gateway).costs(id);
}

QList<std::pair<QString, Reply<QJsonObject> *>> SaasServer::rawRecord(const JobId &id) const
{
    const JobsApi api(m_gateway);
    return {{u"job"_s, api.rawJob(id)}, {u"costs"_s, api.rawCosts(id)}};
}

Reply<CreatedJob> *SaasServer::open(const OpenCall &call) const
{
    return JobsApi(m_gateway).create(ChatJobType, metadataOf(call));
}

Reply<CompletedJob> *SaasServer::complete(const JobId &id, const QString &failure) const
{
    return JobsApi(m_gateway).complete(id, failure.isEmpty(), failure);
}

Reply<QList<Transaction>> *SaasServer::newest(int limit) const
{
    return new Reply<QList<Transaction>>(
        m_gateway.call(m_gateway.get("/api/credits/teams/{id}/transactions", m_gateway.team().value,
                                     {{u"limit"_s, QString::number(limit)}})),
        wire::parseTransactions);
}

} // namespace litedeck
