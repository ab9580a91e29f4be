// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Router.h"

#include "core/demo/Exchange.h"
#include "core/demo/FieldReader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

void Router::add(const QByteArray &method, const QString &pattern, Access access, bool takesBody,
                 Handler handler)
{
    m_routes.push_back({method, pattern.split(u'/'), access, takesBody, std::move(handler)});
}

bool Router::matches(const Route &route, const QString &path, QHash<QString, QString> *values)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() != route.segments.size())
        return false;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString &segment = route.segments.at(i);
        if (segment.startsWith(u'{') && !parts.at(i).isEmpty())
            values->insert(segment.mid(1, segment.size() - 2), parts.at(i));
        else if (segment != parts.at(i))
            return false;
    }
    return true;
}

void Router::dispatch(Exchange *exchange) const
{
    const Request &request = exchange->request();
    for (const Route &route : m_routes) {
        QHash<QString, QString> values;
        if (route.method != request.method || !matches(route, request.path, &values))
            continue;
        Call call{exchange, request, values, QJsonValue(QJsonValue::Undefined)};
        if (const std::optional<Response> response = run(route, call))
            exchange->respond(*response);
        return;
    }
    exchange->respond(withoutRoute(request));
}

std::optional<Response> Router::run(const Route &route, Call &call) const
{
    if (route.takesBody) {
        if (const std::optional<Response> malformed = parseBody(call.request, &call.body))
            return malformed;
    }
    if (route.access == Access::TeamKey && m_keyCheck) {
        if (const std::optional<Response> refused = m_keyCheck(call.request))
            return refused;
    }
    return route.handler(call);
}

Response Router::withoutRoute(const Request &request) const
{
    const QString other =
        request.path.endsWith(u'/') ? request.path.chopped(1) : request.path + u'/';
    for (const Route &route : m_routes) {
        QHash<QString, QString> values;
        if (matches(route, request.path, &values)) {
            Response response = Response::detail(405, u"Method Not Allowed"_s);
            response.headers.append(Header{"allow", route.method});
            return response;
        }
    }
    for (const Route &route : m_routes) {
        QHash<QString, QString> values;
        if (request.path == u"/"_s || !matches(route, other, &values))
            continue;
        QUrl url;
        url.setScheme(u"http"_s);
        url.setAuthority(QString::fromLatin1(request.header("Host")));
        url.setPath(other);
        url.setQuery(request.query);
        Response response;
        response.status = 307;
        response.contentType.clear();
        // The order of Starlette's redirect; the scheme is http behind a TLS proxy as well.
        response.headers = {{"content-length", "0"}, {"location", url.toEncoded()}};
        return response;
    }
    return Response::detail(404, u"Not Found"_s);
}

} // namespace litedeck::demo
