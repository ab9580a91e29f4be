// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Classified.h"
#include "core/errors/ProviderRules.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace litedeck::test;

namespace {

QByteArray json(const QString &member, const QString &text)
{
    return QJsonDocument(QJsonObject{{member, text}}).toJson(QJsonDocument::Compact);
}

} // namespace

/// The exception tables: part B of 2023 and LiteLLM's classes of today.
class tst_ClassifierMapping : public QObject
{
    Q_OBJECT

private slots:
    void partB_data();
    void partB();
    void today_data();
    void today();
    void classes_data();
    void classes();
    void mostSpecificClassWins_data();
    void mostSpecificClassWins();
    void baseCaseKeepsTheOriginal();
    void rulesAreWellFormed();
};

void tst_ClassifierMapping::partB_data()
{
    QTest::addColumn<QString>("provider"); // as LiteLLM's prefix spells it
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("exceptionClass");
    QTest::addColumn<int>("exceptionStatus");
    QTest::addColumn<ErrorCategory>("category");

    using enum ErrorCategory;
    // The name of each row is the provider and what is seen, as the table of 2023 has them.
    const auto row = [](const char *name, const char *text, int status, const char *exceptionClass,
                        int exceptionStatus, ErrorCategory category) {
        const QString provider = QString::fromLatin1(name).section(u':', 0, 0).mid(2);
        QTest::newRow(name) << provider << QString::fromLatin1(text) << status
                            << QString::fromLatin1(exceptionClass) << exceptionStatus << category;
    };
    const auto context = [&row](const char *name, const char *text, int status) {
        row(name, text, status, "ContextWindowExceededError", 400, ContextWindowExceeded);
    };
    const auto auth = [&row](const char *name, const char *text, int status) {
        row(name, text, status, "AuthenticationError", 401, ProviderAuthentication);
    };
    const auto rate = [&row](const char *name, const char *text, int status) {
        row(name, text, status, "RateLimitError", 429, RateLimited);
    };
    const auto invalid = [&row](const char *name, const char *text, int status) {
        row(name, text, status, "InvalidRequestError", 400, BadRequest);
    };
    context("B Anthropic: prompt is too long", "prompt is too long: 200001 tokens > 200000 maximum",
            400);
    auth("B Anthropic: 401", "no", 401);
    auth(
        "B Anthropic: Could not resolve authentication method",
        "Could not resolve authentication method. Expected either api_key or auth_token to be set.",
        500);
    invalid("B Anthropic: 400", "no", 400);
    rate("B Anthropic: 429", "no", 429);
    context("B OpenAI: This model's maximum context length is",
            "This model's maximum context length is 4097 tokens", 400);
    context("B Replicate: input is too long", "input is too long", 400);
    auth("B Replicate: Incorrect authentication token", "Incorrect authentication token", 400);
    invalid("B Replicate: ModelError", "ModelError", 500);
    rate("B Replicate: Request was throttled", "Request was throttled", 400);
    row("B Replicate: ReplicateError", "ReplicateError", 500, "ServiceUnavailableError", 500,
        ServiceUnavailable);
    auth("B Cohere: invalid api token", "invalid api token", 400);
    context("B Cohere: too many tokens", "too many tokens", 400);
    rate("B Cohere: CohereConnectionError", "CohereConnectionError", 500);
    context("B Huggingface: length limit exceeded", "length limit exceeded", 400);
    invalid("B Huggingface: 400", "no", 400);
    auth("B Huggingface: 401", "no", 401);
    rate("B Huggingface: 429", "no", 429);
    context("B Openrouter: 413", "no", 413);
    auth("B Openrouter: 401", "no", 401);
    rate("B Openrouter: 429", "no", 429);
    context("B AI21: Prompt has too many tokens", "Prompt has too many tokens", 400);
    invalid("B AI21: 422", "no", 422);
    auth("B AI21: 401", "no", 401);
    rate("B AI21: 429", "no", 429);
    context("B TogetherAI: inputs tokens + max_new_tokens must be <=",
            "`inputs` tokens + `max_new_tokens` must be <= 4097", 400);
    context("B TogetherAI: the same without back-ticks",
            "inputs tokens + max_new_tokens must be <=", 400);
    invalid("B TogetherAI: INVALID_ARGUMENT", "INVALID_ARGUMENT", 400);
    invalid("B TogetherAI: error_type validation", R"("error_type": "validation")", 400);
    auth("B TogetherAI: invalid private key", "invalid private key", 400);
    rate("B TogetherAI: 429", "no", 429);
}

