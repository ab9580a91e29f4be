// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace litedeck::test {

/// A bad line to a server: it hands bytes on, but with many calls of models something happens.
/// Which, follows from the seed and the order of the calls.
class Relay : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Relay)

public:
    enum class Fault : quint8 {
        None,
        Delay, ///< The question is held back.
        Drop,  ///< The question is lost, and the connection with it.
        Lose,  ///< The reply is lost; the server does not notice and goes on.
        Reset, ///< Both connections break as soon as the reply begins.
        Cut,   ///< Both connections break within the reply.
    };
    Q_ENUM(Fault)

    Relay(const QUrl &server, quint32 seed);

    QUrl url() const;
    /// How often each was drawn; a reply that ends before its cut comes whole.
    const QMap<Fault, int> &counts() const { return m_counts; }

private:
    class Pair;

    void onConnection();
    Fault draw();

    const QUrl m_serverUrl;
    QTcpServer m_listener;
    QRandomGenerator m_random;
    QMap<Fault, int> m_counts;
};

} // namespace litedeck::test
