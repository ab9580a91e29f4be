// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Exchange.h"

#include "core/demo/ResponseWriter.h"

#include <QTimer>

#include <algorithm>
#include <utility>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace litedeck::demo {

Exchange::Exchange(Request request, const std::optional<Fault> &fault, QTcpSocket *socket,
                   QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_fault(fault.value_or(Fault{}))
    , m_socket(socket)
    , m_pieceTimer(new QTimer(this))
    , m_keepAlive(m_request.keepAlive)
    , m_muted(m_fault.processFirst && m_fault.replacesAnswer())
{
    m_pieceTimer->setInterval(0);
    connect(m_pieceTimer, &QTimer::timeout, this, &Exchange::sendPiece);
}

void Exchange::answerWithFault()
{
    m_muted = false;
    if (m_over || m_fault.hang)
        return;
    if (m_fault.reset || m_fault.drop)
        return cut(m_fault.reset);
    if (m_fault.halfHead || m_fault.garbage) {
        send(m_fault.garbage ? QByteArray("\x16\x03\x01\x02 not the protocol you expect\r\n\r\n")
                             : QByteArray("HTTP/1.1 200 OK\r\ncontent-ty"));
        m_keepAlive = false;
        return finish();
    }
    Response response;
    response.status = m_fault.status > 0 ? m_fault.status : 307;
    response.contentType = m_fault.contentType;
    response.body = m_fault.body;
    response.headers = m_fault.headers;
    response.closes = m_fault.closesAfter;
    if (m_fault.redirectTo.isValid())
        response.headers.append(Header{"location", m_fault.redirectTo.toEncoded()});
    respond(response);
}

void Exchange::respond(const Response &response)
{
    if (m_muted)
        return answerWithFault();
    if (swallows())
        return;
    Response answer = response;
    if (m_fault.malformedJson && !m_fault.replacesAnswer())
        answer.body = answer.body.left(answer.body.size() / 2);
    sendHead(answer, false);
    m_keepAlive = m_keepAlive && !answer.closes;
    if (m_request.method != "HEAD")
        sendBody(answer.body, false);
    finish();
}

void Exchange::respondPartly(const Response &response, qsizetype bodyBytes)
{
    if (m_muted)
        return answerWithFault();
    if (swallows())
        return;
    sendHead(response, false);
    send(response.body.left(bodyBytes));
    cut(false);
}

void Exchange::beginStream(const Response &head)
{
    if (!swallows())
        sendHead(head, true);
}

void Exchange::write(const QByteArray &body)
{
    if (swallows() || body.isEmpty())
        return;
    // The first write is the keepalive comment, so the third one is in the middle of the text.
    const bool broken = m_fault.malformedJson && ++m_writes == 3;
    sendBody(broken ? body.left(body.size() / 2) + "\n\n" : body, m_chunked);
}

void Exchange::end()
{
    if (m_muted)
        return answerWithFault();
    if (swallows())
        return;
    if (m_fault.cutAtEnd)
        return breakOff();
    if (m_chunked)
        send(lastChunk());
    finish();
}

void Exchange::breakOff()
{
    // What is written from now on is swallowed.
    if (m_fault.cutWithSilence)
        m_ending = true;
    else
        cut(m_fault.cutWithReset);
}

void Exchange::cut(bool withReset)
{
    if (m_over || !m_socket)
        return;
    m_keepAlive = false;
    m_ending = true;
    m_cut = true;
    m_pieceTimer->stop();
    m_socket->write(std::exchange(m_pending, {}));
    m_socket->flush();
    // The socket's own disconnected() reports to the handlers that nobody reads any more.
    if (withReset)
        resetSocket(m_socket);
    else
        m_socket->disconnectFromHost();
}

void Exchange::noteClientLeft()
{
    if (std::exchange(m_over, true))
        return;
    m_pieceTimer->stop();
    emit clientLeft();
}

void Exchange::sendHead(const Response &response, bool streamed)
{
    m_chunked = streamed && m_request.isHttp11;
    if (streamed && !m_chunked)
        m_keepAlive = false;
    const Framing framing = m_chunked  ? Framing::Chunked
                            : streamed ? Framing::UntilClose
                                       : Framing::Length;
    send(responseHead(response, framing, m_keepAlive));
}

void Exchange::sendBody(const QByteArray &body, bool asChunk)
{
    const QByteArray bytes = asChunk ? chunk(body) : body;
    const qint64 left = m_fault.cutAfterBytes - m_bodySent;
    m_bodySent += body.size();
    if (m_fault.cutAfterBytes < 0 || body.size() < left)
        return send(bytes);
    const qsizetype sizeLine = asChunk ? bytes.indexOf("\r\n") + 2 : 0;
    send(bytes.left(sizeLine + qsizetype(left)));
    breakOff();
}

void Exchange::send(const QByteArray &bytes)
{
    if (!m_socket || m_over)
        return;
    if (m_fault.splitEveryBytes <= 0) {
        m_socket->write(bytes);
        return;
    }
    m_pending += bytes;
    if (!m_pieceTimer->isActive())
        m_pieceTimer->start();
}

void Exchange::sendPiece()
{
    const QByteArray piece = m_pending.left(m_fault.splitEveryBytes);
    m_pending.remove(0, piece.size());
    if (m_socket) {
        m_socket->write(piece);
        m_socket->flush();
    }
    if (m_pending.isEmpty()) {
        m_pieceTimer->stop();
        finishIfSent();
    }
}

void Exchange::finish()
{
    if (std::exchange(m_ending, true))
        return;
    finishIfSent();
}

void Exchange::finishIfSent()
{
    if (!m_ending || m_over || !m_pending.isEmpty())
        return;
    m_over = true;
    emit done();
}

void resetSocket(QTcpSocket *socket)
{
#ifdef Q_OS_UNIX
    const linger now{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
    socket->abort();
}

} // namespace litedeck::demo
