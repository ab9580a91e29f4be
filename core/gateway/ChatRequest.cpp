// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/ChatRequest.h"

using namespace Qt::StringLiterals;

namespace litedeck {

QJsonObject ChatRequest::toJson() const
{
    QJsonArray list;
    for (const ChatMessage &message : messages)
        list += QJsonObject{{u"role"_s, message.role}, {u"content"_s, message.content}};

    QJsonObject json{{u"model"_s, model.value}, {u"messages"_s, list}};
    const auto set = [&json](const QString &key, const auto &value) {
        if (value)
            json.insert(key, *value);
    };
    set(u"temperature"_s, parameters.temperature);
    set(u"max_tokens"_s, parameters.maxTokens);
    set(u"top_p"_s, parameters.topP);
    set(u"frequency_penalty"_s, parameters.frequencyPenalty);
    set(u"presence_penalty"_s, parameters.presencePenalty);
    if (!parameters.stop.isEmpty())
        json.insert(u"stop"_s, QJsonArray::fromStringList(parameters.stop));
    if (!purpose.isEmpty())
        json.insert(u"purpose"_s, purpose);
    return json;
}

} // namespace litedeck
