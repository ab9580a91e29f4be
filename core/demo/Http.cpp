// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Http.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

QByteArray headerValue(const QList<Header> &headers, const QByteArray &name)
{
    for (const Header &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

Response Response::json(const QJsonObject &object, int status)
{
    Response response;
    response.status = status;
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

Response Response::json(const QJsonArray &array, int status)
{
    Response response;
    response.status = status;
    response.body = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return response;
}

Response Response::detail(int status, const QString &text)
{
    return json(QJsonObject{{u"detail"_s, text}}, status);
}

Response Response::unhandled()
{
    Response response = plain(500, "Internal Server Error");
    response.closes = true;
    return response;
}

Response Response::plain(int status, const QByteArray &text)
{
    Response response;
    response.status = status;
    response.contentType = "text/plain; charset=utf-8";
    response.body = text;
    return response;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QByteArray reasonPhrase(int status)
{
    static const QHash<int, QByteArray> phrases{{100, "Continue"},
                                                {200, "OK"},
                                                {204, "No Content"},
                                                {301, "Moved Permanently"},
                                                {302, "Found"},
                                                {307, "Temporary Redirect"},
                                                {308, "Permanent Redirect"},
                                                {400, "Bad Request"},
                                                {401, "Unauthorized"},
                                                {402, "Payment Required"},
                                                {403, "Forbidden"},
                                                {404, "Not Found"},
                                                {405, "Method Not Allowed"},
                                                {408, "Request Timeout"},
                                                {413, "Request Entity Too Large"},
                                                {422, "Unprocessable Entity"},
                                                {429, "Too Many Requests"},
                                                {500, "Internal Server Error"},
                                                {502, "Bad Gateway"},
                                                {503, "Service Unavailable"},
                                                {504, "Gateway Timeout"}};
    return phrases.value(status, "Unknown");
}

} // namespace litedeck::demo
