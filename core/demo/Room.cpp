// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Room.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// What Python's uuid.UUID() accepts, in the server's own spelling; empty for anything else.
QString normalUuid(QString text)
{
    text =
        text.toLower().remove(u"urn:"_s).remove(u"uuid:"_s).remove(u'{').remove(u'}').remove(u'-');
    static const QRegularExpression digits(u"^[0-9a-f]{32}$"_s);
    if (!digits.match(text).hasMatch())
        return {};
    for (const int place : {8, 13, 18, 23})
        text.insert(place, u'-');
    return text;
}

} // namespace

std::optional<Response> checkKey(const DemoStore &store, const Request &request)
{
    const QString sample = u"Expected: 'Authorization: Bearer sk-xxx...'"_s;
    const QByteArray header = request.header("Authorization");
    if (header.isEmpty())
        return Response::detail(401, u"Missing Authorization header. "_s + sample);
    const QList<QByteArray> parts = header.simplified().split(' ');
    if (parts.size() != 2 || parts[0].toLower() != "bearer")
        return Response::detail(401, u"Invalid Authorization header format. "_s + sample);
    if (QString::fromUtf8(parts[1]) != store.team().virtualKey)
        return Response::detail(401, u"Invalid API key"_s);
    if (store.team().status != u"active"_s) {
        return Response::detail(
            403, u"Team access is %1. Please contact support."_s.arg(store.team().status));
    }
    return std::nullopt;
}

FoundJob findOwnJob(DemoStore &store, const Call &call)
{
    const QString id = normalUuid(call.path.value(u"job_id"_s));
    if (id.isEmpty())
        return {nullptr, Response::unhandled()};
    JobRecord *job = store.job(id);
    if (job == nullptr)
        return {nullptr, Response::detail(404, u"Job not found"_s)};
    if (job->teamId != store.team().id)
        return {nullptr, Response::detail(403, u"Job does not belong to your team"_s)};
    return {job, {}};
}

bool fitsColumn(const QString &text, int width)
{
    return text.size() <= width && !text.contains(QChar(u'\0'));
}

QJsonObject merged(QJsonObject into, const QJsonObject &from)
{
    for (auto it = from.begin(); it != from.end(); ++it)
        into.insert(it.key(), it.value());
    return into;
}

} // namespace litedeck::demo
