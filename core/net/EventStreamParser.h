// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace litedeck {

/// One dispatched event of an event stream.
struct ServerSentEvent
{
    QByteArray type; ///< "message" unless the stream names another.
    QByteArray data; ///< Data lines joined by LF.
    QByteArray lastEventId;

    friend bool operator==(const ServerSentEvent &, const ServerSentEvent &) = default;
};

/// Parses an event stream on bytes, split anywhere, by the rules of WHATWG HTML 9.2.6: one leading
/// byte order mark, lines ended by LF, CR or CRLF, comments, fields `data`, `event`, `id`, `retry`;
/// an event still open at the end is dropped.
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
    /// The next complete event, if there is one; call until it returns none.
    std::optional<ServerSentEvent> next();

    /// True once an event passed the bound; nothing more is parsed then.
    bool hasOverflowed() const { return m_overflowed; }
    /// Comment lines so far: signs of life, not of progress.
    int commentCount() const { return m_comments; }
    /// The reconnection time asked for last, in milliseconds, if any.
    std::optional<int> reconnectionTime() const { return m_retry; }
    /// Whether bytes of an unfinished event are held.
    bool hasPartialEvent() const;

private:
    std::optional<QByteArrayView> takeLine();
    void processField(QByteArrayView line);
    std::optional<ServerSentEvent> dispatch();

    qsizetype m_largestEvent;
    QByteArray m_buffer;
    qsizetype m_position = 0; ///< Start of the first line not yet taken.
    qsizetype m_searched = 0; ///< No line end before this offset.
    bool m_atStart = true;
    bool m_skipLineFeed = false; ///< The last line ended in CR; a following LF belongs to it.
    bool m_overflowed = false;
    bool m_hasData = false;
    QByteArray m_data;
    QByteArray m_type;
    QByteArray m_lastEventId;
    std::optional<int> m_retry;
    int m_comments = 0;
};

} // namespace litedeck
