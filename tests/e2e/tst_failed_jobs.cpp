// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "JobsDeck.h"

#include <QLabel>
#include <QSet>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

/// A failed job as the server keeps it, and what the window says of it.
struct Case
{
    ErrorCategory category;
    QString error; ///< What the server keeps.
    QString title;
    QString hands;
    QString advice; ///< How it begins.
};

const QString You = u"You"_s;
const QString Admin = u"Your team's administrator"_s;
const QString Provider = u"The model's provider"_s;
const QString Operator = u"The gateway's operator"_s;
const QString Network = u"The network"_s;

/// As the server writes what a provider answered.
QString openAi(int status, const QString &body)
{
    return u"LLM call failed: 500: Failed to call provider API: OpenAI error: Error code: %1 - %2"_s
        .arg(status)
        .arg(body);
}

QList<Case> accountCases()
{
    using enum ErrorCategory;
    return {
        {Authentication, u"Authentication Error, Invalid proxy server token passed."_s,
         u"The virtual key was refused"_s, You, u"Enter another virtual key"_s},
        {ProviderAuthentication,
         openAi(401, u"{'error': {'message': 'Incorrect API key provided', 'code': "
                     "'invalid_api_key'}}"_s),
         u"The provider refused the gateway's key"_s, Operator,
         u"The gateway's operator has to correct"_s},
        {ProviderNotConfigured,
         u"500: No provider credentials configured for fireworks. Please add credentials in the "
         "admin dashboard."_s,
         u"The gateway has no key for this provider"_s, Operator,
         u"The gateway's operator has to correct"_s},
        {PermissionDenied, u"The requested model 'm' is not available for this API key"_s,
         u"Not allowed"_s, You, u"Check that the team belongs to this key"_s},
        {TeamSuspended, u"403: Team access is suspended. Please contact support."_s,
         u"The team is suspended"_s, Admin, u"Ask your team's administrator to let"_s},
        {TeamPaused, u"403: Team access is paused. Please contact support."_s,
         u"The team is paused"_s, Admin, u"Ask your team's administrator to let"_s},
        {InsufficientCredits,
         u"Insufficient credits. Team has 0 credits remaining, but 1 required."_s,
         u"No credits left"_s, Admin, u"Ask your team's administrator to add credits"_s},
        {ModelNotAllowed, u"403: No active models configured for group 'chat-fast'"_s,
         u"The team may not use this model"_s, Admin, u"Choose another model, or ask"_s},
        {ProviderQuotaExceeded,
         openAi(429, u"{'error': {'message': 'You exceeded your current quota', 'code': "
                     "'insufficient_quota'}}"_s),
         u"The account with the provider is used up"_s, Operator, u"Whoever pays the provider"_s},
        {BudgetExceeded, u"Budget has been exceeded! Current cost: 76.16, Max budget: 10.0"_s,
         u"The gateway's budget is used up"_s, Operator,
         u"Ask your team's administrator to raise the budget"_s},
    };
}

QList<Case> requestCases()
{
    using enum ErrorCategory;
    return {
        {BadRequest,
         openAi(400, u"{'error': {'message': \"Unsupported parameter: 'max_tokens'\", 'type': "
                     "'invalid_request_error'}}"_s),
         u"The request was refused"_s, You, u"Change the request"_s},
        {ValidationFailed,
         u"litellm.UnprocessableEntityError: MistralException - Error code: 422 - {'detail': "
         "[{'type': 'missing', 'loc': ['body', 'messages'], 'msg': 'Field required'}]}"_s,
         u"Parts of the request are not valid"_s, You, u"Change the request"_s},
        {JobNotFound, u"404: Job not found"_s, u"The job is gone"_s, You,
         u"Send the message again"_s},
        {ModelNotFound,
         openAi(404, u"{'error': {'message': 'The model x does not exist', 'code': "
                     "'model_not_found'}}"_s),
         u"The model does not exist"_s, You, u"Choose another model."_s},
        {ContextWindowExceeded,
         openAi(400, u"{'error': {'message': \"This model's maximum context length is 8192 "
                     "tokens\", 'code': 'context_length_exceeded'}}"_s),
         u"The conversation is too long for this model"_s, You,
         u"Choose a model that takes more text"_s},
        {ContentPolicyViolation,
         openAi(400, u"{'error': {'code': 'content_policy_violation', 'message': 'Your request was "
                     "rejected as a result of our safety system'}}"_s),
         u"The provider's content policy refused this"_s, You, u"Put it in other words"_s},
        {RequestTooLarge,
         openAi(429, u"{'error': {'message': 'Request too large for gpt-4: Limit 10000, Requested "
                     "12345.', 'code': 'rate_limit_exceeded'}}"_s),
         u"The request is larger than the limit allows"_s, You, u"Shorten the message"_s},
        {EndpointUnsupported,
         u"'Response' object does not support the asynchronous context manager protocol"_s,
         u"This server cannot do that"_s, Operator, u"Another way of calling"_s},
    };
}

