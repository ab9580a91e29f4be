// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyRoom.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// One row and those to whom it belongs.
struct Candidate
{
    const ProxyRow &row;
    const ProxyAccount &account;
};

/// A parameter that narrows the log.
struct Filter
{
    QString name;
    bool (*keeps)(const Candidate &candidate, const QString &wanted);
};

const QList<Filter> &filters()
{
    static const QList<Filter> all{
        {u"status_filter"_s,
         [](const Candidate &c, const QString &wanted) {
             return c.row.isFailure == (wanted == u"failure"_s);
         }},
        {u"request_id"_s,
         [](const Candidate &c, const QString &wanted) {
             return c.row.requestId == wanted || c.row.callId == wanted;
         }},
        {u"search"_s,
         [](const Candidate &c, const QString &wanted) {
             return QStringList{c.row.requestId, c.row.callId, c.row.session}.contains(wanted);
         }},
        {u"session_id"_s,
         [](const Candidate &c, const QString &wanted) { return c.row.session.contains(wanted); }},
        {u"model_group"_s,
         [](const Candidate &c, const QString &wanted) { return c.row.group == wanted; }},
        {u"model"_s,
         [](const Candidate &c, const QString &wanted) { return c.row.model == wanted; }},
        {u"key_alias"_s, [](const Candidate &c,
                            const QString &wanted) { return c.account.keyAlias.contains(wanted); }},
        {u"api_key"_s,
         [](const Candidate &c, const QString &wanted) { return c.account.keyHash == wanted; }},
        {u"user_id"_s,
         [](const Candidate &c, const QString &wanted) { return c.account.user == wanted; }},
        {u"end_user"_s,
         [](const Candidate &c, const QString &wanted) { return c.row.endUser == wanted; }},
        {u"error_code"_s,
         [](const Candidate &c, const QString &wanted) {
             return c.row.error.value(u"error_code"_s).toString() == wanted;
         }},
        {u"error_message"_s,
         [](const Candidate &c, const QString &wanted) {
             return c.row.error.value(u"error_message"_s).toString().contains(wanted);
         }},
        {u"min_spend"_s, [](const Candidate &c,
                            const QString &wanted) { return c.row.spend() >= wanted.toDouble(); }},
        {u"max_spend"_s, [](const Candidate &c,
                            const QString &wanted) { return c.row.spend() <= wanted.toDouble(); }},
        {u"cache_hit_filter"_s,
         [](const Candidate &c, const QString &wanted) {
             return c.row.isFromCache == (wanted == u"hit"_s);
         }},
        {u"exclude_internal_health_checks"_s, [](const Candidate &c, const QString &wanted) {
             return wanted != u"true"_s || !c.row.tags.contains(u"litellm-internal-health-check"_s);
         }}};
    return all;
}

/// What rows are ordered by; anything unknown is the time.
double sortKey(const ProxyRow &row, const QString &name)
{
    if (name == u"spend"_s)
        return row.spend();
    if (name == u"total_tokens"_s)
        return row.tokens.total();
    if (name == u"request_duration_ms"_s)
        return double(row.startedAt.msecsTo(row.endedAt));
    if (name == u"ttft_ms"_s)
        return double(row.startedAt.msecsTo(row.firstTokenAt));
    return double((name == u"endTime"_s ? row.endedAt : row.startedAt).toMSecsSinceEpoch());
}

void sortRows(QList<const ProxyRow *> &rows, const QString &name, bool ascends)
{
    std::stable_sort(rows.begin(), rows.end(), [&](const ProxyRow *a, const ProxyRow *b) {
        const double left = sortKey(*a, name);
        const double right = sortKey(*b, name);
        return ascends ? left < right : left > right;
    });
}

QJsonArray toArray(const QList<const ProxyRow *> &rows, const ProxyStore &store, RowTimes times)
{
    QJsonArray list;
    for (const ProxyRow *row : rows)
        list.append(toJson(*row, store.account(), store.traits().isOld, times));
    return list;
}

int numberParameter(const Call &call, const QString &name, int fallback, int most)
{
    bool isNumber = false;
    const int number = parameter(call, name).toInt(&isNumber);
    return isNumber ? std::clamp(number, 1, most) : fallback;
}

Response page(const QList<const ProxyRow *> &rows, const ProxyStore &store, const Call &call,
              int largest)
{
    const int number = numberParameter(call, u"page"_s, 1, 1'000'000);
    const int size = numberParameter(call, u"page_size"_s, 50, largest);
    const auto pages = (rows.size() + size - 1) / size;
    return Response::json(QJsonObject{
        {u"data"_s, toArray(rows.mid(qsizetype(number - 1) * size, size), store, RowTimes::Page)},
        {u"total"_s, rows.size()},
        {u"page"_s, number},
        {u"page_size"_s, size},
        {u"total_pages"_s, pages},
        {u"total_is_capped"_s, false}});
}

