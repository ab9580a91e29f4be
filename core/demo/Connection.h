// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/RequestParser.h"
#include "core/demo/SeenRequest.h"

#include <QObject>
#include <QTcpSocket>

class QTimer;

namespace litedeck::demo {

class Exchange;
class FaultPlan;
class Router;

/// One client: reads its requests, lets the router answer them one after the other, and closes the
/// connection after uvicorn's keep-alive time. Deletes itself when the socket is closed.
class Connection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connection)

public:
    /// Takes the socket over; `router` and `faults` must outlive the connection.
    Connection(QTcpSocket *socket, int number, int keepAliveMs, const Router &router,
               FaultPlan &faults, QObject *parent);
    ~Connection() override;

signals:
    /// A whole request was read; comes before it is handled.
    void requestRead(litedeck::demo::SeenRequest &request);
    /// A fault keeps the request from its handler, and its client is gone.
    void requestHeld(const litedeck::demo::Request &request);
    /// The client disconnected before the answer to that request was finished.
    void clientLeftEarly(quint64 serial);
    /// The socket is closed; the connection deletes itself afterwards.
    void closed();

private:
    void readMore();
    void takeNext();
    void begin(const Request &request);
    void handle();
    void exchangeDone();
    void refuse(int status);
    void socketClosed();

    QTcpSocket *m_socket;
    QTimer *m_idleTimer;
    Exchange *m_exchange = nullptr; ///< The one that is being answered.
    const Router &m_router;
    FaultPlan &m_faults;
    RequestParser m_parser;
    quint64 m_serial = 0;
    const int m_number;
};

} // namespace litedeck::demo
