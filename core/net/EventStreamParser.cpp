// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/EventStreamParser.h"

#include <algorithm>
#include <cstring>

namespace litedeck {

namespace {

constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF", 3);

/// The offset of the first CR or LF in [from, size), or size.
qsizetype findLineEnd(const QByteArray &buffer, qsizetype from)
{
    const char *begin = buffer.constData();
    const auto length = static_cast<size_t>(buffer.size() - from);
    const void *lf = std::memchr(begin + from, '\n', length);
    const qsizetype lineFeed = lf ? static_cast<const char *>(lf) - begin : buffer.size();
    const void *cr = std::memchr(begin + from, '\r', static_cast<size_t>(lineFeed - from));
    return cr ? static_cast<const char *>(cr) - begin : lineFeed;
}

} // namespace

EventStreamParser::EventStreamParser(qsizetype largestEvent)
    : m_largestEvent(largestEvent)
{}

void EventStreamParser::feed(const QByteArray &bytes)
{
    if (m_overflowed)
        return;
    // Dropping the consumed front once a feed keeps the work linear in the bytes.
    if (m_position > 0) {
        m_buffer.remove(0, m_position);
        m_searched -= m_position;
        m_position = 0;
    }
    m_buffer += bytes;
}

std::optional<QByteArrayView> EventStreamParser::takeLine()
{
    if (m_atStart) {
        const QByteArrayView head =
            QByteArrayView(m_buffer).first(std::min(m_buffer.size(), ByteOrderMark.size()));
        if (head.size() < ByteOrderMark.size() && ByteOrderMark.startsWith(head))
            return std::nullopt;
        m_atStart = false;
        if (head == ByteOrderMark)
            m_position = ByteOrderMark.size();
        m_searched = m_position;
    }
    if (m_skipLineFeed && m_position < m_buffer.size()) {
        m_skipLineFeed = false;
        if (m_buffer.at(m_position) == '\n')
            m_searched = ++m_position;
    }
    const qsizetype end = findLineEnd(m_buffer, m_searched);
    if (end == m_buffer.size()) {
        m_searched = end;
        m_overflowed = end - m_position + m_data.size() > m_largestEvent;
        return std::nullopt;
    }
    const QByteArrayView line(m_buffer.constData() + m_position, end - m_position);
    m_skipLineFeed = m_buffer.at(end) == '\r';
    m_position = end + 1;
    m_searched = m_position;
    return line;
}

std::optional<ServerSentEvent> EventStreamParser::next()
{
    while (!m_overflowed) {
        const auto line = takeLine();
        if (!line)
            return std::nullopt;
        if (!line->isEmpty()) {
            processField(*line);
            m_overflowed = m_overflowed || m_data.size() > m_largestEvent;
        } else if (auto event = dispatch()) {
            return event;
        }
    }
    return std::nullopt;
}

void EventStreamParser::processField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon == 0) {
        ++m_comments;
        return;
    }
    const QByteArrayView name = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView("") : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);

    if (name == "data") {
        if (m_hasData)
            m_data += '\n';
        m_data.append(value);
        m_hasData = true;
    } else if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_lastEventId = value.toByteArray();
    } else if (name == "retry") {
        const bool allDigits =
            std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
        bool ok = false;
        const int milliseconds = value.toByteArray().toInt(&ok);
        if (allDigits && ok)
            m_retry = milliseconds;
    }
}

std::optional<ServerSentEvent> EventStreamParser::dispatch()
{
    ServerSentEvent event{m_type.isEmpty() ? QByteArrayLiteral("message") : m_type, m_data,
                          m_lastEventId};
    const bool hadData = m_hasData;
    m_type.clear();
    m_data.clear();
    m_hasData = false;
    if (!hadData)
        return std::nullopt;
    return event;
}

bool EventStreamParser::hasPartialEvent() const
{
    return m_hasData || m_position < m_buffer.size();
}

} // namespace litedeck
