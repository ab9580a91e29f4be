// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProxyRequest.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

/// The first of the texts that is not empty.
QString firstOf(const QStringList &texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

std::optional<ProxyRequest> readProxyRequest(const Request &request, Rng &rng)
{
    constexpr qsizetype LongestId = 256;
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject body = document.object();
    const QJsonValue metadata = body.value(u"metadata"_s);
    const auto header = [&request](const QByteArray &name) {
        return QString::fromUtf8(request.header(name));
    };
    ProxyRequest call;
    call.callId = header("x-litellm-call-id");
    if (call.callId.isEmpty() || call.callId.size() > LongestId)
        call.callId = rng.uuid();
    call.session =
        firstOf({header("x-litellm-trace-id"), body.value(u"litellm_trace_id"_s).toString(),
                 header("x-litellm-session-id"), body.value(u"litellm_session_id"_s).toString(),
                 metadata[u"session_id"].toString(), rng.uuid()});
    call.endUser = body.value(u"user"_s).toString();
    call.tags = header("x-litellm-tags").split(u',', Qt::SkipEmptyParts) +
                metadata[u"tags"].toVariant().toStringList();
    call.metadata =
        QJsonDocument::fromJson(request.header("x-litellm-spend-logs-metadata")).object();
    if (call.metadata.toObject().isEmpty())
        call.metadata = metadata[u"spend_logs_metadata"];
    if (!call.metadata.isObject())
        call.metadata = QJsonValue::Null;
    call.model = body.value(u"model"_s).toString();
    call.messages = body.value(u"messages"_s).toArray();
    call.maxTokens =
        body.value(u"max_completion_tokens"_s).toInt(body.value(u"max_tokens"_s).toInt());
    call.isStreamed = body.value(u"stream"_s).toBool();
    const QByteArray limit =
        call.isStreamed && !request.header("x-litellm-stream-timeout").isEmpty()
            ? request.header("x-litellm-stream-timeout")
            : request.header("x-litellm-timeout");
    call.timeoutSeconds = int(limit.toDouble());
    call.wantsUsage = body.value(u"stream_options"_s)[u"include_usage"].toBool();
    return call;
}

} // namespace litedeck::demo
