// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/litellm/LiteLlmServer.h"

#include "core/gateway/ChatStream.h"
#include "core/litellm/AccountLook.h"
#include "core/litellm/DailyActivity.h"
#include "core/litellm/LiteLlmInquiry.h"
#include "core/litellm/ModelInfo.h"
#include "core/server/CallMetadata.h"
#include "core/server/ChatRequest.h"

#include <QJsonDocument>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr QByteArrayView Calls("/v1/chat/completions");
/// How far back requests are listed.
constexpr int LogDays = 90;
/// Proxies before 1.90 show users no pages of the log, but all of some days at once. Such days are
/// named by their number, back from today, behind this.
constexpr QChar WindowCursor = u'w';
constexpr int WindowDays = 7;

/// Whether the proxy itself refused a call, for nothing. All its errors of calls have these
/// members, which those of what stands in front of it have not. One with a code of 408 is no
/// refusal: the provider was asked, and the prompt is charged; the log tells how much.
bool isOwnWord(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QJsonObject error = json.value("error"_L1).toObject();
    const QString code = error.value("code"_L1).toString();
    return json.size() == 1 && error.value("message"_L1).isString() && error.contains("type"_L1) &&
           error.contains("param"_L1) && !code.isEmpty() && code != "408"_L1;
}

EndpointRules endpointRules(HttpMethod, const QByteArray &endpoint, const CallPatience &patience)
{
    EndpointRules rules{.needsKey = !endpoint.startsWith("/health/")};
    if (endpoint != Calls)
        return rules;
    // A call is limited in its silence and not in its life, and the proxy is told to give up first,
    // so that its own word about that is to arrive.
    const Milliseconds silence = patience.wholeReply;
    const Milliseconds limit = silence > 0ms ? silence + 5s : silence;
    rules.limits = {.firstByte = limit, .idle = limit, .total = Milliseconds::zero()};
    return rules;
}

/// The reply in one piece has the form of an event of a stream that brings all at once.
Expected<ModelReply, QString> readWhole(const QByteArray &body)
{
    const StreamDelta reply = decodeStreamEvent(body);
    if (!reply.isWhole || reply.finishReason.isEmpty())
        return Unexpected{u"reply: no choice that has ended"_s};
    ToolCallText tools;
    QString text = reply.text;
    text += tools.feed(reply.toolCalls, !text.isEmpty());
    text += tools.close();
    return ModelReply{.content = text, .finishReason = reply.finishReason, .usage = reply.usage};
}

/// Of a whole reply, and of one out of the proxy's store, whose text still tells what it cost
/// first.
std::optional<Usd> costInHead(const HttpResult &reply)
{
    if (!reply.header("x-litellm-cache-key").isEmpty())
        return Usd();
    bool isNumber = false;
    const double cost = reply.header("x-litellm-response-cost").toDouble(&isNumber);
    return isNumber ? std::optional(Usd::fromDouble(cost)) : std::nullopt;
}

QString fallbackInHead(const HttpResult &reply)
{
    const bool isFallback = reply.header("x-litellm-attempted-fallbacks").toInt() > 0;
    return isFallback ? QString::fromUtf8(reply.header("x-litellm-model-group")) : QString();
}

Expected<KeyAccepted, QString> keyAccepted(const QByteArray &body)
{
    const auto names = parseModelNames(body);
    if (!names)
        return Unexpected{names.error()};
    return KeyAccepted();
}

QString logTime(const QDateTime &time)
{
    return time.toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

RecordPage pageOf(const QList<SpendRow> &rows)
{
    RecordPage page;
    for (const SpendRow &row : rows)
        page.records += recordOf(row);
    return page;
}

Record lastRecord(const QList<SpendRow> &rows)
{
    return recordOf(rows.constLast());
}

QJsonObject lastRow(const QList<QJsonObject> &rows)
{
    return rows.constLast();
}

} // namespace

bool isLiveliness(const QByteArray &body)
{
    return body.trimmed() == "\"I'm alive!\"";
}

constinit const ServerRules LiteLlmRules{.ofEndpoint = endpointRules, .isOwnWord = isOwnWord};

