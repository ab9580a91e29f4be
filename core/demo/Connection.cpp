// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Connection.h"

#include "core/demo/Exchange.h"
#include "core/demo/FaultPlan.h"
#include "core/demo/ResponseWriter.h"
#include "core/demo/Router.h"

#include <QTimer>

#include <utility>

namespace litedeck::demo {

Connection::Connection(QTcpSocket *socket, int number, int keepAliveMs, const Router &router,
                       FaultPlan &faults, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_idleTimer(new QTimer(this))
    , m_router(router)
    , m_faults(faults)
    , m_number(number)
{
    m_socket->setParent(this);
    // Without this, small events wait for the client's delayed acknowledgements.
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_idleTimer->setSingleShot(true);
    m_idleTimer->setInterval(keepAliveMs);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::socketClosed);
    connect(m_idleTimer, &QTimer::timeout, m_socket, &QTcpSocket::disconnectFromHost);
}

Connection::~Connection()
{
    // The socket would report its own end to a half-destroyed connection.
    m_socket->disconnect(this);
}

void Connection::readMore()
{
    m_idleTimer->stop();
    m_parser.feed(m_socket->readAll());
    if (m_exchange == nullptr)
        takeNext();
    else if (m_parser.bufferedBytes() > RequestParser::MaxBodyBytes)
        m_socket->abort(); // a client that floods while it is being answered
}

void Connection::takeNext()
{
    if (const std::optional<Request> request = m_parser.takeRequest())
        return begin(*request);
    if (m_parser.failure() != 0)
        return refuse(m_parser.failure());
    if (m_parser.takeContinueWanted())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

void Connection::begin(const Request &request)
{
    SeenRequest seen;
    seen.method = request.method;
    seen.path = request.path;
    seen.query = request.query;
    seen.headers = request.headers;
    seen.body = request.body;
    seen.connection = m_number;
    emit requestRead(seen);
    m_serial = seen.serial;

    m_exchange = new Exchange(request, m_faults.take(request.method, request.path), m_socket, this);
    connect(m_exchange, &Exchange::done, this, &Connection::exchangeDone);
    if (m_exchange->fault().held) {
        emit requestHeld(request);
        return m_exchange->cut(true);
    }
    const int delay = m_exchange->fault().delayMs;
    if (delay <= 0)
        return handle();
    auto *timer = new QTimer(m_exchange);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, &Connection::handle);
    timer->start(delay);
}

void Connection::handle()
{
    if (m_exchange->fault().replacesAnswer() && !m_exchange->fault().processFirst)
        m_exchange->answerWithFault();
    else
        m_router.dispatch(m_exchange);
}

void Connection::exchangeDone()
{
    const bool stays = m_exchange->keepsConnection();
    m_exchange->deleteLater();
    m_exchange = nullptr;
    if (!stays) {
        m_socket->disconnectFromHost();
        return;
    }
    m_idleTimer->start();
    // Through the event loop, so that many pipelined requests do not nest.
    if (!m_parser.isIdle()) {
        m_idleTimer->stop();
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_exchange == nullptr)
                    takeNext();
            },
            Qt::QueuedConnection);
    }
}

void Connection::refuse(int status)
{
    Response response = status == 413 ? Response::plain(413, "Request body too large.")
                                      : Response::plain(400, "Invalid HTTP request received.");
    // uvicorn writes this answer itself, in an order of its own.
    response.headers = {{"content-type", std::exchange(response.contentType, {})}};
    m_socket->write(responseHead(response, Framing::Length, false) + response.body);
    m_socket->disconnectFromHost();
}

void Connection::socketClosed()
{
    if (m_exchange != nullptr) {
        if (!m_exchange->wasCut())
            emit clientLeftEarly(m_serial);
        m_exchange->noteClientLeft();
        m_exchange = nullptr;
    }
    emit closed();
    deleteLater();
}

} // namespace litedeck::demo
