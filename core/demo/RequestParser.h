// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Http.h"

#include <QByteArrayView>

#include <optional>

namespace litedeck::demo {

/// Turns bytes, split anywhere, into HTTP/1.x requests (RFC 9112); knows no socket.
///
/// Pipelined requests stay in the buffer until takeRequest() is called again. Once it has failed,
/// it stays failed: the connection cannot be understood any more.
class RequestParser
{
public:
    static constexpr qsizetype MaxHeadBytes = 64 * 1024; ///< uvicorn's own limit (h11).
    static constexpr qsizetype MaxBodyBytes = 16 * 1024 * 1024;

    /// Adds bytes as they came from the wire.
    void feed(QByteArrayView bytes);

    /// The next whole request, or nothing when more bytes are needed or the parser has failed.
    std::optional<Request> takeRequest();

    /// The status to answer before closing: 0 while all is well, 400 or 413 otherwise.
    int failure() const { return m_failure; }
    /// True once per request with `Expect: 100-continue` whose body has not arrived yet.
    bool takeContinueWanted();
    /// True when nothing of a next request has arrived.
    bool isIdle() const { return m_state == State::Head && m_buffer.isEmpty(); }
    /// Bytes that wait in the buffer.
    qsizetype bufferedBytes() const { return m_buffer.size(); }

private:
    enum class State : quint8 { Head, FixedBody, ChunkSize, ChunkData, ChunkEnd, Trailers };

    bool advance();
    bool readHead();
    bool parseHead(const QByteArray &head);
    bool parseRequestLine(const QByteArray &line);
    bool applyFraming();
    bool readFixedBody();
    bool readChunkSize();
    bool readChunkData();
    bool readTrailers();
    std::optional<QByteArray> takeLine();
    bool fail(int status);

    QByteArray m_buffer;
    qsizetype m_scanned = 0; ///< Where the search for the end of the head goes on.
    State m_state = State::Head;
    Request m_request;
    qsizetype m_remaining = 0; ///< Bytes left of the body or of the chunk.
    qsizetype m_trailerBytes = 0;
    bool m_complete = false;
    bool m_continueWanted = false;
    int m_failure = 0;
};

} // namespace litedeck::demo
