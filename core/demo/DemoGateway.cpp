// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoGateway.h"

#include "core/demo/CallRoom.h"
#include "core/demo/Connection.h"
#include "core/demo/DemoSeed.h"
#include "core/demo/Exchange.h"
#include "core/demo/FaultPlan.h"
#include "core/demo/FlakyPlan.h"
#include "core/demo/ProxyCallRoom.h"
#include "core/demo/ProxySeed.h"
#include "core/demo/Room.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QThread>

#include <algorithm>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

constexpr qsizetype MaxRemembered = 10000;

} // namespace

struct DemoGateway::State
{
    explicit State(const DemoScenario &wanted)
        : scenario(wanted)
        , store(wanted)
        , proxy(wanted)
    {}

    bool isProxy() const { return scenario.kind == DemoKind::LiteLlm; }

    DemoScenario scenario;
    DemoStore store;
    ProxyStore proxy; ///< Of a plain LiteLLM proxy, which has nothing of the other store.
    Router router;
    FaultPlan faults;
    QList<Request> held;
    QList<SeenRequest> requests;
    QList<Connection *> connections;
    quint64 lastSerial = 0;
    int accepted = 0;
};

template <typename Function>
auto DemoGateway::onOwnThread(Function function) const
{
    using Result = std::invoke_result_t<Function>;
    if (QThread::currentThread() == thread() || !thread()->isRunning())
        return function();
    auto *self = const_cast<DemoGateway *>(this);
    if constexpr (std::is_void_v<Result>) {
        QMetaObject::invokeMethod(self, function, Qt::BlockingQueuedConnection);
    } else {
        Result result{};
        QMetaObject::invokeMethod(self, function, Qt::BlockingQueuedConnection, &result);
        return result;
    }
}

DemoGateway::DemoGateway(const DemoScenario &scenario, QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(scenario))
{
    qRegisterMetaType<SeenRequest>();
    switch (scenario.kind) {
    case DemoKind::SaasLiteLlm:
        playSaas();
        return;
    case DemoKind::LiteLlm:
        playProxy();
        return;
    }
}

void DemoGateway::playSaas()
{
    DemoStore &store = m_state->store;
    seedPast(store, m_state->scenario);
    if (m_state->scenario.flaky)
        addFlakyFaults(m_state->faults);
    const Premises premises{store, m_state->scenario};
    Router &router = m_state->router;
    router.setKeyCheck([&store](const Request &request) { return checkKey(store, request); });
    // Before `/api/jobs/{job_id}`, so that a 405 names POST.
    auto *calls = new CallRoom(premises, this);
    calls->addRoutes(router);
    addJobRoutes(router, premises);
    addTeamRoutes(router, premises);
    addCreditRoutes(router, premises);
    addModelRoutes(router, premises);
}

void DemoGateway::playProxy()
{
    ProxyStore &store = m_state->proxy;
    seedProxy(store, m_state->scenario);
    Router &router = m_state->router;
    router.setKeyCheck(
        [&store](const Request &request) { return checkVirtualKey(store, request); });
    auto *calls = new ProxyCallRoom(store, m_state->scenario, this);
    calls->addRoutes(router);
    addProxyAccountRoutes(router, store);
    addProxyLogRoutes(router, store);
    addProxyActivityRoutes(router, store);
}

DemoGateway::~DemoGateway()
{
    // Connections and what was held refer to the state, so they go before it.
    qDeleteAll(std::exchange(m_state->connections, {}));
    qDeleteAll(findChildren<Exchange *>(Qt::FindDirectChildrenOnly));
}

bool DemoGateway::listen(quint16 port)
{
    return onOwnThread([this, port] {
        if (m_server == nullptr) {
            m_server = new QTcpServer(this);
            connect(m_server, &QTcpServer::newConnection, this, &DemoGateway::accept);
        }
        return m_server->isListening() || m_server->listen(QHostAddress::LocalHost, port);
    });
}

void DemoGateway::stop()
{
    onOwnThread([this] {
        if (m_server != nullptr)
            m_server->close();
        // Deferred, since a slot of requestReceived() may call this.
        for (Connection *connection : std::exchange(m_state->connections, {}))
            connection->deleteLater();
    });
}

QUrl DemoGateway::baseUrl() const
{
    return onOwnThread([this] {
        if (m_server == nullptr || !m_server->isListening())
            return QUrl();
        return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->serverPort()));
    });
}

DemoKind DemoGateway::kind() const
{
    return onOwnThread([this] { return m_state->scenario.kind; });
}

void DemoGateway::withProxy(const std::function<void(ProxyStore &)> &work)
{
    onOwnThread([this, work] { work(m_state->proxy); });
}

QString DemoGateway::teamId() const
{
    return onOwnThread([this] {
        return m_state->isProxy() ? m_state->proxy.account().team : m_state->store.team().id;
    });
}