void tst_ClassifierMapping::partB()
{
    QFETCH(QString, provider);
    QFETCH(QString, text);
    QFETCH(int, status);
    const QString prefixed = provider + "Exception - "_L1 + text;
    const QString told = "Error code: %1 - %2"_L1.arg(QString::number(status), prefixed);
    const QString saas = "LLM call failed: 500: Failed to call provider API: "_L1 + told;
    // The same cause, as an old proxy says it, wrapped in JSON, and inside the SaaS gateway's 500.
    for (const auto &[httpStatus, body] :
         {std::pair(status, prefixed.toUtf8()), std::pair(status, json(u"error"_s, prefixed)),
          std::pair(500, json(u"detail"_s, saas))}) {
        const Error error = classified(httpStatus, body);
        QTEST(error.category, "category");
        QTEST(error.exceptionClass, "exceptionClass");
        QTEST(error.exceptionStatus, "exceptionStatus");
        QVERIFY(!error.provider.isEmpty());
        QCOMPARE(error.originalText, QString::fromUtf8(body));
    }
}

void tst_ClassifierMapping::today_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("exceptionClass");
    QTest::addColumn<int>("exceptionStatus");

    const auto row = [](const char *text, int status, const char *name, int exceptionStatus) {
        QTest::addRow("%s %d", text, status)
            << QString::fromLatin1(text) << status << QString::fromLatin1(name) << exceptionStatus;
    };
    // The generic mapping by status.
    row("GroqException - no", 400, "BadRequestError", 400);
    row("GroqException - no", 401, "AuthenticationError", 401);
    row("GroqException - no", 403, "PermissionDeniedError", 403);
    row("GroqException - no", 404, "NotFoundError", 404);
    row("GroqException - no", 408, "Timeout", 408);
    row("GroqException - no", 418, "BadRequestError", 400);
    row("GroqException - no", 429, "RateLimitError", 429);
    row("GroqException - no", 500, "InternalServerError", 500);
    row("GroqException - no", 502, "BadGatewayError", 502);
    row("GroqException - no", 503, "ServiceUnavailableError", 503);
    row("GroqException - no", 504, "Timeout", 504);
    row("GroqException - no", 507, "APIError", 507);
    // Texts, in the words of each provider.
    row("OpenAIException - string too long. Expected a string with maximum length 9", 400,
        "ContextWindowExceededError", 400);
    row("OpenAIException - invalid 'user': string too long. Expected a string with maximum length",
        400, "BadRequestError", 400);
    row("OpenAIException - Web server is returning an unknown error", 500, "InternalServerError",
        500);
    row("OpenAIException - {'type': 'invalid_request_error'}", 500, "BadRequestError", 400);
    row("OpenAIException - The read operation timed out", 500, "Timeout", 408);
    row("AnthropicException - Overloaded", 529, "InternalServerError", 500);
    row("AnthropicException - Invalid API Key", 500, "AuthenticationError", 401);
    row("AnthropicException - no", 413, "BadRequestError", 400);
    row("AzureException - DeploymentNotFound", 404, "NotFoundError", 404);
    row("AzureException - ResponsibleAIPolicyViolation", 400, "ContentPolicyViolationError", 400);
    row("ReplicateException - no", 500, "ServiceUnavailableError", 503);
    row("BedrockException - Too many input tokens", 400, "ContextWindowExceededError", 400);
    row("BedrockException - expected maxLength: 5", 400, "ContextWindowExceededError", 400);
    row("BedrockException - Too many tokens, please wait", 400, "RateLimitError", 429);
    row("BedrockException - Unable to locate credentials", 500, "AuthenticationError", 401);
    row("BedrockException - AccessDeniedException", 400, "PermissionDeniedError", 403);
    row("BedrockException - ThrottlingException", 500, "RateLimitError", 429);
    row("BedrockException - Could not process image", 500, "InternalServerError", 500);
    row("BedrockException - no", 500, "ServiceUnavailableError", 503);
    row("GeminiException - API key not valid.", 400, "AuthenticationError", 401);
    row("GeminiException - no", 403, "BadRequestError", 400);
    row("GeminiException - The response was blocked.", 400, "ContentPolicyViolationError", 400);
    row("GeminiException - The model is overloaded.", 503, "InternalServerError", 500);
    row("GeminiException - Content has no parts.", 500, "InternalServerError", 500);
    row("GeminiException - 400 Request payload size exceeds the limit", 400,
        "ContextWindowExceededError", 400);
    row("GeminiException - no", 502, "APIConnectionError", 500);
    row("Vertex_aiException - IndexError: list index out of range", 500, "RateLimitError", 429);
    row("CohereException - no", 498, "BadRequestError", 400);
    row("HuggingfaceException - A valid user token is required", 400, "BadRequestError", 400);
    row("HuggingfaceException - Rate limit reached", 429, "RateLimitError", 429);
    row("OllamaException - Failed to establish a new connection", 500, "ServiceUnavailableError",
        503);
    row("OllamaException - [Errno 111] Connection refused", 500, "APIConnectionError", 500);
    row("MistralException - Service tier capacity exceeded", 429, "RateLimitError", 429);
    row("WatsonxException - token_quota_reached", 429, "RateLimitError", 429);
}

void tst_ClassifierMapping::today()
{
    QFETCH(QString, text);
    QFETCH(int, status);
    const Error error = classified(status, text.toUtf8());
    QTEST(error.exceptionClass, "exceptionClass");
    QTEST(error.exceptionStatus, "exceptionStatus");
}

