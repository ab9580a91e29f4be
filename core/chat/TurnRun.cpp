// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/TurnRun.h"

#include "core/base/Background.h"
#include "core/base/Logging.h"
#include "core/base/NewId.h"
#include "core/conversation/ChatContext.h"
#include "core/conversation/StoredNames.h"
#include "core/errors/Verdict.h"
#include "core/server/Inquiry.h"
#include "core/server/JobClosing.h"
#include "core/server/Server.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

bool hasFiles(const ChatRequest &request)
{
    return std::any_of(request.messages.cbegin(), request.messages.cend(),
                       [](const ChatMessage &message) { return !message.attachments.isEmpty(); });
}

/// Whether the provider refuses to stream this model, and not the server any stream.
bool isOfTheModel(const Error &error)
{
    return (error.innerStatus != 0 ? error.innerStatus : error.httpStatus) == 400;
}

OpenCall newCall(const TurnRun::Plan &plan, const Clock &clock)
{
    return {.callKey = newId(),
            .conversation = plan.conversation,
            .turn = plan.turn,
            .sentAt = clock.utcNow()};
}

QString failureText(const Expected<StreamedReply, Error> &result, qsizetype characters)
{
    if (result)
        return u"The reply arrived whole, but its job was not ended"_s;
    if (result.error().category == ErrorCategory::Cancelled)
        return u"Stopped by the user after %1 characters"_s.arg(characters);
    const QString &message = result.error().message;
    return u"%1 (after %2 characters)"_s
        .arg(message.isEmpty() ? QString(storedName(result.error().category)) : message)
        .arg(characters);
}

} // namespace