QString DemoGateway::virtualKey() const
{
    return onOwnThread([this] {
        return m_state->isProxy() ? m_state->proxy.account().virtualKey
                                  : m_state->store.team().virtualKey;
    });
}

QString DemoGateway::foreignJobId() const
{
    return onOwnThread([this] { return m_state->store.foreignJobId(); });
}

void DemoGateway::addFault(const Fault &fault)
{
    onOwnThread([this, fault] { m_state->faults.add(fault); });
}

void DemoGateway::clearFaults()
{
    onOwnThread([this] { m_state->faults.clear(); });
}

void DemoGateway::deliverHeld()
{
    onOwnThread([this] {
        for (const Request &request : std::exchange(m_state->held, {})) {
            auto *exchange = new Exchange(request, {}, nullptr, this);
            connect(exchange, &Exchange::done, exchange, &QObject::deleteLater);
            m_state->router.dispatch(exchange);
        }
    });
}

QList<SeenRequest> DemoGateway::requests() const
{
    return onOwnThread([this] { return m_state->requests; });
}

int DemoGateway::countRequests(const QByteArray &method, const QString &pathPattern) const
{
    const QList<SeenRequest> all = requests();
    return int(std::count_if(all.cbegin(), all.cend(), [&](const SeenRequest &request) {
        return (method.isEmpty() || request.method == method) &&
               matchesPath(pathPattern, request.path);
    }));
}

void DemoGateway::clearRequests()
{
    onOwnThread([this] { m_state->requests.clear(); });
}

int DemoGateway::openConnections() const
{
    return onOwnThread([this] { return int(m_state->connections.size()); });
}

int DemoGateway::acceptedConnections() const
{
    return onOwnThread([this] { return m_state->accepted; });
}

void DemoGateway::setTeamStatus(const QString &status)
{
    onOwnThread([this, status] { m_state->store.team().status = status; });
}

void DemoGateway::setCredits(int credits)
{
    onOwnThread([this, credits] {
        const int change = credits - m_state->store.team().remaining();
        const QString type = change > 0 ? u"allocation"_s : u"deduction"_s;
        if (change != 0) {
            m_state->store.book(type, change, QString(), u"Manual adjustment"_s,
                                QDateTime::currentDateTimeUtc());
        }
    });
}

int DemoGateway::creditsRemaining() const
{
    return onOwnThread([this] { return m_state->store.team().remaining(); });
}

void DemoGateway::setVirtualKey(const QString &key)
{
    onOwnThread([this, key] { m_state->store.team().virtualKey = key; });
}

void DemoGateway::setPace(int providerDelayMs, int textPaceMs, bool burstReplies)
{
    onOwnThread([this, providerDelayMs, textPaceMs, burstReplies] {
        m_state->scenario.providerDelayMs = providerDelayMs;
        m_state->scenario.textPaceMs = textPaceMs;
        m_state->scenario.burstReplies = burstReplies;
    });
}

QJsonObject DemoGateway::job(const QString &id) const
{
    return onOwnThread([this, id] {
        const JobRecord *job = m_state->store.job(id);
        return job == nullptr ? QJsonObject() : toJson(*job);
    });
}

QJsonArray DemoGateway::jobs() const
{
    return onOwnThread([this] {
        QJsonArray list;
        const std::deque<JobRecord> &all = m_state->store.jobs();
        for (auto it = all.crbegin(); it != all.crend(); ++it) {
            if (it->teamId == m_state->store.team().id)
                list.append(toJson(*it));
        }
        return list;
    });
}

QJsonArray DemoGateway::transactions() const
{
    return onOwnThread([this] {
        QJsonArray list;
        const QList<TransactionRecord> &all = m_state->store.transactions();
        for (auto it = all.crbegin(); it != all.crend(); ++it)
            list.append(toJson(*it, m_state->store.team()));
        return list;
    });
}

void DemoGateway::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        auto *connection =
            new Connection(socket, ++m_state->accepted, m_state->scenario.keepAliveMs,
                           m_state->router, m_state->faults, this);
        m_state->connections.append(connection);
        connect(connection, &Connection::requestRead, this, &DemoGateway::noteRequest,
                Qt::DirectConnection);
        connect(connection, &Connection::requestHeld, this,
                [this](const Request &request) { m_state->held.append(request); });
        connect(connection, &Connection::clientLeftEarly, this, &DemoGateway::noteClientLeft);
        connect(connection, &Connection::closed, this,
                [this, connection] { m_state->connections.removeOne(connection); });
    }
}

void DemoGateway::noteRequest(SeenRequest &request)
{
    request.serial = ++m_state->lastSerial;
    // A demo may run for days.
    if (m_state->requests.size() == MaxRemembered)
        m_state->requests.removeFirst();
    m_state->requests.append(request);
    emit requestReceived(request);
}

void DemoGateway::noteClientLeft(quint64 serial)
{
    for (SeenRequest &request : m_state->requests) {
        if (request.serial == serial)
            request.clientLeftEarly = true;
    }
}

} // namespace litedeck::demo
