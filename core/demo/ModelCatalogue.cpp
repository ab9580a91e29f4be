// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ModelCatalogue.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

Model fault(const QString &alias, const QString &provider, const QString &actual,
            const QString &description, Behaviour behaviour)
{
    return {alias,       u"Fault: "_s + alias.mid(6).replace(u'-', u' '),
            provider,    actual,
            description, 0.15,
            0.6,         behaviour,
            true};
}

QList<Model> ordinaryModels()
{
    using enum Behaviour;
    return {
        {u"gpt-4o-mini"_s, u"GPT-4o mini"_s, u"openai"_s, u"gpt-4o-mini"_s,
         u"Fast and cheap, for everyday questions"_s, 0.15, 0.6, Text, false, true},
        {u"gpt-4o"_s, u"GPT-4o"_s, u"openai"_s, u"gpt-4o"_s, u"Stronger, for reports and reviews"_s,
         2.5, 10.0, Text, false, true},
        {u"claude-3-5-haiku"_s, u"Claude 3.5 Haiku"_s, u"anthropic"_s,
         u"claude-3-5-haiku-20241022"_s, u"Quick and careful"_s, 0.8, 4.0, Text, false, true},
        {u"gemini-1.5-flash"_s, u"Gemini 1.5 Flash"_s, u"gemini"_s, u"gemini-1.5-flash"_s,
         u"Long context at a low price"_s, 0.075, 0.3, Text, false, true},
        {u"llama-3.1-70b"_s, u"Llama 3.1 70B"_s, u"fireworks"_s,
         u"accounts/fireworks/models/llama-v3p1-70b-instruct"_s, u"Open weights"_s, 0.9, 0.9, Text,
         true, true},
        {u"slow-thinker"_s, u"Slow thinker"_s, u"openai"_s, u"o3-mini"_s,
         u"Thinks for several seconds before the first word"_s, 1.1, 4.4, SlowText, false, true},
        {u"markdown-writer"_s, u"Markdown writer"_s, u"openai"_s, u"gpt-4o"_s,
         u"Answers with a long document that uses every kind of formatting"_s, 2.5, 10.0,
         MarkdownTour, false, true},
        {u"burst-200k"_s, u"Burst of 200 kB"_s, u"openai"_s, u"gpt-4o"_s,
         u"Answers with 200,000 characters at once"_s, 2.5, 10.0, Burst, false, true},
        {u"o1-preview"_s, u"o1 preview"_s, u"openai"_s, u"o1-preview"_s,
         u"Only for the research access group"_s, 15.0, 60.0, Text, false, false},
        {u"gpt-3.5-turbo"_s, u"GPT-3.5 Turbo"_s, u"openai"_s, u"gpt-3.5-turbo"_s,
         u"Retired, though still on the team's list"_s, 0.5, 1.5, Text, false, true, false},
    };
}

