// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/Classifier.h"

#include "core/errors/ErrorText.h"
#include "core/errors/ExceptionName.h"
#include "core/errors/ProviderRules.h"
#include "core/errors/Verdict.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxMessage = 2000;
constexpr qsizetype MaxOriginal = 4000;
constexpr qsizetype MaxId = 128;
constexpr qsizetype MaxHeader = 4096;
constexpr qsizetype MaxRead = 64 * 1024;
// No key is longer than this.
constexpr qsizetype CutMargin = 2 * 1024;
// The longest wait that is still "soon": twice what LiteLLM itself would sit out.
constexpr Milliseconds LongestSoon = std::chrono::minutes(2);

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

// What the end of the exchange means by itself; nothing when the reply must be read.
std::optional<ErrorCategory> categoryOfEnd(const HttpResult &result)
{
    using enum ErrorCategory;
    switch (result.end) {
    case WireEnd::Complete:
        return std::nullopt;
    case WireEnd::ConnectionRefused:
    case WireEnd::HostNotFound:
    case WireEnd::ProxyUnreachable:
    case WireEnd::ProxyAuthentication:
        return ConnectionFailed;
    case WireEnd::TlsFailed:
        return TlsFailed;
    case WireEnd::ConnectTimeout:
    case WireEnd::FirstByteTimeout:
    case WireEnd::IdleTimeout:
    case WireEnd::TotalTimeout:
        return Timeout;
    case WireEnd::Cut:
    case WireEnd::NetworkLost:
        return isSuccess(result.status) ? StreamInterrupted : ConnectionFailed;
    case WireEnd::RedirectRefused:
        return RedirectRefused;
    case WireEnd::TooLarge:
    case WireEnd::Protocol:
        return MalformedReply;
    case WireEnd::Cancelled:
        return Cancelled;
    }
    return std::nullopt;
}

// Who took the connection and then hung up or kept silent was reached through our network.
bool endsWithThem(WireEnd end)
{
    return end == WireEnd::Cut || end == WireEnd::FirstByteTimeout || end == WireEnd::IdleTimeout ||
           end == WireEnd::TotalTimeout;
}

void decideByEnd(Error &error, WireEnd end, ErrorCategory category)
{
    error.setCategory(category);
    if (endsWithThem(end))
        error.hands = Hands::GatewayOperator;
    // Nobody types a password between two attempts.
    if (end == WireEnd::ProxyAuthentication)
        error.verdict = RetryVerdict::Manual;
}

// The beginning of what arrived. The redactor would not know a key that the end of it cuts in two,
// so that end goes after redaction.
QByteArray readablePart(const HttpResult &result, const QByteArray &event, const Redactor &redactor)
{
    const QByteArray &all = event.isEmpty() ? result.body : event;
    if (all.size() <= MaxRead)
        return all;
    QString head = redactor.redact(QString::fromUtf8(QByteArrayView(all).first(MaxRead)));
    head.chop(qMin(CutMargin, head.size()));
    return head.toUtf8();
}

// A status of failure, or an error event, says more than how the connection ended after it.
bool replyDecides(const HttpResult &result, const QByteArray &event)
{
    if (result.end == WireEnd::Complete)
        return true;
    if (result.end == WireEnd::Cancelled)
        return false;
    return result.status >= 400 || !event.isEmpty();
}

bool tellsProviderFailure(const ErrorText &text, const QString &provider)
{
    static const QRegularExpression sdk(u"failed to call provider api|error code: \\d{3} ?-"_s);
    static const QRegularExpression google(uR"(\bstatus: ?[A-Z]+(?:_[A-Z]+)*\b)"_s);
    return !provider.isEmpty() || text.isAnthropic || sdk.match(text.plainLower).hasMatch() ||
           (!text.field(u"status").isEmpty() && google.match(text.plain).hasMatch());
}

// APIError and a gateway's timeout keep the status that they were raised with.
int raisedStatus(const ExceptionClass &raised, int status)
{
    const bool asGiven = (raised.name == "APIError"_L1 && status >= 400) ||
                         (raised.name == "Timeout"_L1 && status == 504);
    return asGiven ? status : raised.status;
}

