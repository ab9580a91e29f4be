// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PacedServer.h"

#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <utility>

namespace litedeck::bench {

namespace {

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// Whether all of a request with a body of known length is there.
bool isWhole(const QByteArray &request)
{
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArray head = request.first(end + 2).toLower();
    const QByteArray name = "content-length:";
    const qsizetype at = head.indexOf(name) + name.size();
    const qsizetype length = head.mid(at, head.indexOf('\r', at) - at).trimmed().toLongLong();
    return request.size() >= end + 4 + length;
}

} // namespace

qint64 nanoseconds()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

PacedServer::PacedServer(const QUrl &gateway, QList<QByteArray> events, int interval, int jitter)
    : m_gateway(gateway)
    , m_events(std::move(events))
    , m_interval(interval)
    , m_jitter(jitter)
    , m_writtenAt(size_t(m_events.size()))
{
    connect(&m_server, &QTcpServer::newConnection, this, &PacedServer::accept);
}

bool PacedServer::listen()
{
    return m_server.listen(QHostAddress::LocalHost);
}

QUrl PacedServer::url() const
{
    QUrl url(QStringLiteral("http://127.0.0.1"));
    url.setPort(m_server.serverPort());
    return url;
}

void PacedServer::accept()
{
    QTcpSocket *client = m_server.nextPendingConnection();
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *gateway = new QTcpSocket(client);
    gateway->connectToHost(m_gateway.host(), quint16(m_gateway.port()));
    connect(client, &QTcpSocket::readyRead, this,
            [this, client, gateway] { passOn(client, gateway); });
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(gateway, &QTcpSocket::readyRead, client,
            [client, gateway] { client->write(gateway->readAll()); });
    connect(gateway, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
}

void PacedServer::passOn(QTcpSocket *client, QTcpSocket *gateway)
{
    // No request follows another one that is not answered yet, so each begins a read.
    const QByteArray call = "POST /api/jobs/create-and-call-stream ";
    if (client->peek(call.size()) != call)
        gateway->write(client->readAll());
    else if (isWhole(client->peek(client->bytesAvailable())))
        answer(client);
}

void PacedServer::answer(QTcpSocket *client)
{
    client->readAll();
    client->write("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\n"
                  "transfer-encoding: chunked\r\n\r\n" +
                  chunk(": keepalive\n\n"));
    m_next = 0;
    writeNext(client);
}

void PacedServer::writeNext(QTcpSocket *client)
{
    if (m_next == m_events.size()) {
        client->write("0\r\n\r\n");
        return;
    }
    m_writtenAt[size_t(m_next)] = nanoseconds();
    client->write(chunk(m_events[m_next]));
    client->flush();
    ++m_next;
    const int pause = m_interval + int(QRandomGenerator::global()->bounded(m_jitter + 1));
    QTimer::singleShot(pause, Qt::PreciseTimer, client, [this, client] { writeNext(client); });
}

} // namespace litedeck::bench
