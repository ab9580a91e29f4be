// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/EventStreamParser.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace litedeck {

namespace {

constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF", 3);

/// The offset of the byte in [from, size), or size.
qsizetype find(char byte, QByteArrayView buffer, qsizetype from)
{
    const auto length = static_cast<size_t>(buffer.size() - from);
    const void *found = std::memchr(buffer.data() + from, byte, length);
    return found ? static_cast<const char *>(found) - buffer.data() : buffer.size();
}

} // namespace

EventStreamParser::EventStreamParser(qsizetype largestEvent)
    : m_largestEvent(largestEvent)
{}

void EventStreamParser::feed(const QByteArray &bytes)
{
    if (m_overflowed)
        return;
    keepData();
    // Dropping the consumed front once a feed keeps the work linear in the bytes.
    m_buffer.removeFirst(m_position);
    m_searched -= m_position;
    m_position = 0;
    m_lineFeed = m_carriageReturn = -1;
    m_buffer.append(bytes);
}

std::optional<QByteArrayView> EventStreamParser::takeLine()
{
    const QByteArrayView buffer = m_buffer.view();
    if (m_atStart) {
        const QByteArrayView head = buffer.first(std::min(buffer.size(), ByteOrderMark.size()));
        if (head.size() < ByteOrderMark.size() && ByteOrderMark.startsWith(head))
            return std::nullopt;
        m_atStart = false;
        if (head == ByteOrderMark)
            m_position = ByteOrderMark.size();
        m_searched = m_position;
    }
    if (m_skipLineFeed && m_position < buffer.size()) {
        m_skipLineFeed = false;
        if (buffer.at(m_position) == '\n')
            m_searched = ++m_position;
    }
    if (m_lineFeed < m_searched)
        m_lineFeed = find('\n', buffer, m_searched);
    if (m_carriageReturn < m_searched)
        m_carriageReturn = find('\r', buffer, m_searched);
    const qsizetype end = std::min(m_lineFeed, m_carriageReturn);
    if (end == buffer.size()) {
        m_searched = end;
        m_overflowed = end - m_position + m_data.size() > m_largestEvent;
        return std::nullopt;
    }
    const QByteArrayView line = buffer.sliced(m_position, end - m_position);
    m_skipLineFeed = buffer.at(end) == '\r';
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
        } else if (std::exchange(m_hasData, false)) {
            return dispatch();
        } else {
            m_type.clear();
        }
    }
    return std::nullopt;
}

void EventStreamParser::processField(QByteArrayView line)
{
    const qsizetype colon = find(':', line, 0);
    if (colon == 0) {
        ++m_comments;
        return;
    }
    const QByteArrayView name = line.first(colon);
    QByteArrayView value = line.sliced(std::min(colon + 1, line.size()));
    if (value.startsWith(' '))
        value = value.sliced(1);

    if (name == "data") {
        addData(value);
    } else if (name == "event") {
        m_type = value.toByteArray();
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_lastEventId = value.toByteArray();
    }
}

void EventStreamParser::addData(QByteArrayView value)
{
    if (!m_hasData) {
        m_hasData = true;
        m_data = value;
        m_kept.clear();
    } else {
        keepData();
        m_kept.append("\n");
        m_kept.append(value);
        m_data = m_kept.view();
    }
}

/// Takes the data of an unfinished event out of the buffer.
void EventStreamParser::keepData()
{
    if (!m_hasData)
        return;
    if (m_kept.isEmpty())
        m_kept.append(m_data);
    m_data = m_kept.view();
}

ServerSentEvent EventStreamParser::dispatch()
{
    return {m_type.isEmpty() ? QByteArrayLiteral("message") : std::exchange(m_type, {}),
            std::exchange(m_data, {}), m_lastEventId};
}

} // namespace litedeck