LiteLlmServer::LiteLlmServer(const GatewayAddress &address, const Resilience &shared)
    : m_gateway(address, shared, LiteLlmRules)
    , m_version(shared.attempts)
{}

HttpRequest LiteLlmServer::probe() const
{
    return m_gateway.getKeyless("/health/liveliness");
}

bool LiteLlmServer::isAlive(int status, const QByteArray &body) const
{
    // What guards a server may want the key, which does not go along with the question.
    const bool isGuarded = status == 401 || status == 403;
    return isGuarded || (status == 200 && isLiveliness(body));
}

Reply<KeyAccepted> *LiteLlmServer::checkKey() const
{
    // Every kind of key may ask for this one.
    return new Reply<KeyAccepted>(m_gateway.call(m_gateway.get("/v1/models")), keyAccepted);
}

Reply<Account> *LiteLlmServer::account() const
{
    return AccountLook::start(m_gateway);
}

Reply<Model> *LiteLlmServer::model(const ModelAlias &alias) const
{
    const QUrlQuery query{{u"model_group"_s, alias.value}};
    return new Reply<Model>(
        m_gateway.call(m_gateway.get("/model_group/info", {}, query)),
        [alias](const QByteArray &body) { return parseModelInfo(body, alias); });
}

CallPlan LiteLlmServer::plan(const ChatRequest &request, const CallContext &context) const
{
    const bool streamed = context.delivery == Delivery::Streamed;
    CallPlan plan;
    plan.request = m_gateway.send(HttpMethod::Post, Effect::Charges, Calls.toByteArray());
    plan.request.streamed = streamed;
    if (!context.call.callKey.isEmpty()) {
        plan.request.attemptHeader = "x-litellm-call-id";
        plan.request.callId = context.call.callKey.toLatin1();
    }
    if (streamed)
        plan.request.headers.emplaceBack("x-litellm-include-cost-in-streaming-usage", "true");
    // Else the proxy would go on for its own 6000 s after this side gave up. Of a stream it limits
    // the silence only.
    const auto patience = std::chrono::ceil<std::chrono::seconds>(m_gateway.patience().wholeReply);
    if (patience > 0s)
        plan.request.headers.emplaceBack("x-litellm-timeout", QByteArray::number(patience.count()));
    plan.body = [request, streamed, call = context.call] {
        ChatRequest plain = request;
        plain.purpose.clear();
        QJsonObject body = plain.toJson();
        // Litedeck tries again by itself, and a proxy's tries are charged one by one.
        body.insert(u"num_retries"_s, 0);
        body.insert(u"metadata"_s, QJsonObject{{u"spend_logs_metadata"_s, metadataOf(call)}});
        if (!call.conversation.isEmpty())
            body.insert(u"litellm_session_id"_s, call.conversation.value);
        if (streamed) {
            body.insert(u"stream"_s, true);
            body.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
        }
        return QJsonDocument(body).toJson(QJsonDocument::Compact);
    };
    plan.readWhole = readWhole;
    plan.costInHead = costInHead;
    plan.fallbackInHead = fallbackInHead;
    return plan;
}

ChatStream *LiteLlmServer::ask(const CallPlan &plan, QObject *parent) const
{
    return new ChatStream(m_gateway, plan, parent);
}

Inquiry *LiteLlmServer::inquire(const OpenCall &call, const CallEnd &end, QObject *parent) const
{
    return new LiteLlmInquiry(m_gateway, m_version, call, end, parent);
}

Reply<RecordPage> *LiteLlmServer::records(int limit, const QString &cursor) const
{
    if (cursor.startsWith(WindowCursor))
        return oldRecords(QStringView(cursor).sliced(1).toInt());
    // A page is named by its number.
    const int number = cursor.isEmpty() ? 1 : cursor.toInt();
    auto *reply = new Reply<RecordPage>(m_gateway.replies());
    reply->with(pageOfLog(limit, number))
        ->then(reply, [this, reply, number](const Expected<RecordPage, Error> &page) {
            const bool isTooOld = !page && number == 1 &&
                                  (page.error().category == ErrorCategory::PermissionDenied ||
                                   page.error().httpStatus == 404);
            if (!isTooOld) {
                reply->settle(page);
                return;
            }
            const auto settle = [reply](const Expected<RecordPage, Error> &old) {
                reply->settle(old);
            };
            reply->with(oldRecords(0))->then(reply, settle);
        });
    return reply;
}

