// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/DemoScenario.h"
#include "core/demo/Fault.h"
#include "core/demo/SeenRequest.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpServer;

namespace litedeck::demo {

class ProxyStore;

/// A whole gateway on 127.0.0.1 that behaves on the wire as the real one does, traps included.
///
/// Lives on any thread: it may be moved before listen(), and every method may be called from any
/// thread (a call from another one waits for the gateway's event loop). Destroy it on its own
/// thread, or after that thread has ended. DemoHost does all of this for a program.
class DemoGateway final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoGateway)

public:
    explicit DemoGateway(const DemoScenario &scenario = {}, QObject *parent = nullptr);
    ~DemoGateway() override;

    /// Begins to accept connections on 127.0.0.1; port 0 takes a free one. False when it is taken.
    bool listen(quint16 port = 0);
    /// Stops accepting and closes every connection, so that calls on their way end as if their
    /// clients had left; listen() may follow, with the same port too.
    void stop();
    /// `http://127.0.0.1:PORT`, without a slash at the end; empty before listen().
    QUrl baseUrl() const;

    /// Which server it plays.
    DemoKind kind() const;
    /// The team that the key belongs to; empty for a key of a plain proxy that belongs to none.
    QString teamId() const;
    QString virtualKey() const;
    /// The id of a job of a different team, for the 403 of it.
    QString foreignJobId() const;

    /// Adds a fault; those added first win.
    void addFault(const Fault &fault);
    void clearFaults();
    /// Hands the requests that a fault held to their handlers; nobody hears the answers.
    void deliverHeld();

    /// The whole requests since the start or clearRequests(), in their order of arrival; of more
    /// than 10,000 the last ones.
    QList<SeenRequest> requests() const;
    /// How many of them match; an empty method is any, for the pattern see matchesPath().
    int countRequests(const QByteArray &method, const QString &pathPattern) const;
    void clearRequests();
    /// Connections that are open now.
    int openConnections() const;
    /// Connections that were ever accepted.
    int acceptedConnections() const;

    /// Looks at what a plain proxy has stored, or changes it; `work` runs on the gateway's thread.
    void withProxy(const std::function<void(ProxyStore &)> &work);

    // What follows is for SaaS LiteLLM only.
    /// "active", "suspended", "paused" or anything else (which is refused as well).
    void setTeamStatus(const QString &status);
    /// Books the difference, so that the ledger still adds up.
    void setCredits(int credits);
    int creditsRemaining() const;
    /// Replaces the team's key, which makes every other key invalid.
    void setVirtualKey(const QString &key);
    /// Changes the waiting times and the streaming habit of calls that begin later.
    void setPace(int providerDelayMs, int textPaceMs, bool burstReplies);

    /// A job as `GET /api/jobs/{id}` shows it, empty when unknown.
    QJsonObject job(const QString &id) const;
    /// All jobs of the team, the newest first.
    QJsonArray jobs() const;
    /// The whole ledger, the newest line first.
    QJsonArray transactions() const;

signals:
    /// A whole request has arrived; emitted on the gateway's thread, before it is handled.
    void requestReceived(const litedeck::demo::SeenRequest &request);

private:
    struct State;

    template <typename Function>
    auto onOwnThread(Function function) const;
    void playSaas();
    void playProxy();
    void accept();
    void noteRequest(SeenRequest &request);
    void noteClientLeft(quint64 serial);

    std::unique_ptr<State> m_state;
    QTcpServer *m_server = nullptr;
};

} // namespace litedeck::demo