// LiteLLM wraps some refusals and breakdowns of providers as bad requests (a 403 of Gemini, a 500
// of Bedrock within a stream); their status knows more.
ErrorCategory categoryOfClass(const ExceptionClass &named, int innerStatus)
{
    const bool toldMore =
        named.category == ErrorCategory::BadRequest && innerStatus > 400 && innerStatus != 422;
    return toldMore ? categoryForStatus(innerStatus, true) : named.category;
}

void applyRule(Error &error, const ProviderRule &rule)
{
    error.setCategory(rule.category);
    if (rule.retry)
        error.verdict = *rule.retry;
    const std::string_view name = rule.raised.name;
    error.exceptionClass = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    error.exceptionStatus = rule.raised.status;
}

// LiteLLM's own word for the class stands, unless a rule knows a more specific one.
void applyNamedClass(Error &error, const ExceptionClass &named, int status)
{
    const auto *known = findExceptionClass(error.exceptionClass);
    if (known && (known == &named || known->specificity > named.specificity))
        return;
    error.exceptionClass = named.name;
    error.exceptionStatus = raisedStatus(named, status);
}

// Somebody answered, so it is neither the network's fault nor that of Litedeck: whoever failed is
// the gateway, or stands before or behind it.
Hands handsOfAnswer(const Error &error, bool fromProvider)
{
    using enum ErrorCategory;
    const Hands answered = fromProvider ? Hands::Provider : Hands::GatewayOperator;
    const bool healsByItself =
        error.verdict == RetryVerdict::Automatic || error.verdict == RetryVerdict::Later;
    const ErrorCategory category = error.category;
    if (category == ConnectionFailed || category == TlsFailed || category == Unknown)
        return Hands::GatewayOperator;
    if (category == Timeout || category == StreamInterrupted)
        return answered;
    if (category == PermissionDenied || category == Authentication)
        return fromProvider || error.isPage ? Hands::GatewayOperator : error.hands;
    if (category == MalformedReply)
        return error.isPage ? Hands::Network : error.hands;
    // What a provider's trouble cannot heal by itself is the gateway's, such as a bug in it.
    const bool isTrouble = category == RateLimited || category == ServiceUnavailable ||
                           category == InternalServerError;
    return isTrouble && healsByItself ? answered : error.hands;
}

// These come from what stands between us and the gateway (RFC 9110, RFC 6585).
bool isOfTheNetwork(int status)
{
    return status == 407 || status == 511;
}

// Error types such as "invalid_request_error" go with any refusal and "api_error" with any
// breakdown, so that another status of the reply itself says more than the 400 or 500 in them.
int tellingStatus(int inner, int outer)
{
    const bool isGeneric = (inner == 400 && outer > 400 && outer < 500) ||
                           (inner == 500 && outer > 500 && outer < 600);
    return inner == 0 || isGeneric ? outer : inner;
}

// LiteLLM gives its most specific names only when it has read the cause itself.
constexpr int CertainName = 3;

void readReply(Error &error, const HttpResult &result, const ErrorText &text, bool inStream)
{
    error.isPage = text.isHtml && !inStream;
    if (isSuccess(result.status) && !inStream && !text.hasEnvelope) {
        error.setCategory(ErrorCategory::MalformedReply);
        error.hands = handsOfAnswer(error, false);
        return;
    }
    error.innerStatus = innerStatus(text);
    error.provider = namedProvider(text.text);
    if (error.provider.isEmpty() && text.isAnthropic)
        error.provider = u"anthropic"_s;
    if (error.provider.isEmpty() && !text.field(u"provider_name").isEmpty())
        error.provider = u"openrouter"_s;
    const bool fromProvider = tellsProviderFailure(text, error.provider);
    const int status = tellingStatus(error.innerStatus, result.status);
    const bool vague = error.innerStatus == 0 && (result.status < 300 || result.status == 500);
    const FailureFacts facts{text, error.provider, fromProvider, status, vague};

    const auto *named = namedExceptionClass(withoutRouterTail(text.text));
    if (!named)
        named = findExceptionClass(text.field(u"type"));
    const auto *byStatus = exceptionClassForStatus(status);

    std::optional<Hands> told;
    if (!text.validation.isEmpty()) {
        error.setCategory(ErrorCategory::ValidationFailed);
        error.validation = text.validation;
    } else if (named && named->specificity >= CertainName) {
        error.setCategory(named->category);
    } else if (const auto *rule = matchText(facts)) {
        applyRule(error, *rule);
        told = rule->hands;
    } else if (named && named->specificity >= 2) {
        error.setCategory(categoryOfClass(*named, error.innerStatus));
    } else if (const auto *rest = matchRest(facts)) {
        applyRule(error, *rest);
    } else if (isSuccess(status) && inStream) {
        error.setCategory(ErrorCategory::Unknown);
    } else {
        error.setCategory(categoryForStatus(status, fromProvider));
        error.isGuess = true;
        if (result.status == 407)
            error.verdict = RetryVerdict::Manual;
    }
    if (named)
        applyNamedClass(error, *named, status);
    if (byStatus && error.exceptionClass.isEmpty() && (fromProvider || error.innerStatus))
        applyNamedClass(error, *byStatus, status);
    // Some servers take the connection, to say that it lacks a certificate of this side.
    if (error.isPage && error.category == ErrorCategory::TlsFailed)
        error.tls = TlsFailure{.reasons = {TlsReason::ClientCertificate}};
    const bool isAnswered = result.status != 0 || inStream;
    if (isOfTheNetwork(result.status))
        error.hands = Hands::Network;
    else if (isAnswered)
        error.hands = told.value_or(handsOfAnswer(error, fromProvider));
}

