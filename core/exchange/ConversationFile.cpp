// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ConversationFile.h"

#include "core/base/BareNumber.h"
#include "core/base/JsonReader.h"
#include "core/base/NewId.h"
#include "core/base/Redactor.h"
#include "core/conversation/ConversationJson.h"
#include "core/conversation/StoredNames.h"
#include "core/conversation/TurnTree.h"
#include "core/exchange/MessageList.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr auto FormatName = "litedeck-conversations"_L1;
constexpr int FormatVersion = 1;

void writeTime(QJsonObject &json, const QString &key, const QDateTime &time)
{
    if (time.isValid())
        json.insert(key, time.toUTC().toString(Qt::ISODateWithMs));
}

/// A measured number as [value, provenance]; nothing for an unknown one.
template <typename T>
void writeMeasured(QJsonObject &json, const QString &key, const Measured<T> &measured)
{
    if (measured.isKnown())
        json.insert(key, QJsonArray{bareNumber(measured.value),
                                    measured.provenance == Provenance::Reported ? u"reported"_s
                                                                                : u"estimated"_s});
}

template <typename T>
void readMeasured(const QJsonObject &json, const QString &key, Measured<T> &measured)
{
    const QJsonArray pair = json.value(key).toArray();
    if (pair.size() != 2)
        return;
    const T value{pair.at(0).toInteger()};
    measured = pair.at(1).toString() == "reported"_L1 ? Measured<T>::reported(value)
                                                      : Measured<T>::estimated(value);
}

/// Visits every measured number of a cost under its name in the file.
template <typename Cost, typename Visit>
void forEachMeasured(Cost &cost, Visit visit)
{
    visit(u"prompt_tokens"_s, cost.promptTokens);
    visit(u"completion_tokens"_s, cost.completionTokens);
    visit(u"total_tokens"_s, cost.totalTokens);
    visit(u"cost_nano_usd"_s, cost.cost);
    visit(u"credits"_s, cost.credits);
    visit(u"latency_ms"_s, cost.latency);
    visit(u"first_text_ms"_s, cost.timeToFirstText);
}

QJsonObject costJson(const TurnCost &cost)
{
    QJsonObject json;
    forEachMeasured(cost, [&json](const QString &key, const auto &measured) {
        writeMeasured(json, key, measured);
    });
    return json;
}

/// A file's text without secrets; what is no text stays.
QByteArray withoutSecrets(const Attachment &attachment, Redaction &redaction)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(attachment.data);
    if (attachment.isImage() || decoder.hasError() || attachment.data.contains('\0'))
        return attachment.data;
    // Bytes without a secret stay as they are, down to a byte order mark.
    const QString clean = redaction.text(text);
    return clean == text ? attachment.data : clean.toUtf8();
}

QJsonObject attachmentJson(const Attachment &attachment, Redaction &redaction)
{
    const QByteArray data = withoutSecrets(attachment, redaction);
    return {{u"name"_s, redaction.text(attachment.name)},
            {u"media_type"_s, attachment.mediaType},
            {u"base64"_s, QString::fromLatin1(data.toBase64())}};
}

