// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyRoom.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// How a route refuses a key of no person (or of no team, for what a team shows); empty: it opens.
QString refusalOf(ProxyRight right, const ProxyStore &store)
{
    const bool hasUser = store.has(Payer::User);
    switch (right) {
    case ProxyRight::Calls:
    case ProxyRight::Key:
        return {};
    case ProxyRight::Team:
        return hasUser || store.has(Payer::Team) ? QString() : u"not-in-team"_s;
    case ProxyRight::User:
        return hasUser ? QString() : u"no-user"_s;
    case ProxyRight::UserShort:
        return hasUser ? QString() : u"no-user-v2"_s;
    case ProxyRight::Log:
        return hasUser ? QString() : u"admin-only"_s;
    case ProxyRight::PagedLog:
        return hasUser && !store.traits().isOld ? QString() : u"admin-only"_s;
    case ProxyRight::Activity:
        return hasUser ? QString() : u"activity-of-nobody"_s;
    case ProxyRight::TeamActivity:
        return hasUser ? QString() : u"activity-of-no-team"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Response> checkRight(const ProxyStore &store, ProxyRight right, const Call &call)
{
    const bool isForCallsOnly = store.traits().owner == KeyOwner::CallsOnly;
    const QString name =
        isForCallsOnly && right != ProxyRight::Calls ? u"key-type"_s : refusalOf(right, store);
    if (name.isEmpty())
        return std::nullopt;
    return refusal(store.failure(
        name, {{u"route"_s, call.request.path}, {u"team"_s, parameter(call, u"team_id"_s)}}));
}

/// What every route answers to a key in that state; empty: it goes on.
QString refusalOf(KeyState state)
{
    switch (state) {
    case KeyState::Active:
        return {};
    case KeyState::Blocked:
        return u"key-blocked"_s;
    case KeyState::Expired:
        return u"key-expired"_s;
    case KeyState::TeamBlocked:
        return u"team-blocked"_s;
    }
    Q_UNREACHABLE();
}

QString refusalOf(const ProxyStore &store, const QByteArray &authorization)
{
    const QByteArray key = authorization.mid(authorization.indexOf(' ') + 1).trimmed();
    if (authorization.isEmpty())
        return u"no-key"_s;
    if (!key.startsWith("sk-"))
        return u"no-virtual-key"_s;
    if (QString::fromUtf8(key) != store.account().virtualKey)
        return u"unknown-key"_s;
    return refusalOf(store.traits().state);
}

} // namespace

std::optional<Response> checkVirtualKey(const ProxyStore &store, const Request &request)
{
    const QString name = refusalOf(store, request.header("Authorization"));
    if (name.isEmpty())
        return std::nullopt;
    const QString format = u"yyyy-MM-dd HH:mm:ss'+00:00'"_s;
    return refusal(store.failure(name, {{u"team"_s, store.account().team},
                                        {u"expiry"_s, store.now().addSecs(-600).toString(format)},
                                        {u"now"_s, store.now().toString(format)}}));
}

void addProxyRoute(Router &router, ProxyStore &store, const QString &path, ProxyRight right,
                   ProxyHandler handler)
{
    router.add("GET", path, Access::TeamKey, false, [&store, right, handler](const Call &call) {
        const std::optional<Response> refused = checkRight(store, right, call);
        return refused ? refused : handler(store, call);
    });
}

QList<const ProxyRow *> rowsBetween(const ProxyStore &store, const QDateTime &from,
                                    const QDateTime &to)
{
    QList<const ProxyRow *> found;
    for (const ProxyRow &row : store.rows()) {
        if ((!from.isValid() || row.startedAt >= from) && (!to.isValid() || row.startedAt <= to))
            found.append(&row);
    }
    return found;
}

QString parameter(const Call &call, const QString &name)
{
    return call.request.query.queryItemValue(name, QUrl::FullyDecoded);
}

QDateTime dateParameter(const Call &call, const QString &name, bool endsDay)
{
    const QString text = parameter(call, name);
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    time.setTimeZone(QTimeZone::utc());
    if (time.isValid())
        return time;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid()
               ? QDateTime(day, endsDay ? QTime(23, 59, 59, 999) : QTime(0, 0), QTimeZone::utc())
               : QDateTime();
}

} // namespace litedeck::demo
