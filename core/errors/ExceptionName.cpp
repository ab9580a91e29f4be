// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/ExceptionName.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

using enum ErrorCategory;

// Names and status codes: litellm/exceptions.py, InvalidRequestError of 2023 among them, and what
// the OpenAI SDK adds to the same chains.
constexpr std::array Classes = {
    ExceptionClass{"ContextWindowExceededError"_L1, 400, 3, ContextWindowExceeded},
    ExceptionClass{"ContentPolicyViolationError"_L1, 400, 3, ContentPolicyViolation},
    ExceptionClass{"RejectedRequestError"_L1, 400, 3, ContentPolicyViolation},
    ExceptionClass{"GuardrailRaisedException"_L1, 400, 3, ContentPolicyViolation},
    ExceptionClass{"BlockedPiiEntityError"_L1, 400, 3, ContentPolicyViolation},
    ExceptionClass{"BudgetExceededError"_L1, 429, 3, BudgetExceeded},
    ExceptionClass{"UnsupportedParamsError"_L1, 400, 3, BadRequest},
    ExceptionClass{"ImageFetchError"_L1, 400, 3, BadRequest},
    ExceptionClass{"LiteLLMUnknownProvider"_L1, 400, 3, BadRequest},
    ExceptionClass{"BadRequestError"_L1, 400, 2, BadRequest},
    ExceptionClass{"InvalidRequestError"_L1, 400, 2, BadRequest},
    ExceptionClass{"AuthenticationError"_L1, 401, 2, ProviderAuthentication},
    ExceptionClass{"PermissionDeniedError"_L1, 403, 2, PermissionDenied},
    ExceptionClass{"NotFoundError"_L1, 404, 2, ModelNotFound},
    ExceptionClass{"Timeout"_L1, 408, 2, ErrorCategory::Timeout},
    ExceptionClass{"APITimeoutError"_L1, 408, 1, ErrorCategory::Timeout},
    ExceptionClass{"UnprocessableEntityError"_L1, 422, 2, BadRequest},
    ExceptionClass{"RateLimitError"_L1, 429, 2, RateLimited},
    ExceptionClass{"InternalServerError"_L1, 500, 2, InternalServerError},
    ExceptionClass{"BadGatewayError"_L1, 502, 2, ServiceUnavailable},
    ExceptionClass{"ServiceUnavailableError"_L1, 503, 2, ServiceUnavailable},
    ExceptionClass{"APIResponseValidationError"_L1, 500, 2, MalformedReply},
    ExceptionClass{"JSONSchemaValidationError"_L1, 500, 2, MalformedReply},
    // The base case wraps whatever was not mapped, so the name says nothing about the cause.
    ExceptionClass{"MidStreamFallbackError"_L1, 503, 1, StreamInterrupted},
    ExceptionClass{"APIConnectionError"_L1, 500, 0, InternalServerError},
    ExceptionClass{"APIError"_L1, 500, 0, InternalServerError},
};

struct Spelling
{
    QLatin1StringView seen;
    QLatin1StringView name;
};

constexpr std::array Spellings = {
    Spelling{"vertexai"_L1, "vertex_ai"_L1},      Spelling{"togetherai"_L1, "together_ai"_L1},
    Spelling{"together"_L1, "together_ai"_L1},    Spelling{"azureopenai"_L1, "azure"_L1},
    Spelling{"fireworks"_L1, "fireworks_ai"_L1},  Spelling{"fireworksai"_L1, "fireworks_ai"_L1},
    Spelling{"mistralai"_L1, "mistral"_L1},       Spelling{"awsbedrock"_L1, "bedrock"_L1},
    Spelling{"cohereconnection"_L1, "cohere"_L1},
};

constexpr std::array Hosts = {
    Spelling{"generativelanguage.googleapis.com"_L1, "gemini"_L1},
    Spelling{"aiplatform.googleapis.com"_L1, "vertex_ai"_L1},
    Spelling{"api.fireworks.ai"_L1, "fireworks_ai"_L1},
    Spelling{"huggingface.co"_L1, "huggingface"_L1},
    Spelling{"openrouter.ai"_L1, "openrouter"_L1},
    Spelling{"api.anthropic.com"_L1, "anthropic"_L1},
    Spelling{"openai.azure.com"_L1, "azure"_L1},
    Spelling{"platform.openai.com"_L1, "openai"_L1},
    Spelling{"api.openai.com"_L1, "openai"_L1},
    Spelling{"help.openai.com"_L1, "openai"_L1},
    Spelling{"groq.com"_L1, "groq"_L1},
    Spelling{"api.mistral.ai"_L1, "mistral"_L1},
    Spelling{"api.together."_L1, "together_ai"_L1},
    Spelling{"replicate.com"_L1, "replicate"_L1},
    Spelling{"api.cohere."_L1, "cohere"_L1},
    Spelling{"api.ai21.com"_L1, "ai21"_L1},
    Spelling{"api.deepseek.com"_L1, "deepseek"_L1},
    Spelling{"api.x.ai"_L1, "xai"_L1},
    Spelling{"console.x.ai"_L1, "xai"_L1},
    Spelling{"ollama.com"_L1, "ollama"_L1},
    Spelling{"when calling the InvokeModel"_L1, "bedrock"_L1},
    Spelling{"when calling the Converse"_L1, "bedrock"_L1},
};