QJsonObject turnJson(const Turn &turn, Redaction &redaction)
{
    QJsonObject json{{u"id"_s, turn.id.value},
                     {u"parent"_s, turn.parent.value},
                     {u"rank"_s, turn.rank},
                     {u"model"_s, redaction.text(turn.model.value)},
                     {u"prompt"_s, redaction.text(turn.prompt)},
                     {u"reply"_s, redaction.text(turn.reply)},
                     {u"state"_s, QString(storedName(turn.state))},
                     {u"job_id"_s, turn.jobId.value},
                     {u"finish_reason"_s, turn.finishReason},
                     {u"cost"_s, costJson(turn.cost)}};
    writeTime(json, u"sent_at"_s, turn.sentAt);
    if (!turn.reasoning.isEmpty())
        json.insert(u"reasoning"_s, redaction.text(turn.reasoning));
    if (!turn.answeredBy.isEmpty())
        json.insert(u"answered_by"_s, redaction.text(turn.answeredBy.value));
    if (turn.leftOut > 0)
        json.insert(u"left_out"_s, turn.leftOut);
    if (!turn.lost.isEmpty())
        json.insert(u"lost_replies"_s, chargesToArray(turn.lost));
    if (turn.error)
        json.insert(
            u"error"_s,
            redaction.object(QJsonDocument::fromJson(errorToJson(turn.error).toUtf8()).object()));
    QJsonArray attachments;
    for (const Attachment &attachment : turn.attachments)
        attachments += attachmentJson(attachment, redaction);
    if (!attachments.isEmpty())
        json.insert(u"attachments"_s, attachments);
    return json;
}

QJsonObject conversationJson(const Conversation &conversation, Redaction &redaction)
{
    QList<Turn> all = conversation.turns + conversation.asides;
    QHash<TurnId, TurnId> deleted;
    for (const Turn &turn : std::as_const(all)) {
        if (turn.isDeleted)
            deleted.insert(turn.id, turn.parent);
    }
    all.removeIf([](const Turn &turn) { return turn.isDeleted; });
    // What followed a deleted turn follows what came before it.
    for (Turn &turn : all) {
        for (qsizetype steps = deleted.size(); steps > 0 && deleted.contains(turn.parent); --steps)
            turn.parent = deleted.value(turn.parent);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Turn &a, const Turn &b) { return a.order < b.order; });
    QJsonArray turns;
    for (const Turn &turn : all)
        turns += turnJson(turn, redaction);
    const QByteArray settings = chatSettingsToJson(conversation.settings).toUtf8();
    QJsonObject json{{u"title"_s, redaction.text(conversation.title)},
                     {u"model"_s, redaction.text(conversation.model.value)},
                     {u"settings"_s, redaction.object(QJsonDocument::fromJson(settings).object())},
                     {u"turns"_s, turns}};
    writeTime(json, u"created_at"_s, conversation.createdAt);
    writeTime(json, u"updated_at"_s, conversation.updatedAt);
    return json;
}

Turn readTurn(JsonReader &json)
{
    Turn turn;
    turn.id = {json.text(u"id"_s)};
    turn.parent = {json.text(u"parent"_s)};
    turn.rank = json.optionalInteger(u"rank"_s).value_or(0);
    turn.model = {json.text(u"model"_s)};
    turn.answeredBy = {json.optionalText(u"answered_by"_s).value_or(QString())};
    turn.prompt = json.text(u"prompt"_s);
    turn.reply = json.text(u"reply"_s);
    turn.reasoning = json.optionalText(u"reasoning"_s).value_or(QString());
    turn.finishReason = json.optionalText(u"finish_reason"_s).value_or(QString());
    turn.state = valueNamed<TurnState>(json.text(u"state"_s));
    turn.sentAt = json.optionalTime(u"sent_at"_s).value_or(QDateTime());
    turn.jobId = {json.optionalText(u"job_id"_s).value_or(QString())};
    turn.leftOut = static_cast<int>(json.optionalInteger(u"left_out"_s).value_or(0));
    const QJsonObject cost = json.optionalObject(u"cost"_s);
    forEachMeasured(turn.cost, [&cost](const QString &key, auto &measured) {
        readMeasured(cost, key, measured);
    });
    turn.lost = chargesFromArray(json.raw().value(u"lost_replies"_s).toArray());
    if (const QJsonObject error = json.optionalObject(u"error"_s); !error.isEmpty())
        turn.error = errorFromJson(QString::fromUtf8(QJsonDocument(error).toJson()));
    if (json.has(u"attachments"_s))
        json.forEach(u"attachments"_s, [&turn](JsonReader &attachment) {
            turn.attachments.append(
                {attachment.text(u"name"_s), attachment.text(u"media_type"_s),
                 QByteArray::fromBase64(attachment.text(u"base64"_s).toLatin1())});
        });
    // Nothing runs any more that was running when it was exported.
    if (turn.state == TurnState::Pending || turn.state == TurnState::Streaming)
        turn.state = TurnState::Interrupted;
    return turn;
}

