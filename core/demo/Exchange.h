// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Fault.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>

#include <optional>

class QTimer;

namespace litedeck::demo {

/// One request and the answer on its way: handlers write here, and the fault, if any, spoils what
/// they write.
///
/// Signals: done() exactly once when the answer has been handed to the socket, or clientLeft()
/// exactly once when the client went before that; after either, every write is ignored.
class Exchange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Exchange)

public:
    /// `socket` must outlive the exchange or be closed before; it is not owned.
    Exchange(Request request, const std::optional<Fault> &fault, QTcpSocket *socket,
             QObject *parent);

    const Request &request() const { return m_request; }
    /// The fault of this exchange; a default one when nothing is to go wrong.
    const Fault &fault() const { return m_fault; }
    /// Whether it was this side that broke the connection off.
    bool wasCut() const { return m_cut; }
    /// Whether the connection can carry another request afterwards.
    bool keepsConnection() const { return m_keepAlive; }

    /// Answers in the way that the fault prescribes, instead of a handler.
    void answerWithFault();
    /// Writes a whole answer.
    void respond(const Response &response);
    /// Announces the whole answer, writes only so many bytes of its body and closes.
    void respondPartly(const Response &response, qsizetype bodyBytes);
    /// Begins a chunked answer (or one that ends with the connection, for HTTP/1.0).
    void beginStream(const Response &head);
    void write(const QByteArray &body);
    /// Ends what beginStream() began.
    void end();
    /// Closes the connection in the middle of the answer, as a server that crashes does.
    void cut(bool withReset);
    /// To be called by the connection when the client has gone.
    void noteClientLeft();

signals:
    void done();
    void clientLeft();

private:
    void sendHead(const Response &response, bool streamed);
    void sendBody(const QByteArray &body, bool asChunk);
    void send(const QByteArray &bytes);
    void sendPiece();
    /// Breaks the answer off in the way that the fault prescribes.
    void breakOff();
    void finish();
    void finishIfSent();
    bool swallows() const { return m_over || m_ending || m_muted; }

    const Request m_request;
    const Fault m_fault;
    QPointer<QTcpSocket> m_socket;
    QTimer *m_pieceTimer = nullptr;
    QByteArray m_pending; ///< Bytes that wait for their turn when writing in pieces.
    qint64 m_bodySent = 0;
    int m_writes = 0;
    bool m_keepAlive;
    bool m_chunked = false;
    bool m_muted; ///< The handler runs, but its answer is lost.
    bool m_ending = false;
    bool m_over = false;
    bool m_cut = false;
};

/// Closes a socket with RST instead of FIN, dropping what was not sent.
void resetSocket(QTcpSocket *socket);

} // namespace litedeck::demo