QString requestId(const HttpResult &result, const ErrorText &text)
{
    static constexpr std::array Headers = {"x-request-id", "x-litellm-call-id", "request-id"};
    for (const char *name : Headers) {
        if (const QByteArray value = result.header(name); !value.isEmpty())
            return QString::fromUtf8(value.first(qMin(value.size(), MaxHeader)));
    }
    static constexpr std::array Members = {u"request_id", u"requestid", u"litellm_call_id"};
    for (const char16_t *name : Members) {
        if (const QString value = text.field(name); !value.isEmpty())
            return value;
    }
    static const QRegularExpression openAi(u"\\breq_[A-Za-z0-9]{6,64}"_s);
    return openAi.match(text.plain).captured();
}

QString bounded(const QString &text, qsizetype limit)
{
    return text.size() <= limit ? text : text.first(limit - 1) + u'…';
}

void redactAll(Error &error, const Redactor &redactor)
{
    error.message = bounded(redactor.redact(error.message), MaxMessage);
    error.originalText = bounded(redactor.redact(error.originalText), MaxOriginal);
    error.provider = bounded(redactor.redact(error.provider), MaxId);
    error.requestId = bounded(redactor.redact(error.requestId), MaxId);
    error.jobId.value = bounded(redactor.redact(error.jobId.value), MaxId);
    for (ValidationIssue &issue : error.validation) {
        issue.path = bounded(redactor.redact(issue.path), MaxMessage);
        issue.message = bounded(redactor.redact(issue.message), MaxMessage);
    }
}

} // namespace

Error classify(const HttpResult &result, const Redactor &redactor, const QByteArray &streamEvent)
{
    Error error;
    error.outcome = result.outcome;
    error.httpStatus = result.status;
    const auto ended = categoryOfEnd(result);
    // What arrived of a good reply is the reply's text, not an error's.
    const bool read = replyDecides(result, streamEvent) || ended == ErrorCategory::MalformedReply;
    const ErrorText text =
        readErrorText(read ? readablePart(result, streamEvent, redactor) : QByteArray());
    if (replyDecides(result, streamEvent))
        readReply(error, result, text, !streamEvent.isEmpty());
    else if (ended)
        decideByEnd(error, result.end, *ended);

    error.message = text.message;
    error.originalText = text.text;
    error.retryAfter = retryAfter(result, text);
    error.requestId = requestId(result, text);
    error.jobId.value = text.field(u"job_id");
    if (error.verdict == RetryVerdict::Automatic && error.retryAfter > LongestSoon)
        error.verdict = RetryVerdict::Later;
    redactAll(error, redactor);
    return error;
}

Error classifyText(const QString &text, const Redactor &redactor)
{
    // The words that a stream ends with are the ones that its job keeps.
    HttpResult result;
    result.outcome = Outcome::Committed;
    result.status = 200;
    Error error =
        classify(result, redactor,
                 QJsonDocument(QJsonObject{{u"error"_s, text}}).toJson(QJsonDocument::Compact));
    // Anybody may have ended the job, with words of their own.
    if (error.category == ErrorCategory::Unknown)
        error.hands = usualVerdict(error.category).hands;
    return error;
}

} // namespace litedeck
