// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Relay.h"

#include <QTcpSocket>
#include <QTimer>

namespace litedeck::test {

/// One connection of the client, and the one to the server that goes with it.
class Relay::Pair : public QObject
{
public:
    Pair(Relay &relay, QTcpSocket *client)
        : QObject(&relay)
        , m_relay(relay)
        , m_client(client)
        , m_server(new QTcpSocket(this))
    {
        client->setParent(this);
        m_server->connectToHost(relay.m_serverUrl.host(), quint16(relay.m_serverUrl.port()));
        connect(client, &QTcpSocket::readyRead, this, &Pair::onQuestion);
        connect(m_server, &QTcpSocket::readyRead, this, &Pair::onReply);
        connect(client, &QTcpSocket::disconnected, this, [this] {
            m_isClientGone = true;
            if (m_server->state() == QAbstractSocket::UnconnectedState)
                deleteLater();
            else if (m_fault != Fault::Lose)
                m_server->disconnectFromHost();
        });
        // What has been told before still leaves.
        connect(m_server, &QTcpSocket::disconnected, this, [this] {
            if (m_isClientGone)
                deleteLater();
            else
                m_client->disconnectFromHost();
        });
        connect(m_server, &QTcpSocket::errorOccurred, this,
                [this](QAbstractSocket::SocketError error) {
                    if (error != QAbstractSocket::RemoteHostClosedError)
                        breakBoth();
                });
    }

private:
    void onQuestion()
    {
        const QByteArray bytes = m_client->readAll();
        if (bytes.startsWith("POST /v1/chat/completions")) {
            m_fault = m_relay.draw();
            m_left = m_fault == Fault::Cut ? 500 + m_relay.m_random.bounded(2'500) : 0;
        }
        if (m_fault == Fault::Drop) {
            breakBoth();
        } else if (m_fault == Fault::Delay) {
            constexpr int Pause = 500;
            QTimer::singleShot(Pause, this, [this, bytes] { m_server->write(bytes); });
        } else {
            m_server->write(bytes);
        }
    }

    void onReply()
    {
        const QByteArray bytes = m_server->readAll();
        switch (m_fault) {
        case Fault::None:
        case Fault::Delay:
        case Fault::Drop:
            break;
        case Fault::Lose:
            m_client->abort();
            break;
        case Fault::Reset:
            breakBoth();
            break;
        case Fault::Cut:
            m_left -= bytes.size();
            if (m_left <= 0)
                breakBoth();
            break;
        }
        if (!m_isClientGone)
            m_client->write(bytes);
    }

    void breakBoth()
    {
        m_isClientGone = true;
        m_client->abort();
        m_server->abort();
        deleteLater();
    }

    Relay &m_relay;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    Fault m_fault = Fault::None;
    qint64 m_left = 0; ///< Of the reply, until the cut.
    bool m_isClientGone = false;
};

Relay::Relay(const QUrl &server, quint32 seed)
    : m_serverUrl(server)
    , m_random(seed)
{
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
    connect(&m_listener, &QTcpServer::newConnection, this, &Relay::onConnection);
}

QUrl Relay::url() const
{
    QUrl url = m_serverUrl;
    url.setPort(m_listener.serverPort());
    return url;
}

void Relay::onConnection()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection())
        new Pair(*this, client);
}

Relay::Fault Relay::draw()
{
    // Half of all calls have luck.
    constexpr int Faults = 5;
    const int drawn = m_random.bounded(2 * Faults);
    const Fault fault = drawn < Faults ? Fault(1 + drawn) : Fault::None;
    ++m_counts[fault];
    return fault;
}

} // namespace litedeck::test
