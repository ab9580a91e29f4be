// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/Call.h"

#include "core/base/Logging.h"
#include "core/errors/Classifier.h"
#include "core/net/HttpClient.h"
#include "core/net/HttpExchange.h"
#include "core/resilience/Attempt.h"
#include "core/resilience/CircuitBreaker.h"
#include "core/resilience/RetryBudget.h"
#include "core/resilience/ServerChoice.h"

#include <QRandomGenerator>

namespace litedeck {

Call::Call(HttpRequest request, const Resilience &shared, Judge judge, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_shared(shared)
    , m_judge(std::move(judge))
    , m_retryTimer(shared.clock.createTimer())
{
    connect(m_retryTimer.get(), &Timer::fired, this, &Call::attempt);
}

Call::~Call()
{
    if (m_isAdmitted)
        m_shared.breaker.recordNoVerdict();
}

void Call::attempt()
{
    if (m_finished)
        return;
    if (!isAdmitted()) {
        Error error = Error::of(ErrorCategory::CircuitOpen);
        error.retryAfter = m_shared.breaker.timeToProbe();
        fail(error, {});
        return;
    }
    m_breaks = m_shared.breaker.breaks();
    HttpRequest request = m_request;
    request.url = m_doubtfulUrl.isEmpty() ? m_shared.servers.route(request.url) : m_doubtfulUrl;
    m_attemptUrl = request.url;
    if (!request.attemptHeader.isEmpty())
        request.headers.emplaceBack(request.attemptHeader,
                                    attemptIdOf(request.callId, request.attempt));
    m_exchange = m_shared.client.create(request);
    connect(m_exchange, &HttpExchange::headReceived, this, &Call::headReceived);
    connect(m_exchange, &HttpExchange::bytesReceived, this, &Call::bytesReceived);
    connect(m_exchange, &HttpExchange::finished, this, &Call::onExchangeFinished);
    emit attemptStarted(m_request.attempt);
    if (m_exchange)
        m_exchange->start();
}

void Call::onExchangeFinished(const HttpResult &result)
{
    m_exchange.clear();
    if (m_finished)
        return;
    if (leavesOnce(m_request.effect) && result.outcome == Outcome::Ambiguous)
        m_doubtfulUrl = m_attemptUrl;
    m_shared.servers.recordAttempt(m_attemptUrl, m_request.effect, result);
    auto error = judge(result);
    tellBreaker(error);
    if (error) {
        fail(std::move(*error), result);
        return;
    }
    m_shared.budget.recordSuccess();
    tell(result, std::nullopt);
    finish(result);
}

bool Call::isAdmitted()
{
    m_isAdmitted = leavesOnce(m_request.effect) && m_shared.breaker.admit();
    return m_isAdmitted || !leavesOnce(m_request.effect);
}

void Call::tellBreaker(const std::optional<Error> &error)
{
    CircuitBreaker &breaker = m_shared.breaker;
    const bool wasAdmitted = std::exchange(m_isAdmitted, false);
    if (!wasAdmitted && !error)
        breaker.recordAnswer(m_breaks);
    else if (wasAdmitted && error)
        breaker.recordFailure(error->category);
    else if (wasAdmitted)
        breaker.recordSuccess();
}

std::optional<Error> Call::judge(const HttpResult &result) const
{
    if (m_judge && result.status >= 200 && result.status < 300)
        return m_judge(result);
    return result.isSuccess() ? std::nullopt : std::optional(errorOf(result));
}

Error Call::errorOf(const HttpResult &result) const
{
    return classify(result, m_shared.redactor);
}

void Call::fail(Error error, const HttpResult &result)
{
    addTrace(error, m_request, result, m_shared.redactor);
    m_lastOutcome = error.outcome;
    if (!shallInquire(error)) {
        goOn(error, result);
        return;
    }
    m_doubt = {error, result};
    m_inquiry(error, [call = QPointer(this)](const Error &known) {
        if (!call || call->m_finished || !call->m_doubt)
            return;
        const HttpResult ended = std::exchange(call->m_doubt, std::nullopt)->result;
        call->goOn(known, ended);
    });
}

bool Call::shallInquire(const Error &error) const
{
    const bool mayGoOn = (error.verdict == RetryVerdict::Automatic &&
                          m_request.attempt <= m_shared.policy.maxRetries) ||
                         error.verdict == RetryVerdict::SwitchEndpoint;
    return m_inquiry && mayGoOn && leavesOnce(m_request.effect) &&
           error.outcome == Outcome::Ambiguous;
}

void Call::goOn(const Error &error, const HttpResult &result)
{
    m_lastOutcome = error.outcome;
    const double random = QRandomGenerator::global()->generateDouble();
    const auto delay =
        m_shared.policy.delayAfter(error, m_request.effect, m_request.attempt, random);
    if (!delay || !m_shared.budget.take()) {
        tell(result, error);
        finish(Unexpected{error});
        return;
    }
    tell(result, error, delay);
    m_request.limits = m_shared.policy.limitsAfter(error, m_request.limits);
    ++m_request.attempt;
    qCInfo(logRetry, "%s %s: attempt %d in %lld ms", httpMethodName(m_request.method).constData(),
           m_request.endpoint.constData(), m_request.attempt,
           static_cast<long long>(delay->count()));
    m_retryTimer->start(*delay);
    emit retryScheduled({m_request.attempt, m_shared.policy.maxRetries + 1, *delay, error});
}

void Call::tell(const HttpResult &result, const std::optional<Error> &error,
                const std::optional<Milliseconds> &retryIn)
{
    HttpRequest request = m_request;
    // A call that the breaker holds has gone nowhere yet.
    if (!m_attemptUrl.isEmpty())
        request.url = m_attemptUrl;
    emit m_shared.attempts.attemptEnded({request, result, error, retryIn});
}

void Call::cancel()
{
    if (m_finished)
        return;
    if (m_exchange && m_exchange->isWhole()) {
        m_exchange->cancel();
        return;
    }
    Error error = Error::of(ErrorCategory::Cancelled);
    error.requestId = QString::fromLatin1(m_request.requestId);
    error.outcome = m_lastOutcome;
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange->cancel();
        error.outcome = m_exchange->result().outcome;
        if (std::exchange(m_isAdmitted, false))
            m_shared.breaker.recordNoVerdict();
        tell(m_exchange->result(), error);
        m_exchange.clear();
    } else if (m_doubt) {
        tell(m_doubt->result, m_doubt->error);
    }
    finish(Unexpected{std::move(error)});
}

void Call::retryNow()
{
    if (!m_retryTimer->isActive())
        return;
    m_retryTimer->stop();
    attempt();
}

void Call::limitSilence(Milliseconds silence)
{
    if (m_exchange)
        m_exchange->limitSilence(silence);
}

void Call::endAfterSilence(Milliseconds silence)
{
    if (m_exchange)
        m_exchange->endAfterSilence(silence);
}

void Call::finish(const CallResult &result)
{
    m_finished = true;
    m_retryTimer->stop();
    emit finished(result);
    deleteLater();
}

} // namespace litedeck