TurnRun::TurnRun(const ChatServices &services, Plan plan, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_plan(std::move(plan))
    , m_attemptStartedAt(services.clock.monotonicNow())
{}

void TurnRun::start()
{
    m_attemptStartedAt = m_services.clock.monotonicNow();
    m_attempts = 0;
    if (!isInJob())
        openCall(&TurnRun::ask);
    else if (m_plan.openJob.isEmpty())
        openCall(&TurnRun::createJob);
    else
        askInOpenJob();
}

void TurnRun::askInOpenJob()
{
    // Not among the open calls, since the job is known; but what is found of an earlier call is not
    // its.
    m_call = newCall(m_plan, m_services.clock);
    emit callOpened(m_call);
    ask();
}

void TurnRun::stop()
{
    if (m_stream)
        m_stream->cancel();
    else if (m_creation)
        m_creation->cancel();
    else if (m_opening)
        onStoppedEarly();
}

void TurnRun::onStoppedEarly()
{
    delete m_opening;
    end(Unexpected{Error::of(ErrorCategory::Cancelled)});
}

void TurnRun::retryNow()
{
    if (m_stream)
        m_stream->retryNow();
    else if (m_creation)
        m_creation->retryNow();
}

EndpointMemory::Stream TurnRun::streamKind() const
{
    return isInJob() ? EndpointMemory::Stream::InJob : EndpointMemory::Stream::SingleCall;
}

void TurnRun::openCall(void (TurnRun::*next)())
{
    m_call = newCall(m_plan, m_services.clock);
    emit callOpened(m_call);
    m_opening = new QObject(this);
    m_services.openCalls.open(m_call, m_opening, [this, next] {
        m_opening->deleteLater();
        m_opening.clear();
        (this->*next)();
    });
}

void TurnRun::createJob()
{
    auto *creation = m_services.server.jobClosing()->open(m_call);
    m_creation = creation;
    connect(creation, &ReplyBase::retryScheduled, this, &TurnRun::retryScheduled);
    creation->then(this, [this](const Expected<CreatedJob, Error> &job) { onJobCreated(job); });
}

void TurnRun::onJobCreated(const Expected<CreatedJob, Error> &job)
{
    m_creation.clear();
    if (!job) {
        end(Unexpected{job.error()});
        return;
    }
    m_plan.openJob = job->id;
    emit jobOpened(job->id);
    // From here on the conversation knows the job, on disk as well.
    m_services.openCalls.close(m_call.callKey);
    ask();
}

void TurnRun::ask()
{
    CallPlan plan = m_services.server.plan(
        m_plan.request, {.call = m_call,
                         .job = isInJob() ? m_plan.openJob : JobId(),
                         .delivery = canStream() ? Delivery::Streamed : Delivery::Whole});
    const auto encode = std::exchange(plan.body, {});
    if (!hasFiles(m_plan.request)) {
        plan.request.body = encode();
        send(plan);
        return;
    }
    m_opening = new QObject(this);
    inBackground(encode, m_opening, [this, plan](const QByteArray &body) {
        m_opening->deleteLater();
        m_opening.clear();
        CallPlan whole = plan;
        whole.request.body = body;
        send(whole);
    });
}

void TurnRun::send(const CallPlan &plan)
{
    m_stream = m_services.server.ask(plan, this);
    connect(m_stream, &ChatStream::attemptStarted, this, &TurnRun::onAttemptStarted);
    connect(m_stream, &ChatStream::retryScheduled, this, &TurnRun::retryScheduled);
    connect(m_stream, &ChatStream::reasoningReceived, this, [this](const QString &text) {
        m_hasReasoning = true;
        emit reasoningReceived(text);
    });
    connect(m_stream, &ChatStream::textReceived, this, [this](const QString &text) {
        m_textLength += text.size();
        emit textReceived(text);
    });
    connect(m_stream, &ChatStream::finished, this, &TurnRun::onFinished);
    // Only a job of the call's own can be found again; calls within a job carry nothing of ours.
    if (!isInJob())
        m_stream->setInquiry([this](const Error &cause, std::function<void(const Error &)> answer) {
            inquire(cause, std::move(answer));
        });
    m_stream->start();
}

void TurnRun::onAttemptStarted(int attempt)
{
    m_attemptStartedAt = m_services.clock.monotonicNow();
    m_lastSentAt = m_services.clock.utcNow();
    m_attempts = attempt;
    emit attemptStarted(attempt);
}

void TurnRun::inquire(const Error &cause, std::function<void(const Error &)> answer)
{
    emit inquiryStarted(cause);
    Inquiry *inquiry =
        m_services.server.inquire(m_call, endOf(cause.outcome, cause.message), m_stream);
    connect(inquiry, &Inquiry::waiting, this,
            [this, cause](CallFate why) { emit inquiryRefined(withFate(cause, why)); });
    connect(inquiry, &Inquiry::settled, this,
            [cause, answer = std::move(answer)](const CallFinding &finding) {
                answer(withFate(cause, finding.fate));
            });
    inquiry->start();
}

void TurnRun::onFinished(const Expected<StreamedReply, Error> &result)
{
    m_stream->deleteLater();
    m_stream.clear();
    if (result || m_textLength > 0 || !asksOtherwise(result.error()))
        end(result);
}

bool TurnRun::asksOtherwise(const Error &error)
{
    const bool cannotHaveRun =
        error.outcome == Outcome::NotSent || error.outcome == Outcome::Rejected;
    if (!cannotHaveRun)
        return false;
    if (error.verdict == RetryVerdict::SwitchEndpoint && canStream()) {
        qCInfo(logChat, "no stream for this call: asking for the reply in one piece");
        m_wantsWhole = true;
        // What one model refuses, others may do.
        if (!isOfTheModel(error))
            m_services.endpoints.noteFailure(streamKind());
        if (!isInJob())
            settle(error.outcome, error.message);
    } else if (isInJob() && error.category == ErrorCategory::JobNotFound && !m_isJobRenewed) {
        qCInfo(logChat, "the conversation's job is gone: opening another one");
        m_isJobRenewed = true;
        m_plan.openJob = {};
    } else {
        return false;
    }
    start();
    return true;
}

void TurnRun::end(const Expected<StreamedReply, Error> &result)
{
    const Outcome outcome = result ? Outcome::Committed : result.error().outcome;
    const bool isInOpenJob = isInJob() && !m_plan.openJob.isEmpty();
    emit ended(result);
    if (isInOpenJob) {
        price();
        return;
    }
    // An earlier attempt may have left a job behind even when the last one was not sent.
    if (outcome != Outcome::NotSent || m_attempts > 1)
        settle(outcome, failureText(result, m_textLength));
    else
        m_services.openCalls.close(m_call.callKey);
    deleteLater();
}

CallEnd TurnRun::endOf(Outcome outcome, const QString &failure) const
{
    return {.outcome = outcome,
            .failure = failure,
            .hadText = m_textLength > 0 || m_hasReasoning,
            .attempts = m_attempts,
            .lastSentAt = m_lastSentAt};
}

void TurnRun::settle(Outcome outcome, const QString &failure)
{
    m_services.reconciler.settle(m_call, endOf(outcome, failure));
}

void TurnRun::price()
{
    m_services.server.costs(m_plan.openJob)
        ->then(this, [this](const Expected<JobCosts, Error> &costs) {
            if (costs) {
                emit jobCosted(*costs);
                emit priced(costs->ofPurposeEnding(purposeEnd(m_plan.turn)));
            }
            deleteLater();
        });
}

} // namespace litedeck