QList<Case> capacityCases()
{
    using enum ErrorCategory;
    return {
        {ConnectionFailed,
         u"litellm.APIConnectionError: OllamaException - [Errno 111] Connection refused"_s,
         u"The gateway lost its connection to the provider"_s, Operator,
         u"Your own network is not to blame"_s},
        {TlsFailed,
         u"500: Failed to call provider API: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify "
         "failed"_s,
         u"The connection is not secure"_s, Operator, u"Ask the gateway's operator about its"_s},
        {Timeout, u"LLM call failed: 500: Failed to call provider API: Request timed out."_s,
         u"No answer in time"_s, Provider, u"The gateway, or a proxy before it, gave up"_s},
        {StreamInterrupted,
         u"500: peer closed connection without sending complete message body (incomplete chunked "
         "read)"_s,
         u"The reply was cut off"_s, Operator, u"What had arrived is kept"_s},
        {RateLimited,
         u"LLM call failed: 500: Failed to call provider API: OpenAI rate limit: Error code: 429 - "
         "{'error': {'message': 'Rate limit reached', 'code': 'rate_limit_exceeded'}}"_s,
         u"Rate limit reached"_s, Provider, u"Wait a moment and try again"_s},
        {Overloaded,
         u"LLM call failed: 500: Failed to call provider API: Anthropic error: Error code: 529 - "
         "{'type': 'error', 'error': {'type': 'overloaded_error', 'message': 'Overloaded'}}"_s,
         u"The provider is overloaded"_s, Provider, u"Try again later"_s},
        {ServiceUnavailable, openAi(503, u"{'error': {'message': 'Slow Down'}}"_s),
         u"The service is not available"_s, Provider, u"Try again later"_s},
        {InternalServerError,
         openAi(500,
                u"{'error': {'message': 'The server had an error processing your request'}}"_s),
         u"The server failed"_s, Provider, u"Try again. If it keeps failing"_s},
        {Unknown, u"Validation of the extracted fields failed after 3 attempts"_s,
         u"Something unexpected happened"_s, QString(), u"Look at the details"_s},
    };
}

/// What only happens between this program and the gateway, before there is a job or after it.
const QList<ErrorCategory> OursAlone{ErrorCategory::RedirectRefused, ErrorCategory::CircuitOpen,
                                     ErrorCategory::Cancelled, ErrorCategory::MalformedReply,
                                     ErrorCategory::NotFound};

QList<Case> allCases()
{
    return accountCases() + requestCases() + capacityCases();
}

QString label(Deck &deck, const QString &name)
{
    return deck.find<QLabel>(name)->text();
}

} // namespace

/// Why jobs failed, in the window: for every kind of failure that the classifier knows.
class tst_FailedJobs : public QObject
{
    Q_OBJECT

private slots:
    void everyKindIsThere();
    void eachKindIsExplained();
};

void tst_FailedJobs::everyKindIsThere()
{
    QSet<ErrorCategory> told(OursAlone.cbegin(), OursAlone.cend());
    for (const Case &each : allCases())
        told.insert(each.category);
    // The last one of the enumeration tells how many there are.
    QCOMPARE(told.size(), qsizetype(ErrorCategory::Unknown) + 1);
}

void tst_FailedJobs::eachKindIsExplained()
{
    const QList<Case> cases = allCases();
    JobsDeck deck;
    QJsonArray jobs;
    const QJsonArray past = deck.gateway.jobs();
    for (const Case &each : cases) {
        QJsonObject job = past.at(jobs.size()).toObject();
        job[u"status"_s] = u"FAILED"_s;
        job[u"error_message"_s] = each.error;
        jobs += job;
    }
    const QJsonObject page{
        {u"team_id"_s, deck.gateway.teamId()}, {u"total"_s, jobs.size()}, {u"jobs"_s, jobs}};
    deck.gateway.addFault({.method = "GET",
                           .pathPattern = ListPath,
                           .status = 200,
                           .body = QJsonDocument(page).toJson()});
    QVERIFY(deck.showJobs());
    QCOMPARE(deck.rows(), int(cases.size()));
    for (int row = 0; row < deck.rows(); ++row) {
        deck.table()->setCurrentIndex(deck.table()->model()->index(row, 0));
        const Case &each = cases.at(row);
        QCOMPARE(deck.jobs().at(row).job.errorMessage, each.error);
        QVERIFY(deck.find(u"jobFailure"_s)->isVisible());
        QCOMPARE(label(deck, u"failureTitle"_s), each.title);
        const QString hands = each.hands.isEmpty()
                                  ? u"Reported in words of the program that ran the job"_s
                                  : u"In the hands of: "_s + each.hands;
        QVERIFY2(label(deck, u"failureHands"_s) == hands,
                 qPrintable(each.title + u": "_s + label(deck, u"failureHands"_s)));
        const QString advice = label(deck, u"failureAdvice"_s);
        QVERIFY2(advice.startsWith(each.advice), qPrintable(each.title + u": "_s + advice));
        QVERIFY(deck.find(u"failureAdvice"_s)->isVisible());
    }
}

QTEST_MAIN(tst_FailedJobs)
#include "tst_failed_jobs.moc"
