// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/ChatRequest.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

template <typename T>
void insertSet(QJsonObject &json, const QString &key, const std::optional<T> &value)
{
    if (value)
        json.insert(key, *value);
}

std::optional<double> numberFrom(const QJsonObject &json, const QString &key)
{
    const QJsonValue value = json.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QJsonObject textPart(const QString &text)
{
    return {{u"type"_s, u"text"_s}, {u"text"_s, text}};
}

QJsonObject partOf(const Attachment &attachment)
{
    if (!attachment.isImage())
        return textPart(
            u"File %1:\n\n%2"_s.arg(attachment.name, QString::fromUtf8(attachment.data)));
    const QString url = u"data:%1;base64,%2"_s.arg(attachment.mediaType,
                                                   QString::fromLatin1(attachment.data.toBase64()));
    return {{u"type"_s, u"image_url"_s}, {u"image_url"_s, QJsonObject{{u"url"_s, url}}}};
}

QJsonValue contentOf(const ChatMessage &message)
{
    if (message.attachments.isEmpty())
        return message.content;
    QJsonArray parts;
    for (const Attachment &attachment : message.attachments)
        parts += partOf(attachment);
    if (!message.content.isEmpty())
        parts += textPart(message.content);
    return parts;
}

} // namespace

QJsonObject ChatParameters::toJson() const
{
    QJsonObject json;
    insertSet(json, u"temperature"_s, temperature);
    insertSet(json, u"max_tokens"_s, maxTokens);
    insertSet(json, u"top_p"_s, topP);
    insertSet(json, u"frequency_penalty"_s, frequencyPenalty);
    insertSet(json, u"presence_penalty"_s, presencePenalty);
    if (!stop.isEmpty())
        json.insert(u"stop"_s, QJsonArray::fromStringList(stop));
    return json;
}

ChatParameters ChatParameters::fromJson(const QJsonObject &json)
{
    ChatParameters parameters{.temperature = numberFrom(json, u"temperature"_s),
                              .topP = numberFrom(json, u"top_p"_s),
                              .frequencyPenalty = numberFrom(json, u"frequency_penalty"_s),
                              .presencePenalty = numberFrom(json, u"presence_penalty"_s)};
    if (const auto tokens = numberFrom(json, u"max_tokens"_s))
        parameters.maxTokens = static_cast<int>(*tokens);
    for (const QJsonValue &text : json.value(u"stop"_s).toArray())
        parameters.stop += text.toString();
    return parameters;
}

QJsonObject ChatRequest::toJson() const
{
    QJsonArray list;
    for (const ChatMessage &message : messages)
        list += QJsonObject{{u"role"_s, message.role}, {u"content"_s, contentOf(message)}};

    QJsonObject json = parameters.toJson();
    json.insert(u"model"_s, model.value);
    json.insert(u"messages"_s, list);
    if (!purpose.isEmpty())
        json.insert(u"purpose"_s, purpose);
    return json;
}

} // namespace litedeck
