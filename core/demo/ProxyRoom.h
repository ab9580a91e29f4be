// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/ProxyStore.h"
#include "core/demo/Router.h"

namespace litedeck::demo {

/// What a route of the plain proxy shows, which decides for whom it opens.
enum class ProxyRight : quint8 {
    Calls,        ///< Every key's: calls and models.
    Key,          ///< Budget and limits of the key.
    Team,         ///< Those of its team.
    User,         ///< Those of its user.
    UserShort,    ///< The same, newer and smaller.
    Log,          ///< The rows of its user.
    PagedLog,     ///< The same by pages, which old proxies show to admins only.
    Activity,     ///< Spend by day.
    TeamActivity, ///< The same for the team.
};

/// Refuses a request without a good key: a bad one, a blocked or an expired one.
std::optional<Response> checkVirtualKey(const ProxyStore &store, const Request &request);

/// A handler that is given the store as well.
using ProxyHandler = std::optional<Response> (*)(ProxyStore &store, const Call &call);
/// Adds a GET route that opens for keys with that right only.
void addProxyRoute(Router &router, ProxyStore &store, const QString &path, ProxyRight right,
                   ProxyHandler handler);

/// Adds `/health…`, models, key, team and user.
void addProxyAccountRoutes(Router &router, ProxyStore &store);
/// Adds the log of requests.
void addProxyLogRoutes(Router &router, ProxyStore &store);
/// Adds spend by day.
void addProxyActivityRoutes(Router &router, ProxyStore &store);

/// The rows of the log that these dates of a query take in, both included; all without dates.
QList<const ProxyRow *> rowsBetween(const ProxyStore &store, const QDateTime &from,
                                    const QDateTime &to);
/// A parameter of a query, decoded; empty when it is missing.
QString parameter(const Call &call, const QString &name);
/// A date of a query, `YYYY-MM-DD[ HH:MM:SS]` in UTC; with `endsDay` one without a time is the end
/// of its day. Invalid for anything else.
QDateTime dateParameter(const Call &call, const QString &name, bool endsDay);

} // namespace litedeck::demo