/// Gives the turns new ids, as the old ones may be in use here; what follows nothing known comes
/// first.
void renew(QList<Turn> &turns)
{
    QHash<TurnId, TurnId> fresh;
    qint64 order = 0;
    for (Turn &turn : turns) {
        const TurnId id{newId()};
        turn.parent = fresh.value(turn.parent);
        fresh.insert(turn.id, id);
        turn.id = id;
        turn.order = order++;
    }
}

Conversation readConversation(JsonReader &json, const QDateTime &now)
{
    Conversation conversation;
    conversation.id = {newId()};
    conversation.title = json.text(u"title"_s);
    conversation.createdAt = json.optionalTime(u"created_at"_s).value_or(now);
    conversation.updatedAt = json.optionalTime(u"updated_at"_s).value_or(now);
    conversation.model = {json.text(u"model"_s)};
    conversation.settings = chatSettingsFromJson(QString::fromUtf8(
        QJsonDocument(json.optionalObject(u"settings"_s)).toJson(QJsonDocument::Compact)));
    QList<Turn> turns;
    json.forEach(u"turns"_s, [&turns](JsonReader &turn) { turns.append(readTurn(turn)); });
    renew(turns);
    TurnTree::arrange(conversation, turns);
    return conversation;
}

Unexpected<ImportProblem> problem(ImportProblem::Kind kind, const QString &detail = {},
                                  qint64 offset = 0)
{
    return Unexpected{ImportProblem{kind, detail, offset}};
}

Expected<ImportedConversations, ImportProblem> readOurs(const QJsonObject &object,
                                                        const QDateTime &now)
{
    JsonReader json(object, u"file"_s);
    if (json.integer(u"version"_s) > FormatVersion)
        return problem(ImportProblem::Kind::Newer);
    ImportedConversations imported;
    json.forEach(u"conversations"_s, [&imported, &now](JsonReader &conversation) {
        imported.conversations.append(readConversation(conversation, now));
    });
    if (!json.ok())
        return problem(ImportProblem::Kind::Malformed, json.problem());
    if (imported.conversations.isEmpty())
        return problem(ImportProblem::Kind::Empty);
    return imported;
}

} // namespace

QByteArray conversationFile(const QList<Conversation> &conversations, const QDateTime &exportedAt,
                            Redaction &redaction)
{
    QJsonArray list;
    for (const Conversation &conversation : conversations)
        list += conversationJson(conversation, redaction);
    QJsonObject file{{u"format"_s, QString(FormatName)},
                     {u"version"_s, FormatVersion},
                     {u"conversations"_s, list}};
    writeTime(file, u"exported_at"_s, exportedAt);
    return QJsonDocument(file).toJson();
}

Expected<ImportedConversations, ImportProblem> readConversations(const QByteArray &file,
                                                                 const QDateTime &now)
{
    if (file.size() > MostImportBytes)
        return problem(ImportProblem::Kind::TooLarge);
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(file, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return problem(ImportProblem::Kind::NotJson, parsing.errorString(), parsing.offset);
    if (document.isArray())
        return readMessageList(document.array(), {}, now);
    const QJsonObject object = document.object();
    if (object.value(u"format"_s).toString() == FormatName)
        return readOurs(object, now);
    if (object.value(u"messages"_s).isArray())
        return readMessageList(object.value(u"messages"_s).toArray(),
                               object.value(u"model"_s).toString(), now);
    return problem(ImportProblem::Kind::Foreign);
}

} // namespace litedeck
