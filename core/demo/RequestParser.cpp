// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/RequestParser.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace litedeck::demo {

namespace {

constexpr qsizetype MaxChunkLineBytes = 4096;

bool isToken(const QByteArray &text)
{
    static const QByteArray extra = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               extra.contains(c);
    });
}

bool listContains(const QByteArray &list, const QByteArray &word)
{
    const QList<QByteArray> parts = list.toLower().split(',');
    return std::any_of(parts.cbegin(), parts.cend(),
                       [&](const QByteArray &part) { return part.trimmed() == word; });
}

} // namespace

void RequestParser::feed(QByteArrayView bytes)
{
    if (m_failure == 0)
        m_buffer.append(bytes.data(), bytes.size());
}

std::optional<Request> RequestParser::takeRequest()
{
    while (m_failure == 0 && !m_complete && advance()) {
    }
    if (!m_complete)
        return std::nullopt;
    m_complete = false;
    m_continueWanted = false;
    m_state = State::Head;
    return std::exchange(m_request, {});
}

bool RequestParser::takeContinueWanted()
{
    return std::exchange(m_continueWanted, false);
}

bool RequestParser::advance()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::FixedBody:
        return readFixedBody();
    case State::ChunkSize:
        return readChunkSize();
    case State::ChunkData:
        return readChunkData();
    case State::ChunkEnd: {
        const std::optional<QByteArray> line = takeLine();
        if (!line)
            return false;
        m_state = State::ChunkSize;
        return line->isEmpty() || fail(400);
    }
    case State::Trailers:
        return readTrailers();
    }
    return false;
}

bool RequestParser::readHead()
{
    // RFC 9112, 2.2: empty lines before a request line are to be ignored.
    while (m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2);
    const qsizetype from = std::max<qsizetype>(0, m_scanned - 3);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n", from);
    if (end < 0 || end > MaxHeadBytes) {
        m_scanned = m_buffer.size();
        return m_buffer.size() > MaxHeadBytes && fail(400);
    }
    const QByteArray head = m_buffer.left(end);
    m_buffer.remove(0, end + 4);
    m_scanned = 0;
    return (parseHead(head) && applyFraming()) || fail(400);
}

bool RequestParser::parseHead(const QByteArray &head)
{
    m_request = {};
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.contains('\r') || line.contains('\0'))
            return false;
    }
    if (!parseRequestLine(lines.takeFirst()))
        return false;
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(0, colon));
        if (!isToken(name))
            return false;
        m_request.headers.append(Header{name, line.mid(colon + 1).trimmed()});
    }
    const QByteArray connection = m_request.header("Connection");
    m_request.keepAlive = m_request.isHttp11 ? !listContains(connection, "close")
                                             : listContains(connection, "keep-alive");
    return true;
}

bool RequestParser::parseRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || parts[1].isEmpty())
        return false;
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return false;
    m_request.method = parts[0];
    m_request.isHttp11 = parts[2] == "HTTP/1.1";
    m_request.target = parts[1];
    QByteArray path = parts[1];
    if (path.startsWith("http://")) {
        const qsizetype slash = path.indexOf('/', 7);
        path = slash < 0 ? QByteArray("/") : path.mid(slash);
    }
    const qsizetype mark = path.indexOf('?');
    if (mark >= 0) {
        QByteArray query = path.mid(mark + 1);
        query.replace('+', "%20");
        m_request.query = QUrlQuery(QString::fromLatin1(query));
        path.truncate(mark);
    }
    m_request.path = QUrl::fromPercentEncoding(path);
    return path.startsWith('/') || path == "*";
}

bool RequestParser::applyFraming()
{
    const QByteArray coding = m_request.header("Transfer-Encoding").toLower();
    QList<QByteArray> lengths;
    for (const Header &header : std::as_const(m_request.headers)) {
        if (header.name.compare("Content-Length", Qt::CaseInsensitive) == 0)
            lengths.append(header.value);
    }
    // Both at once is how requests are smuggled (RFC 9112, 6.1), so neither is believed.
    if (!coding.isEmpty() && (coding != "chunked" || !lengths.isEmpty()))
        return false;
    const bool expects = m_request.header("Expect").toLower() == "100-continue";
    if (!coding.isEmpty()) {
        m_state = State::ChunkSize;
        m_continueWanted = expects;
        return true;
    }
    m_remaining = 0;
    if (!lengths.isEmpty()) {
        bool ok = lengths.count(lengths.constFirst()) == lengths.size();
        const QByteArray &text = lengths.constFirst();
        ok = ok && !text.isEmpty() &&
             std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
        m_remaining = ok ? text.toLongLong(&ok) : 0;
        if (!ok)
            return false;
        if (m_remaining > MaxBodyBytes)
            return fail(413);
    }
    m_state = State::FixedBody;
    m_continueWanted = expects && m_remaining > 0;
    return true;
}

bool RequestParser::readFixedBody()
{
    if (m_buffer.size() < m_remaining)
        return false;
    m_request.body = m_buffer.left(m_remaining);
    m_buffer.remove(0, m_remaining);
    m_complete = true;
    return true;
}

bool RequestParser::readChunkSize()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    const QByteArray digits = line->split(';').constFirst().trimmed();
    bool ok = false;
    const qulonglong size = digits.toULongLong(&ok, 16);
    if (!ok || digits.startsWith('+') || digits.contains('x'))
        return fail(400);
    if (size > qulonglong(MaxBodyBytes) || m_request.body.size() + qsizetype(size) > MaxBodyBytes)
        return fail(413);
    m_remaining = qsizetype(size);
    m_trailerBytes = 0;
    m_state = size == 0 ? State::Trailers : State::ChunkData;
    return true;
}

bool RequestParser::readChunkData()
{
    const qsizetype count = std::min(m_remaining, m_buffer.size());
    if (count == 0)
        return false;
    m_request.body.append(m_buffer.constData(), count);
    m_buffer.remove(0, count);
    m_remaining -= count;
    if (m_remaining == 0)
        m_state = State::ChunkEnd;
    return true;
}

bool RequestParser::readTrailers()
{
    const std::optional<QByteArray> line = takeLine();
    if (!line)
        return false;
    m_trailerBytes += line->size();
    if (m_trailerBytes > MaxHeadBytes)
        return fail(400);
    m_complete = line->isEmpty();
    return true;
}

std::optional<QByteArray> RequestParser::takeLine()
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0) {
        if (m_buffer.size() > MaxChunkLineBytes)
            fail(400);
        return std::nullopt;
    }
    const QByteArray line = m_buffer.left(end);
    m_buffer.remove(0, end + 2);
    return line;
}

bool RequestParser::fail(int status)
{
    if (m_failure == 0)
        m_failure = status;
    m_buffer.clear();
    return false;
}

} // namespace litedeck::demo
