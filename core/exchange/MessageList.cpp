// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/MessageList.h"

#include "core/base/NewId.h"
#include "core/conversation/ChatContext.h"
#include "core/conversation/TurnTree.h"
#include "core/gateway/ToolCallText.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// The text of a message and the images that stand in it as data.
struct Content
{
    QString text;
    QList<Attachment> attachments;
};

void takeImage(Content &content, const QString &url)
{
    constexpr auto Scheme = "data:"_L1;
    constexpr auto Encoding = ";base64,"_L1;
    const qsizetype comma = url.indexOf(Encoding);
    if (!url.startsWith(Scheme) || comma < 0)
        return;
    const QString mediaType = url.mid(Scheme.size(), comma - Scheme.size());
    const auto data = QByteArray::fromBase64Encoding(url.mid(comma + Encoding.size()).toLatin1());
    if (data)
        content.attachments.append({u"image"_s, mediaType, *data});
}

void append(QString &text, const QString &more)
{
    text += (text.isEmpty() ? QString() : u"\n\n"_s) + more;
}

Content contentOf(const QJsonValue &value)
{
    Content content;
    if (value.isString())
        content.text = value.toString();
    for (const QJsonValue &part : value.toArray()) {
        const QString type = part["type"_L1].toString();
        if (type == "text"_L1)
            append(content.text, part["text"_L1].toString());
        else if (type == "image_url"_L1)
            takeImage(content, part["image_url"_L1]["url"_L1].toString());
    }
    return content;
}

/// What an assistant said, with its tool calls as they are kept of streams.
QString replyOf(const QJsonValue &message)
{
    const QString text = contentOf(message["content"_L1]).text;
    QList<ToolCallPiece> calls;
    for (const QJsonValue &call : message["tool_calls"_L1].toArray()) {
        const QJsonValue function = call["function"_L1];
        calls.append({.call = int(calls.size()),
                      .name = function["name"_L1].toString(),
                      .arguments = function["arguments"_L1].toString(),
                      .isWhole = true});
    }
    return calls.isEmpty() ? text : (text + ToolCallText().feed(calls, !text.isEmpty())).trimmed();
}

} // namespace

Expected<ImportedConversations, ImportProblem>
readMessageList(const QJsonArray &messages, const QString &model, const QDateTime &now)
{
    ImportedConversations imported;
    Conversation conversation{
        .id = {newId()}, .createdAt = now, .updatedAt = now, .model = {model}};
    QList<Turn> turns;
    const auto begin = [&turns, &model, &now](const Content &content) {
        Turn turn;
        turn.id = {newId()};
        turn.model = {model};
        turn.prompt = content.text;
        turn.attachments = content.attachments;
        turn.sentAt = now;
        turns.append(turn);
    };
    for (const QJsonValue &message : messages) {
        const QString role = message["role"_L1].toString();
        const Content content = contentOf(message["content"_L1]);
        if (role == "system"_L1 || role == "developer"_L1) {
            append(conversation.settings.systemPrompt, content.text);
        } else if (role == "user"_L1) {
            begin(content);
        } else if (const QString reply = replyOf(message);
                   role == "assistant"_L1 && !reply.isEmpty()) {
            if (turns.isEmpty())
                begin({});
            append(turns.last().reply, reply);
        } else {
            ++imported.skippedMessages;
        }
    }
    if (turns.isEmpty())
        return Unexpected{ImportProblem{.kind = imported.skippedMessages > 0
                                                    ? ImportProblem::Kind::Foreign
                                                    : ImportProblem::Kind::Empty}};
    for (qsizetype i = 0; i < turns.size(); ++i) {
        turns[i].parent = i > 0 ? turns.at(i - 1).id : TurnId();
        turns[i].order = i;
        turns[i].state = turns.at(i).reply.isEmpty() ? TurnState::Stopped : TurnState::Complete;
    }
    TurnTree::arrange(conversation, turns);
    conversation.title = titleFrom(turns.first().prompt);
    imported.conversations.append(conversation);
    return imported;
}

} // namespace litedeck
