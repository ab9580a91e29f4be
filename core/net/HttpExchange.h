// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/net/Http.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>

#include <memory>

class QNetworkAccessManager;

namespace litedeck {

class OneShotBody;

/// One attempt on the wire.
///
/// Signals: headReceived() at most once; bytesReceived() any number of times, only for a streamed
/// request with a 2xx head; finished() exactly once and last. cancel() makes finished() come before
/// it returns, with WireEnd::Cancelled. The object stays until its owner deletes it.
class HttpExchange : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpExchange)

public:
    /// Replies larger than this end as WireEnd::TooLarge.
    static constexpr qint64 LargestBody = 64 * 1024 * 1024;

    /// A request that must leave once gets a connection of its own: on a kept-alive one the server
    /// may just have hung up, and nobody could tell whether the request was read. All others share
    /// `shared`, which outlives the exchange.
    HttpExchange(HttpRequest request, Clock &clock, QNetworkAccessManager &shared,
                 QObject *parent = nullptr);
    ~HttpExchange() override;

    void start();
    void cancel() { abortWith(WireEnd::Cancelled); }
    /// Replaces the request's limit between two arrivals of bytes, from now on; zero is none.
    void limitSilence(Milliseconds silence);
    /// The reader has the whole reply, whatever the connection does after it: the exchange ends
    /// with WireEnd::Complete, at the latest after so much silence, also when it is cancelled.
    /// limitSilence() takes it back.
    void endAfterSilence(Milliseconds silence);
    bool isWhole() const { return m_isWhole; }
    /// What is known so far; final once finished() was emitted.
    const HttpResult &result() const { return m_result; }

signals:
    void headReceived(int status);
    void bytesReceived(const QByteArray &bytes);
    void finished(const litedeck::HttpResult &result);

private:
    /// Lets a proxy ask for its password before a request goes out that cannot be sent again.
    void greetProxy();
    void onProxyGreeted();
    void send(const QUrl &url);
    void onRequestSent();
    /// Takes the head of the reply once there is one.
    void onMetaDataChanged();
    void onReadyRead();
    void onReplyFinished();
    void onSslErrors(const QList<QSslError> &errors);
    /// The proxy that requests of this exchange go through; empty for none.
    QString proxyName() const;
    bool followRedirect();
    void abortWith(WireEnd end);
    void finish(WireEnd end);
    void releaseReply();
    WireEnd endOf(QNetworkReply::NetworkError error) const;
    std::unique_ptr<Timer> createLimit(WireEnd end);

    const HttpRequest m_request;
    Clock &m_clock;
    std::unique_ptr<QNetworkAccessManager> m_own;
    const bool m_isGuarded; ///< A proxy on the way of `m_own` asks for a password.
    QNetworkAccessManager &m_manager;
    QPointer<QNetworkReply> m_reply;
    OneShotBody *m_body = nullptr;
    HttpResult m_result;
    Milliseconds m_startedAt;
    Milliseconds m_silence; ///< The limit between two arrivals.
    int m_redirects = 0;
    bool m_isWhole = false;
    bool m_finished = false;
    std::unique_ptr<Timer> m_connectLimit;
    std::unique_ptr<Timer> m_firstByteLimit;
    std::unique_ptr<Timer> m_idleLimit;
    std::unique_ptr<Timer> m_totalLimit;
};

} // namespace litedeck