void tst_ClassifierMapping::classes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCategory>("category");

    using enum ErrorCategory;
    QTest::newRow("BadRequestError") << 400 << BadRequest;
    QTest::newRow("InvalidRequestError") << 400 << BadRequest;
    QTest::newRow("UnsupportedParamsError") << 400 << BadRequest;
    QTest::newRow("ImageFetchError") << 400 << BadRequest;
    QTest::newRow("ContextWindowExceededError") << 400 << ContextWindowExceeded;
    QTest::newRow("ContentPolicyViolationError") << 400 << ContentPolicyViolation;
    QTest::newRow("RejectedRequestError") << 400 << ContentPolicyViolation;
    QTest::newRow("AuthenticationError") << 401 << ProviderAuthentication;
    QTest::newRow("PermissionDeniedError") << 403 << PermissionDenied;
    QTest::newRow("NotFoundError") << 404 << ModelNotFound;
    QTest::newRow("Timeout") << 408 << Timeout;
    QTest::newRow("UnprocessableEntityError") << 422 << BadRequest;
    QTest::newRow("RateLimitError") << 429 << RateLimited;
    QTest::newRow("InternalServerError") << 500 << InternalServerError;
    QTest::newRow("BadGatewayError") << 502 << ServiceUnavailable;
    QTest::newRow("ServiceUnavailableError") << 503 << ServiceUnavailable;
    QTest::newRow("BudgetExceededError") << 429 << BudgetExceeded;
    QTest::newRow("APIConnectionError") << 500 << InternalServerError;
    QTest::newRow("APIError") << 500 << InternalServerError;
}

void tst_ClassifierMapping::classes()
{
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    // Whatever status a proxy answers with, the class in the text says what happened.
    const Error error =
        classified(500, ("litellm."_L1 + name + ": GroqException - something"_L1).toUtf8());
    QCOMPARE(error.exceptionClass, name);
    QTEST(error.exceptionStatus, "status");
    QTEST(error.category, "category");
    QCOMPARE(error.message, u"something"_s);
}

void tst_ClassifierMapping::mostSpecificClassWins_data()
{
    QTest::addColumn<QString>("exceptionClass");
    const auto row = [](const char *text, const char *name) {
        QTest::newRow(text) << QString::fromLatin1(name);
    };
    row("litellm.ContextWindowExceededError: litellm.BadRequestError: ContextWindowExceededError: "
        "OpenAIException - x",
        "ContextWindowExceededError");
    row("litellm.BadRequestError: litellm.ContentPolicyViolationError: AzureException - x",
        "ContentPolicyViolationError");
    row("litellm.RateLimitError: litellm.RateLimitError: vertex_aiException - x", "RateLimitError");
    row("litellm.APIConnectionError: APIConnectionError: OpenAIException - x",
        "APIConnectionError");
    row("litellm.ServiceUnavailableError: litellm.MidStreamFallbackError: litellm.RateLimitError: "
        "RateLimitError: OpenAIException - x",
        "RateLimitError");
    row("litellm.Timeout: APITimeoutError - Request timed out.", "Timeout");
    row("litellm.exceptions.InvalidRequestError: AnthropicException - x", "InvalidRequestError");
}

void tst_ClassifierMapping::mostSpecificClassWins()
{
    QTEST(classified(500, QTest::currentDataTag()).exceptionClass, "exceptionClass");
}

void tst_ClassifierMapping::baseCaseKeepsTheOriginal()
{
    const QByteArray text = "ValueError of a kind that no table has";
    const Error error = classified(0, text);
    QCOMPARE(error.category, ErrorCategory::Unknown);
    QCOMPARE(error.verdict, RetryVerdict::Manual);
    QCOMPARE(error.originalText, QString::fromLatin1(text));
    QVERIFY(error.exceptionClass.isEmpty());
}

void tst_ClassifierMapping::rulesAreWellFormed()
{
    for (const ProviderRule &rule : providerRules()) {
        const QString pattern =
            QString::fromLatin1(rule.pattern.data(), qsizetype(rule.pattern.size()));
        QVERIFY2(!rule.source.empty(), qPrintable(pattern));
        QVERIFY(rule.status.from <= rule.status.to);
        QCOMPARE(rule.raised.name.empty(), rule.raised.status == 0);
        const bool isLowerCase = rule.kind == RuleKind::Text || rule.kind == RuleKind::Hint;
        QVERIFY2(!isLowerCase || pattern == pattern.toLower(), qPrintable(pattern));
        // Quotes never stand in the text that patterns are compared with.
        QVERIFY2(!pattern.contains(u'\'') && !pattern.contains(u'"'), qPrintable(pattern));
        if (rule.kind == RuleKind::Regex)
            QVERIFY2(QRegularExpression(pattern).isValid(), qPrintable(pattern));
    }
}

QTEST_GUILESS_MAIN(tst_ClassifierMapping)
#include "tst_classifier_mapping.moc"
