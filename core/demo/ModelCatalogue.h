// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck::demo {

Q_NAMESPACE

/// How the provider behind an alias behaves.
enum class Behaviour : quint8 {
    Text,         ///< An ordinary reply.
    SlowText,     ///< An ordinary reply after several seconds of silence.
    MarkdownTour, ///< A long reply with every kind of Markdown.
    Burst,        ///< 200,000 characters at once.
    CutShort,     ///< Ends with the provider's word for "length".
    RateLimit,
    Authentication,
    Context,
    Quota,
    Overloaded,
    KeyLeak, ///< Gemini's 429, whose text holds the provider's key.
    NoCredentials,
    NoChoices,           ///< A 200 with an empty list of choices.
    ConnectionLost,      ///< The provider closes without an answer.
    BodyBroken,          ///< The provider closes in the middle of its answer.
    Timeout,             ///< The provider does not answer in time.
    UnsupportedProvider, ///< The server fails unhandled after it created the job.
    PlainText500,        ///< The server fails unhandled before it created the job.
    Edge503,             ///< A proxy in front of the server answers.
    Hang,
    Drop,          ///< Closed without an answer, although the job ran.
    Reset,         ///< As Drop, with RST.
    Cut,           ///< Some text, then closed between two chunks, without the last one.
    CutAfterDone,  ///< All of it and `[DONE]`, then as Cut: nothing was stored.
    ErrorInStream, ///< Some text, then the gateway's error event; the job FAILED.
    ErrorObject,   ///< Some text, then the provider's error event; the job COMPLETED.
    Malformed,     ///< One event in the middle is no JSON.
    NoDone,        ///< The stream ends well, but without `[DONE]`.
    HtmlPage,      ///< The provider sends a page: the stream ends well, charged, without an event.
    LostEvents,    ///< The server loses every event but `[DONE]`; charged all the same.
    NullContent,   ///< A tool call: content null, which the server cannot stream.
};
Q_ENUM_NS(Behaviour)

/// One model alias.
struct Model
{
    QString alias;
    QString displayName;
    QString provider; ///< openai, anthropic, gemini or fireworks: decides the stream's dialect.
    QString actualModel;
    QString description;
    double priceIn = 0.0;  ///< US dollars for a million tokens.
    double priceOut = 0.0; ///< US dollars for a million tokens.
    Behaviour behaviour = Behaviour::Text;
    /// Whether an OpenAI-like stream ends with a usage event: Fireworks' do, OpenAI's would have to
    /// be asked, which the server does not.
    bool streamsUsage = false;
    bool allowed = true; ///< Whether the team may use it.
    bool active = true;  ///< An inactive one is listed as usual, and refused when called.
};

/// The behaviour of that name, as the resources write it.
Behaviour behaviourNamed(const QByteArray &name);
/// Its name.
QString nameOf(Behaviour behaviour);

/// A model as the resources write it.
Model modelFrom(const QJsonValue &entry);

/// All aliases of models.json, ordinary ones first.
const QList<Model> &allModels();
/// The model of that alias, or null.
const Model *findModel(const QString &alias);
/// The aliases that the team may use, sorted as the server sorts them.
QStringList allowedAliases();
/// A model as `/api/models` shows it.
QJsonObject toJson(const Model &model);

} // namespace litedeck::demo
