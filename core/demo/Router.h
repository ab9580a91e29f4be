// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Http.h"

#include <QHash>
#include <QJsonValue>

#include <functional>
#include <optional>
#include <vector>

namespace litedeck::demo {

class Exchange;

/// What a handler is given.
struct Call
{
    Exchange *exchange = nullptr;
    const Request &request;
    QHash<QString, QString> path; ///< The placeholders of the route, decoded.
    QJsonValue body;              ///< The JSON body; undefined when the route takes none.
};

/// Answers a call; nothing means that the handler answers the exchange itself, later.
using Handler = std::function<std::optional<Response>(const Call &)>;

/// Who may call a route.
enum class Access : quint8 { Open, TeamKey };

/// The table of endpoints, with FastAPI's order of checks: route, JSON syntax, key, then the rest.
class Router
{
public:
    /// Refuses a request without a valid key; nothing lets it pass.
    using KeyCheck = std::function<std::optional<Response>(const Request &)>;

    void setKeyCheck(KeyCheck check) { m_keyCheck = std::move(check); }

    /// Adds a route whose pattern may hold `{name}` segments; earlier routes win. A route for POST
    /// or PATCH with `takesBody` parses JSON before the key is looked at, as FastAPI does.
    void add(const QByteArray &method, const QString &pattern, Access access, bool takesBody,
             Handler handler);

    /// Finds the route and lets it answer; answers 404, 405 and 307 itself.
    void dispatch(Exchange *exchange) const;

private:
    struct Route
    {
        QByteArray method;
        QStringList segments;
        Access access = Access::Open;
        bool takesBody = false;
        Handler handler;
    };

    static bool matches(const Route &route, const QString &path, QHash<QString, QString> *values);
    Response withoutRoute(const Request &request) const;
    std::optional<Response> run(const Route &route, Call &call) const;

    std::vector<Route> m_routes;
    KeyCheck m_keyCheck;
};

} // namespace litedeck::demo
