// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <atomic>
#include <memory>
#include <vector>

class QTcpSocket;

namespace litedeck::bench {

/// Nanoseconds of a clock that all threads share.
qint64 nanoseconds();

/// Stands before a gateway on the loopback interface and passes everything on, but answers a chat
/// call itself: with events at a steady pace, of which it knows when each was written.
///
/// Lives on a thread of its own: listen() and everything below it is called there.
class PacedServer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PacedServer)

public:
    /// An event is written every `interval` milliseconds and, by chance, up to `jitter` more.
    PacedServer(const QUrl &gateway, QList<QByteArray> events, int interval, int jitter);

    bool listen();
    QUrl url() const;
    /// When the event was given to the socket, zero before; from any thread.
    qint64 writtenAt(qsizetype event) const { return m_writtenAt[size_t(event)]; }

private:
    void accept();
    void passOn(QTcpSocket *client, QTcpSocket *gateway);
    void answer(QTcpSocket *client);
    void writeNext(QTcpSocket *client);

    const QUrl m_gateway;
    const QList<QByteArray> m_events;
    const int m_interval;
    const int m_jitter;
    QTcpServer m_server{this};
    qsizetype m_next = 0;
    std::vector<std::atomic<qint64>> m_writtenAt;
};

} // namespace litedeck::bench