constexpr qsizetype PrefixWindow = 4096;

QString window(const QString &text)
{
    return text.first(qMin(text.size(), PrefixWindow));
}

} // namespace

const ExceptionClass *findExceptionClass(QStringView name)
{
    const auto it =
        std::find_if(Classes.begin(), Classes.end(),
                     [name](const ExceptionClass &known) { return known.name == name; });
    return it == Classes.end() ? nullptr : &*it;
}

const ExceptionClass *exceptionClassForStatus(int status)
{
    constexpr int Mapped = 2; // The specificity of the classes that a status alone can mean.
    const int meant = status == 504 ? 408 : status == 529 ? 500 : status;
    const auto known =
        std::find_if(Classes.begin(), Classes.end(), [meant](const ExceptionClass &each) {
            return each.status == meant && each.specificity == Mapped;
        });
    if (known != Classes.end())
        return &*known;
    if (status >= 400 && status < 500)
        return findExceptionClass(u"BadRequestError");
    return status >= 500 && status < 600 ? findExceptionClass(u"APIError") : nullptr;
}

const ExceptionClass *namedExceptionClass(const QString &text)
{
    // A chain of "Name: " at the beginning of the text or after "litellm." or "Original exception:
    // ".
    static const QRegularExpression link(
        uR"((?:^|litellm\.|openai\.|anthropic\.|error\.|exceptions\.|: |detail["']?: ?["']))"
        uR"(([A-Z][A-Za-z]{2,40})(?=: |Error: | - |["']))"_s);
    const QString head = window(text);
    const ExceptionClass *best = nullptr;
    auto links = link.globalMatch(head);
    while (links.hasNext()) {
        const auto *known = findExceptionClass(links.next().capturedView(1));
        if (known && (!best || known->specificity >= best->specificity))
            best = known;
    }
    return best;
}

QString normalisedProvider(const QString &name)
{
    const QString lower = name.toLower();
    const auto it = std::find_if(Spellings.begin(), Spellings.end(),
                                 [&lower](const Spelling &known) { return known.seen == lower; });
    return it == Spellings.end() ? lower : QString(it->name);
}

QString namedProvider(const QString &text)
{
    const QString head = window(text);
    static const QRegularExpression prefix(
        uR"(\b([A-Za-z][A-Za-z0-9_]{1,40}?)(?:Exception|Error)(?: [A-Za-z. ]{1,60})? ?- )"_s);
    auto prefixes = prefix.globalMatch(head);
    while (prefixes.hasNext()) {
        const auto match = prefixes.next();
        const QString whole = match.captured(1) + "Error"_L1;
        if (!findExceptionClass(whole) && match.capturedView(1) != u"litellm")
            return normalisedProvider(match.captured(1));
    }
    static const QRegularExpression gateway(
        uR"(\b(OpenAI|Anthropic|Gemini|Fireworks) (?:rate limit|error|authentication failed):|)"
        uR"(No provider credentials configured for (\w{2,40})|)"
        uR"(\b(Replicate|CohereConnection)Error\b)"_s);
    if (const auto match = gateway.match(head); match.hasMatch())
        return normalisedProvider(match.captured(match.lastCapturedIndex()));
    const auto host = std::find_if(Hosts.begin(), Hosts.end(), [&head](const Spelling &known) {
        return head.contains(known.seen, Qt::CaseInsensitive);
    });
    return host == Hosts.end() ? QString() : QString(host->name);
}

QString withoutRouterTail(const QString &text)
{
    static const QRegularExpression tail(
        uR"([.\s]{0,4}(?:Received Model Group=|LiteLLM Retried: \d|)"
        uR"(LiteLLM: model group '|No fallback model group found for original model_group=|)"
        uR"(model=\S{1,200} context_window_fallbacks=))"_s);
    const auto match = tail.match(text);
    return match.hasMatch() ? text.first(match.capturedStart()) : text;
}

QString withoutExceptionPrefix(const QString &text)
{
    static const QRegularExpression piece(
        uR"(^\s*(?:(?:[a-z_]{2,20}\.){0,4}[A-Z][A-Za-z]{2,40}(?:Error|Exception|Timeout): |)"
        uR"(litellm\.Timeout: |[A-Za-z][A-Za-z0-9_]{1,40}(?:Exception|Error)(?: [A-Za-z. ]{1,60})? ?- |)"
        uR"(LLM call failed: |Failed to call provider API: |)"
        uR"((?:OpenAI|Anthropic|Gemini|Fireworks) (?:rate limit|error|authentication failed): |)"
        uR"(An error occurred \(\w{4,60}\) when calling the \w{4,60} operation(?: \([^)]{1,40}\))?: |)"
        uR"(Error code: \d{3} ?- ?|[45]\d\d: ))"_s);
    QString rest = withoutRouterTail(text);
    for (int pieces = 0; pieces < 16; ++pieces) {
        const auto match = piece.match(rest);
        if (!match.hasMatch() || match.capturedEnd() >= rest.size())
            break;
        rest = rest.sliced(match.capturedEnd());
    }
    return rest;
}

} // namespace litedeck
