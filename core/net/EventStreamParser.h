// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/ReadAheadBuffer.h"

#include <optional>

namespace litedeck {

/// One dispatched event of an event stream.
struct ServerSentEvent
{
    QByteArray type;     ///< "message" unless the stream names another.
    QByteArrayView data; ///< Data lines joined by LF, part of a ReadAheadBuffer.
    QByteArray lastEventId;
};

/// Parses an event stream on bytes, split anywhere, by the rules of WHATWG HTML 9.2.6: one leading
/// byte order mark, lines ended by LF, CR or CRLF, comments, fields `data`, `event`, `id`; an event
/// still open at the end is dropped. When to connect again (`retry`) is not the server's to say.
class EventStreamParser
{
public:
    /// An event larger than this stops the parser, so that a stream without line ends cannot fill
    /// the memory.
    static constexpr qsizetype DefaultLargestEvent = 16 * 1024 * 1024;

    explicit EventStreamParser(qsizetype largestEvent = DefaultLargestEvent);

    /// Forgets everything, for the next stream.
    void reset() { *this = EventStreamParser(m_largestEvent); }
    void feed(const QByteArray &bytes);
    /// The next complete event, if there is one; call until it returns none. Its data is a view of
    /// what the parser holds, until the next call.
    std::optional<ServerSentEvent> next();

    /// True once an event passed the bound; nothing more is parsed then.
    bool hasOverflowed() const { return m_overflowed; }
    /// Comment lines so far: signs of life, not of progress.
    int commentCount() const { return m_comments; }

private:
    std::optional<QByteArrayView> takeLine();
    void processField(QByteArrayView line);
    void addData(QByteArrayView value);
    void keepData();
    ServerSentEvent dispatch();

    qsizetype m_largestEvent;
    ReadAheadBuffer m_buffer;
    qsizetype m_position = 0; ///< Start of the first line not yet taken.
    qsizetype m_searched = 0; ///< No line end before this offset.
    /// The next ones, or the size of the buffer; to be looked for when they are before m_searched.
    qsizetype m_lineFeed = -1;
    qsizetype m_carriageReturn = -1;
    bool m_atStart = true;
    bool m_skipLineFeed = false; ///< The last line ended in CR; a following LF belongs to it.
    bool m_overflowed = false;
    bool m_hasData = false;
    QByteArrayView m_data;  ///< Of the event so far: part of m_buffer, or all of m_kept.
    ReadAheadBuffer m_kept; ///< Data that cannot stay in m_buffer.
    QByteArray m_type;
    QByteArray m_lastEventId;
    int m_comments = 0;
};

} // namespace litedeck
