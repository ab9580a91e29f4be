// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ResponseWriter.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

QByteArray httpDate()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toLatin1();
}

void appendHeader(QByteArray &head, const QByteArray &name, const QByteArray &value)
{
    head += name + ": " + value + "\r\n";
}

} // namespace

QByteArray responseHead(const Response &response, Framing framing, bool keepAlive)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' +
                      reasonPhrase(response.status) + "\r\n";
    appendHeader(head, "date", httpDate());
    appendHeader(head, "server", "uvicorn");
    for (const Header &header : response.headers)
        appendHeader(head, header.name, header.value);
    if (framing == Framing::Length && headerValue(response.headers, "content-length").isNull())
        appendHeader(head, "content-length", QByteArray::number(response.body.size()));
    if (!response.contentType.isEmpty())
        appendHeader(head, "content-type", response.contentType);
    if (!keepAlive)
        appendHeader(head, "connection", "close");
    if (framing == Framing::Chunked)
        appendHeader(head, "transfer-encoding", "chunked");
    return head + "\r\n";
}

QByteArray chunk(const QByteArray &text)
{
    if (text.isEmpty())
        return {};
    return QByteArray::number(text.size(), 16) + "\r\n" + text + "\r\n";
}

QByteArray lastChunk()
{
    return "0\r\n\r\n";
}

} // namespace litedeck::demo
