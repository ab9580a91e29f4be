// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RawServer.h"

#include <QTcpSocket>

#include <memory>

namespace litedeck::test {

RawServer::RawServer(Answer answer, const QHostAddress &address)
    : m_answer(std::move(answer))
{
    m_server.listen(address);
    connect(&m_server, &QTcpServer::newConnection, this, &RawServer::onConnection);
}

QUrl RawServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(m_server.serverAddress().toString());
    url.setPort(m_server.serverPort());
    url.setPath(path);
    return url;
}

int RawServer::countStartingWith(const QByteArray &begin) const
{
    int count = 0;
    for (const QByteArray &request : m_requests)
        count += request.startsWith(begin) ? 1 : 0;
    return count;
}

QByteArray RawServer::reply(int status, const QByteArray &body, const QByteArray &extraHeaders,
                            const QByteArray &contentType)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + contentType +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + extraHeaders +
           "\r\n" + body;
}

void RawServer::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        const auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
            *buffer += socket->readAll();
            while (true) {
                const qsizetype head = buffer->indexOf("\r\n\r\n");
                if (head < 0)
                    return;
                const qsizetype at = buffer->toLower().indexOf("content-length:");
                const qsizetype end = buffer->indexOf("\r\n", at);
                const qsizetype length = at >= 0 && at < head
                                             ? buffer->mid(at + 15, end - at - 15).trimmed().toInt()
                                             : 0;
                const qsizetype size = head + 4 + length;
                if (buffer->size() < size)
                    return;
                m_requests.append(buffer->left(size));
                buffer->remove(0, size);
                m_answer(*socket, m_requests.constLast(), static_cast<int>(m_requests.size()));
            }
        });
    }
}

} // namespace litedeck::test
