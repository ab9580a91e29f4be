// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyFailures.h"

#include "core/demo/Resource.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// The whole of failures.json.
const QJsonObject &catalogue()
{
    static const QJsonObject read = jsonResource(u"litellm/failures.json"_s).object();
    return read;
}

QString filled(QString text, const FailureWords &words)
{
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        text.replace(u'{' + it.key() + u'}', it.value());
    return text;
}

QJsonObject errorObject(const ProxyFailure &failure)
{
    QJsonObject error{{u"message"_s, failure.message},
                      {u"type"_s, failure.type},
                      {u"param"_s, failure.param},
                      {u"code"_s, QString::number(failure.status)}};
    if (!failure.fields.isEmpty())
        error.insert(u"provider_specific_fields"_s, failure.fields);
    return {{u"error"_s, error}};
}

ProxyFailure::Form formNamed(const QString &name)
{
    if (name.isEmpty())
        return ProxyFailure::Form::Error;
    return name == u"detail"_s ? ProxyFailure::Form::Detail : ProxyFailure::Form::DetailObject;
}

QJsonObject bodyOf(const ProxyFailure &failure)
{
    switch (failure.form) {
    case ProxyFailure::Form::Error:
        return errorObject(failure);
    case ProxyFailure::Form::Detail:
        return {{u"detail"_s, failure.message}};
    case ProxyFailure::Form::DetailObject:
        return {{u"detail"_s, QJsonObject{{u"error"_s, failure.message}}}};
    }
    Q_UNREACHABLE();
}

} // namespace

ProxyFailure failureNamed(const QString &name, bool isOld, const FailureWords &words)
{
    QJsonObject entry = catalogue()[u"failures"][name].toObject();
    Q_ASSERT(!entry.isEmpty());
    if (isOld) {
        const QJsonObject changes = entry.value(u"old"_s).toObject();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            entry.insert(it.key(), it.value());
    }
    ProxyFailure failure;
    failure.status = entry.value(u"status"_s).toInt();
    failure.type = entry.value(u"type"_s);
    if (entry.contains(u"param"_s))
        failure.param = entry.value(u"param"_s);
    failure.message = entry.value(u"message"_s).toString();
    if (entry.value(u"by_provider"_s).toBool()) {
        failure.message += catalogue()[isOld ? u"old_trailer"_s : u"trailer"_s].toString();
        if (isOld)
            failure.type = u"None"_s;
    }
    failure.message = filled(failure.message, words);
    failure.errorClass = entry.value(u"error_class"_s).toString();
    failure.normalized = entry.value(u"normalized"_s).toString();
    const QJsonObject headers = entry.value(u"headers"_s).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        failure.headers.append(
            Header{it.key().toLatin1(), filled(it->toString(), words).toLatin1()});
    const QJsonObject fields = entry.value(u"fields"_s).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it)
        failure.fields.insert(it.key(), filled(it->toString(), words));
    failure.form = formNamed(entry.value(u"form"_s).toString());
    failure.isMidway = entry.value(u"midway"_s).toBool();
    failure.chargesPrompt = entry.value(u"charges_prompt"_s).toBool();
    return failure;
}

QJsonObject ProxyFailure::toJson(const QString &provider) const
{
    QJsonObject error{
        {u"error_code"_s, QString::number(status)},
        {u"error_class"_s, errorClass},
        {u"error_message"_s, message},
        {u"llm_provider"_s, provider},
        {u"traceback"_s,
         u"  File \"/srv/litellm/proxy_server.py\", line 12326, in chat_completion\n"_s}};
    if (!normalized.isEmpty())
        error.insert(u"normalized_error"_s, normalized);
    return error;
}

Response refusal(const ProxyFailure &failure)
{
    Response response = Response::json(bodyOf(failure), failure.status);
    response.headers = failure.headers;
    return response;
}

QByteArray failureEvent(const ProxyFailure &failure)
{
    return QJsonDocument(errorObject(failure)).toJson(QJsonDocument::Compact);
}

} // namespace litedeck::demo
