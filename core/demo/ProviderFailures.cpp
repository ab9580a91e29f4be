// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProviderFailures.h"

#include "core/demo/Resource.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// The whole of provider-failures.json.
const QJsonObject &catalogue()
{
    static const QJsonObject read = jsonResource(u"provider-failures.json"_s).object();
    return read;
}

QJsonValue entryOf(const Model &model)
{
    return catalogue()[u"failures"][nameOf(model.behaviour)];
}

/// `delivery` is "plain" or "stream".
QString failure(const Model &model, const QString &delivery)
{
    const QJsonValue urls = catalogue()[u"urls"];
    const QJsonValue known = urls[model.provider];
    const QJsonValue url = known.isUndefined() ? urls[u"openai"] : known;
    return entryOf(model)[delivery]
        .toString()
        .replace(u"{url}"_s, url[delivery].toString())
        .replace(u"{model}"_s, model.actualModel)
        .replace(u"{provider}"_s, model.provider);
}

} // namespace

QString plainFailure(const Model &model)
{
    return failure(model, u"plain"_s);
}

int retryMs(const Model &model)
{
    return entryOf(model)[u"retry_ms"].toInt();
}

QString streamFailure(const Model &model)
{
    return failure(model, u"stream"_s);
}

QByteArray providerErrorEvent(const QString &message)
{
    const QString text = message.isEmpty() ? catalogue()[u"error_event"].toString() : message;
    const QJsonObject event{{u"error"_s, QJsonObject{{u"message"_s, text},
                                                     {u"type"_s, u"server_error"_s},
                                                     {u"param"_s, QJsonValue::Null},
                                                     {u"code"_s, QJsonValue::Null}}}};
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

QString missingRoleFailure()
{
    return catalogue()[u"missing_role"].toString();
}

QString nullContentFailure()
{
    Model model;
    model.behaviour = Behaviour::NullContent;
    return streamFailure(model);
}

} // namespace litedeck::demo