Reply<RecordPage> *LiteLlmServer::pageOfLog(int limit, int number) const
{
    const QDateTime now = m_gateway.clock().utcNow();
    // Its clock may be ahead of ours.
    const QUrlQuery query{{u"start_date"_s, logTime(now.addDays(-LogDays))},
                          {u"end_date"_s, logTime(now.addDays(1))},
                          {u"page"_s, QString::number(number)},
                          {u"page_size"_s, QString::number(limit)}};
    const auto parse = [limit, number](const QByteArray &body) -> Expected<RecordPage, QString> {
        const auto rows = parseSpendPage(body);
        if (!rows)
            return Unexpected{rows.error()};
        RecordPage page = pageOf(*rows);
        if (rows->size() >= limit)
            page.next = QString::number(number + 1);
        return page;
    };
    return new Reply<RecordPage>(m_gateway.call(m_gateway.get("/spend/logs/v2", {}, query)), parse);
}

Reply<RecordPage> *LiteLlmServer::oldRecords(int window) const
{
    const QDate last = m_gateway.clock().utcNow().date().addDays(1 - window * WindowDays);
    const QUrlQuery query{{u"start_date"_s, last.addDays(-WindowDays).toString(Qt::ISODate)},
                          {u"end_date"_s, last.toString(Qt::ISODate)},
                          {u"summarize"_s, u"false"_s}};
    const auto parse = [window](const QByteArray &body) -> Expected<RecordPage, QString> {
        const auto rows = parseSpendRows(body);
        if (!rows)
            return Unexpected{rows.error()};
        RecordPage page = pageOf(*rows);
        if ((window + 1) * WindowDays < LogDays)
            page.next = WindowCursor + QString::number(window + 1);
        return page;
    };
    return new Reply<RecordPage>(m_gateway.call(m_gateway.get("/spend/logs", {}, query)), parse);
}

template <typename T, typename Row>
Reply<T> *LiteLlmServer::ofRows(const JobId &id,
                                Expected<QList<Row>, QString> (*parse)(const QByteArray &),
                                T (*make)(const QList<Row> &rows)) const
{
    const QUrlQuery query{{u"request_id"_s, id.value}};
    auto *reply = new Reply<T>(m_gateway.replies());
    auto *rows = reply->with(
        new Reply<QList<Row>>(m_gateway.call(m_gateway.get("/spend/logs", {}, query)), parse));
    rows->then(reply, [reply, make](const Expected<QList<Row>, Error> &found) {
        if (!found)
            reply->settle(Unexpected{found.error()});
        else if (found->isEmpty())
            reply->settle(Unexpected{Error::of(ErrorCategory::NotFound)});
        else
            reply->settle(make(*found));
    });
    return reply;
}

Reply<Record> *LiteLlmServer::record(const JobId &id) const
{
    return ofRows(id, parseSpendRows, lastRecord);
}

Reply<JobCosts> *LiteLlmServer::costs(const JobId &id) const
{
    return ofRows(id, parseSpendRows, costsOf);
}

Reply<QList<DaySpending>> *LiteLlmServer::since(const QDate &first) const
{
    const QDate last = m_gateway.clock().utcNow().date();
    const QUrlQuery query{{u"start_date"_s, first.toString(Qt::ISODate)},
                          {u"end_date"_s, last.toString(Qt::ISODate)}};
    return new Reply<QList<DaySpending>>(
        m_gateway.call(m_gateway.get("/user/daily/activity/aggregated", {}, query)),
        parseDailyActivity);
}

QList<std::pair<QString, Reply<QJsonObject> *>> LiteLlmServer::rawRecord(const JobId &id) const
{
    return {{u"request"_s, ofRows(id, parseRawRows, lastRow)}};
}

} // namespace litedeck
