// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/FieldReader.h"
#include "core/demo/Room.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

Response transactions(const DemoStore &store, const Call &call)
{
    FieldReader fields(call.request.query);
    const std::optional<qint64> limit = fields.integer(u"limit"_s, 50);
    if (!fields.ok())
        return fields.failure();
    if (call.path.value(u"team_id"_s) != store.team().id)
        return Response::detail(403, u"Cannot access credit transactions for a different team"_s);
    if (limit.value_or(-1) < 0)
        return Response::unhandled();
    QJsonArray page;
    const QList<TransactionRecord> &ledger = store.transactions();
    for (auto it = ledger.crbegin(); it != ledger.crend() && page.size() < *limit; ++it)
        page.append(toJson(*it, store.team()));
    return Response::json(QJsonObject{
        {u"team_id"_s, store.team().id}, {u"total"_s, page.size()}, {u"transactions"_s, page}});
}

Response check(const DemoStore &store, const Call &call)
{
    FieldReader fields(call.request.query);
    const qint64 needed = fields.integer(u"credits_needed"_s, 1).value_or(1);
    if (!fields.ok())
        return fields.failure();
    const TeamRecord &team = store.team();
    if (call.path.value(u"team_id"_s) != team.id)
        return Response::detail(403, u"Cannot check credits for a different team"_s);
    if (team.remaining() >= needed) {
        return Response::json(QJsonObject{{u"team_id"_s, team.id},
                                          {u"has_credits"_s, true},
                                          {u"credits_remaining"_s, team.remaining()},
                                          {u"credits_needed"_s, needed}});
    }
    const QString error = u"Insufficient credits. Team has %1 credits remaining, but %2 required. "
                          u"Allocated: %3, Used: %4"_s.arg(team.remaining())
                              .arg(needed)
                              .arg(team.allocated)
                              .arg(team.used);
    return Response::json(QJsonObject{{u"team_id"_s, team.id},
                                      {u"has_credits"_s, false},
                                      {u"error"_s, error},
                                      {u"credits_needed"_s, needed}});
}

} // namespace

void addCreditRoutes(Router &router, const Premises &premises)
{
    DemoStore &store = premises.store;
    router.add("GET", u"/api/credits/teams/{team_id}/balance"_s, Access::TeamKey, false,
               [&store](const Call &call) {
                   if (call.path.value(u"team_id"_s) == store.team().id)
                       return Response::json(toJson(store.team()));
                   return Response::detail(403,
                                           u"Cannot access credit balance for a different team"_s);
               });
    router.add("GET", u"/api/credits/teams/{team_id}/transactions"_s, Access::TeamKey, false,
               [&store](const Call &call) { return transactions(store, call); });
    router.add("POST", u"/api/credits/teams/{team_id}/check"_s, Access::TeamKey, false,
               [&store](const Call &call) { return check(store, call); });
}

} // namespace litedeck::demo