/// What both ways to page the log answer; the one of the proxy's own pages needs no dates for one
/// request.
Response filteredPage(const ProxyStore &store, const Call &call, bool needsDates)
{
    const QDateTime from = dateParameter(call, u"start_date"_s, false);
    const QDateTime to = dateParameter(call, u"end_date"_s, true);
    if (needsDates && (!from.isValid() || !to.isValid()))
        return refusal(store.failure(u"no-dates"_s));
    const QString team = parameter(call, u"team_id"_s);
    if (!team.isEmpty())
        return refusal(store.failure(u"not-that-team"_s, {{u"team"_s, team}}));
    QList<const ProxyRow *> rows = rowsBetween(store, from, to);
    for (const Filter &filter : filters()) {
        const QString wanted = parameter(call, filter.name);
        if (!wanted.isEmpty()) {
            rows.removeIf([&](const ProxyRow *row) {
                return !filter.keeps({*row, store.account()}, wanted);
            });
        }
    }
    sortRows(rows, parameter(call, u"sort_by"_s), parameter(call, u"sort_order"_s) == u"asc"_s);
    return page(rows, store, call, 1000);
}

std::optional<Response> pagedLog(ProxyStore &store, const Call &call)
{
    return filteredPage(store, call, true);
}

std::optional<Response> ownPagesLog(ProxyStore &store, const Call &call)
{
    return filteredPage(store, call, parameter(call, u"request_id"_s).isEmpty());
}

/// The texts of a call, which this proxy does not keep.
std::optional<Response> textsOfCall(ProxyStore &, const Call &)
{
    return Response::json(QJsonObject{});
}

std::optional<Response> sessionLog(ProxyStore &store, const Call &call)
{
    QList<const ProxyRow *> rows = rowsBetween(store, {}, {});
    const QString session = parameter(call, u"session_id"_s);
    rows.removeIf([&session](const ProxyRow *row) { return row->session != session; });
    sortRows(rows, u"startTime"_s, true);
    return page(rows, store, call, 100);
}

/// Sums of each day: in all, by user, by model and by key.
QJsonArray daySums(const QList<const ProxyRow *> &rows, const ProxyAccount &account)
{
    QMap<QDate, QList<const ProxyRow *>> days;
    for (const ProxyRow *row : rows)
        days[row->startedAt.date()].append(row);
    QJsonArray list;
    for (auto day = days.cbegin(); day != days.cend(); ++day) {
        double sum = 0;
        QMap<QString, double> models;
        for (const ProxyRow *row : *day) {
            sum += row->spend();
            models[row->model] += row->spend();
        }
        QJsonObject byModel;
        for (auto model = models.cbegin(); model != models.cend(); ++model)
            byModel.insert(model.key(), model.value());
        list.append(QJsonObject{{u"startTime"_s, day.key().toString(Qt::ISODate)},
                                {u"spend"_s, sum},
                                {u"users"_s, QJsonObject{{account.user, sum}}},
                                {u"models"_s, byModel},
                                {account.keyHash, sum}});
    }
    return list;
}

std::optional<Response> oldLog(ProxyStore &store, const Call &call)
{
    const QString id = parameter(call, u"request_id"_s);
    QList<const ProxyRow *> rows = rowsBetween(store, dateParameter(call, u"start_date"_s, false),
                                               dateParameter(call, u"end_date"_s, true));
    if (!id.isEmpty()) {
        // Before 1.103 only the row of a failure has the client's id, as that of the request.
        const bool findsCalls = !store.traits().isOld;
        rows.removeIf([&](const ProxyRow *row) {
            return row->requestId != id && !(findsCalls && row->callId == id);
        });
    } else if (parameter(call, u"summarize"_s) != u"false"_s) {
        return Response::json(daySums(rows, store.account()));
    }
    sortRows(rows, u"startTime"_s, false);
    return Response::json(toArray(rows, store, RowTimes::List));
}

} // namespace

void addProxyLogRoutes(Router &router, ProxyStore &store)
{
    addProxyRoute(router, store, u"/spend/logs"_s, ProxyRight::Log, &oldLog);
    addProxyRoute(router, store, u"/spend/logs/v2"_s, ProxyRight::PagedLog, &pagedLog);
    addProxyRoute(router, store, u"/spend/logs/ui"_s, ProxyRight::PagedLog, &ownPagesLog);
    addProxyRoute(router, store, u"/spend/logs/ui/{id}"_s, ProxyRight::PagedLog, &textsOfCall);
    addProxyRoute(router, store, u"/spend/logs/session/ui"_s, ProxyRight::PagedLog, &sessionLog);
}

} // namespace litedeck::demo
