// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>

class QTcpSocket;

namespace litedeck::test {

/// A server that does whatever a test wants with each whole request, byte by byte; for what a
/// well-behaved server never does.
class RawServer : public QObject
{
    Q_OBJECT

public:
    /// Called with each whole request (head and body) and its number from 1; writes to the socket.
    using Answer = std::function<void(QTcpSocket &socket, const QByteArray &request, int number)>;

    explicit RawServer(Answer answer, const QHostAddress &address = QHostAddress::LocalHost);

    QUrl url(const QString &path = QStringLiteral("/")) const;
    const QList<QByteArray> &requests() const { return m_requests; }
    int countStartingWith(const QByteArray &begin) const;

    /// A whole reply with Content-Length.
    static QByteArray reply(int status, const QByteArray &body, const QByteArray &extraHeaders = {},
                            const QByteArray &contentType = "application/json");

private:
    void onConnection();

    Answer m_answer;
    QTcpServer m_server;
    QList<QByteArray> m_requests;
};

} // namespace litedeck::test
