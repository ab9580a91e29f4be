// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ProviderFailures.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

// Not a real key, but of the shape that must never reach a screen or a log.
constexpr auto FakeGeminiKey = "AIzaSyD3m0K3yN0tR3al_9xQ2wLvT7bRk4uJc1E"_L1;

QString httpxText(int status, const QString &reason, const QString &url)
{
    const QString kind = status >= 500 ? u"Server"_s : u"Client"_s;
    return u"%1 error '%2 %3' for url '%4'\nFor more information check: "
           u"https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/%2"_s.arg(kind)
               .arg(status)
               .arg(reason, url);
}

QString providerUrl(const Model &model, bool streamed)
{
    if (model.provider == u"anthropic"_s)
        return u"https://api.anthropic.com/v1/messages"_s;
    if (model.provider == u"fireworks"_s)
        return u"https://api.fireworks.ai/inference/v1/chat/completions"_s;
    if (model.provider == u"gemini"_s) {
        const QString base = u"https://generativelanguage.googleapis.com/v1beta/models/"_s;
        return base + model.actualModel +
               (streamed ? u":streamGenerateContent?key="_s : u":generateContent?key="_s) +
               FakeGeminiKey + (streamed ? u"&alt=sse"_s : QString());
    }
    return u"https://api.openai.com/v1/chat/completions"_s;
}

QString routed(const QString &text)
{
    return u"500: Failed to call provider API: "_s + text;
}

QString openAiRateLimit(const Model &model)
{
    return u"OpenAI rate limit: Error code: 429 - {'error': {'message': 'Rate limit reached for "
           u"%1 in organization org-demo on tokens per min (TPM): Limit 200000, Used 198412, "
           u"Requested 2480. Please try again in 267ms. Visit "
           u"https://platform.openai.com/account/rate-limits to learn more.', 'type': 'tokens', "
           u"'param': None, 'code': 'rate_limit_exceeded'}}"_s.arg(model.actualModel);
}

} // namespace

QString plainFailure(const Model &model)
{
    switch (model.behaviour) {
    case Behaviour::RateLimit:
        return routed(openAiRateLimit(model));
    case Behaviour::Authentication:
        return routed(u"OpenAI authentication failed: Error code: 401 - {'error': {'message': "
                      u"'Incorrect API key provided: sk-proj-****Zk4A. You can find your API key "
                      u"at https://platform.openai.com/account/api-keys.', 'type': "
                      u"'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}"_s);
    case Behaviour::Context:
        return routed(u"OpenAI error: Error code: 400 - {'error': {'message': \"This model's "
                      u"maximum context length is 128000 tokens. However, your messages resulted "
                      u"in 131204 tokens. Please reduce the length of the messages.\", 'type': "
                      u"'invalid_request_error', 'param': 'messages', 'code': "
                      u"'context_length_exceeded'}}"_s);
    case Behaviour::Quota:
        return routed(u"OpenAI rate limit: Error code: 429 - {'error': {'message': 'You exceeded "
                      u"your current quota, please check your plan and billing details. For more "
                      u"information on this error, read the docs: https://platform.openai.com/"
                      u"docs/guides/error-codes/api-errors.', 'type': "
                      u"'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}"_s);
    case Behaviour::Overloaded:
        return routed(u"Anthropic error: Error code: 529 - {'type': 'error', 'error': {'type': "
                      u"'overloaded_error', 'message': 'Overloaded'}, 'request_id': "
                      u"'req_011CVd3m0d3m0d3m0d3m0d3'}"_s);
    case Behaviour::KeyLeak:
        return routed(u"Gemini error: "_s +
                      httpxText(429, u"Too Many Requests"_s, providerUrl(model, false)));
    case Behaviour::NoCredentials:
        return u"500: No provider credentials configured for %1. Please add credentials in the "
               u"admin dashboard."_s.arg(model.provider);
    case Behaviour::NoChoices:
        return u"list index out of range"_s; // the one text without the server's own prefix
    case Behaviour::HtmlPage:
        return routed(u"OpenAI error: 'str' object has no attribute 'id'"_s);
    case Behaviour::ConnectionLost:
        return routed(u"OpenAI error: Connection error."_s);
    case Behaviour::BodyBroken:
        return routed(u"peer closed connection without sending complete message body (received "
                      u"705 bytes, expected 1410)"_s);
    case Behaviour::Timeout:
        return routed({}); // httpx has no text for it
    case Behaviour::ErrorInStream:
    case Behaviour::ErrorObject:
        return routed(u"OpenAI error: Error code: 500 - {'error': {'message': 'The server had an "
                      u"error while processing your request. Sorry about that!', 'type': "
                      u"'server_error', 'param': None, 'code': None}}"_s);
    default:
        return {};
    }
}

int retryMs(const Model &model)
{
    // Three tries of the server's own, and within each of them up to three of the provider's SDK.
    constexpr int ServerTries = 3100;
    constexpr int AllTries = 7000;
    switch (model.behaviour) {
    case Behaviour::RateLimit:
    case Behaviour::Quota:
    case Behaviour::Overloaded:
    case Behaviour::ConnectionLost:
    case Behaviour::ErrorInStream:
    case Behaviour::ErrorObject:
        return AllTries;
    case Behaviour::Context:
    case Behaviour::KeyLeak:
        return ServerTries;
    default:
        return 0;
    }
}

QString streamFailure(const Model &model)
{
    const QString url = providerUrl(model, true);
    switch (model.behaviour) {
    case Behaviour::RateLimit:
    case Behaviour::Quota:
    case Behaviour::KeyLeak:
        return routed(httpxText(429, u"Too Many Requests"_s, url));
    case Behaviour::Authentication:
        return routed(httpxText(401, u"Unauthorized"_s, url));
    case Behaviour::Context:
        return routed(httpxText(400, u"Bad Request"_s, url));
    case Behaviour::Overloaded:
        return routed(httpxText(529, QString(), url));
    case Behaviour::NoCredentials:
    case Behaviour::Timeout:
        return plainFailure(model);
    case Behaviour::ConnectionLost:
        return routed(u"Server disconnected without sending a response."_s);
    case Behaviour::BodyBroken:
        return routed(u"peer closed connection without sending complete message body (incomplete "
                      u"chunked read)"_s);
    case Behaviour::ErrorInStream:
    case Behaviour::NullContent:
        return nullContentFailure();
    default:
        return {};
    }
}

QByteArray providerErrorEvent(const QString &message)
{
    const QString text = message.isEmpty()
                             ? u"The server had an error while processing your request. Sorry "
                               u"about that!"_s
                             : message;
    const QJsonObject event{{u"error"_s, QJsonObject{{u"message"_s, text},
                                                     {u"type"_s, u"server_error"_s},
                                                     {u"param"_s, QJsonValue::Null},
                                                     {u"code"_s, QJsonValue::Null}}}};
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

QString missingRoleFailure()
{
    return routed(u"'role'"_s);
}

QString nullContentFailure()
{
    return u"can only concatenate str (not \"NoneType\") to str"_s;
}

} // namespace litedeck::demo