QList<Model> faultModels()
{
    using enum Behaviour;
    const QString gpt = u"gpt-4o-mini"_s;
    const QString haiku = u"claude-3-5-haiku-20241022"_s;
    return {
        fault(u"fault-rate-limit"_s, u"openai"_s, gpt, u"The provider's 429"_s, RateLimit),
        fault(u"fault-auth"_s, u"openai"_s, gpt, u"The provider refuses the server's key"_s,
              Authentication),
        fault(u"fault-context"_s, u"openai"_s, gpt, u"The prompt is too long"_s, Context),
        fault(u"fault-quota"_s, u"openai"_s, gpt, u"The provider's account has no money"_s, Quota),
        fault(u"fault-overloaded"_s, u"anthropic"_s, haiku, u"The provider is overloaded"_s,
              Overloaded),
        fault(u"fault-gemini-key-leak"_s, u"gemini"_s, u"gemini-1.5-flash"_s,
              u"An error text that holds the provider's key"_s, KeyLeak),
        fault(u"fault-no-credentials"_s, u"fireworks"_s, u"llama-v3p1-8b-instruct"_s,
              u"No provider key was stored"_s, NoCredentials),
        fault(u"fault-no-choices"_s, u"openai"_s, gpt, u"An answer without a reply"_s, NoChoices),
        fault(u"fault-connection"_s, u"openai"_s, gpt, u"The provider cannot be reached"_s,
              ConnectionLost),
        fault(u"fault-broken-body"_s, u"gemini"_s, u"gemini-1.5-flash"_s,
              u"The provider breaks off"_s, BodyBroken),
        fault(u"fault-timeout"_s, u"gemini"_s, u"gemini-1.5-flash"_s,
              u"The provider is silent for too long"_s, Timeout),
        fault(u"fault-unsupported"_s, u"mistral"_s, u"mistral-small"_s,
              u"A provider that the server does not know"_s, UnsupportedProvider),
        fault(u"fault-500-text"_s, u"openai"_s, gpt, u"500 as plain text"_s, PlainText500),
        fault(u"fault-503"_s, u"openai"_s, gpt, u"503 of a proxy in front"_s, Edge503),
        fault(u"fault-hang"_s, u"openai"_s, gpt, u"Never answers"_s, Hang),
        fault(u"fault-drop"_s, u"openai"_s, gpt, u"Runs the job, then closes unanswered"_s, Drop),
        fault(u"fault-reset"_s, u"openai"_s, gpt, u"Runs the job, then resets"_s, Reset),
        fault(u"fault-cut"_s, u"openai"_s, gpt, u"Cut in the middle of the reply"_s, Cut),
        fault(u"fault-cut-after-done"_s, u"openai"_s, gpt,
              u"A whole reply, but nothing is stored"_s, CutAfterDone),
        fault(u"fault-error-in-stream"_s, u"openai"_s, gpt, u"The gateway fails within a reply"_s,
              ErrorInStream),
        fault(u"fault-error-object"_s, u"openai"_s, gpt, u"The provider fails within a reply"_s,
              ErrorObject),
        fault(u"fault-malformed"_s, u"openai"_s, gpt, u"Broken JSON within a reply"_s, Malformed),
        fault(u"fault-no-done"_s, u"openai"_s, gpt, u"A whole reply without [DONE]"_s, NoDone),
        fault(u"fault-html-page"_s, u"openai"_s, gpt, u"The provider answers with a web page"_s,
              HtmlPage),
        fault(u"fault-lost-events"_s, u"openai"_s, gpt, u"Nothing but [DONE] arrives"_s,
              LostEvents),
        fault(u"fault-length"_s, u"anthropic"_s, haiku, u"A reply cut off by its length"_s,
              CutShort),
        fault(u"fault-null-content"_s, u"openai"_s, gpt, u"A tool call instead of text"_s,
              NullContent),
    };
}

} // namespace

const QList<Model> &allModels()
{
    static const QList<Model> models = ordinaryModels() + faultModels();
    return models;
}

const Model *findModel(const QString &alias)
{
    for (const Model &model : allModels()) {
        if (model.alias == alias)
            return &model;
    }
    return nullptr;
}

QStringList allowedAliases()
{
    QStringList aliases;
    for (const Model &model : allModels()) {
        if (model.allowed)
            aliases.append(model.alias);
    }
    aliases.sort();
    return aliases;
}

QJsonObject toJson(const Model &model)
{
    const QString group = !model.allowed                        ? u"research"_s
                          : model.alias.startsWith(u"fault-"_s) ? u"fault-drill"_s
                                                                : u"standard"_s;
    return {{u"model_alias"_s, model.alias},
            {u"display_name"_s, model.displayName},
            {u"provider"_s, model.provider},
            {u"actual_model"_s, model.actualModel},
            {u"litellm_model_id"_s, QJsonValue::Null},
            {u"access_groups"_s, QJsonArray{group}},
            {u"description"_s, model.description},
            {u"pricing_input"_s, model.priceIn},
            {u"pricing_output"_s, model.priceOut},
            {u"status"_s, model.active ? u"active"_s : u"inactive"_s},
            {u"teams_using"_s, QJsonValue::Null},
            {u"created_at"_s, u"2026-01-12T09:14:05.718232"_s},
            {u"updated_at"_s, u"2026-03-02T16:40:31.042917"_s}};
}

} // namespace litedeck::demo
