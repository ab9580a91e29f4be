// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/ChatSession.h"

#include "base/Logging.h"
#include "gateway/Gateway.h"
#include "settings/EndpointMemory.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// The error with what is known now; a call that cost nothing may be sent again.
Error withFate(Error error, CallFate fate)
{
    error.fate = fate;
    switch (fate) {
    case CallFate::NeverRan:
    case CallFate::Uncharged:
        error.outcome = Outcome::Rejected;
        break;
    case CallFate::Charged:
        error.outcome = Outcome::Committed;
        break;
    case CallFate::StillRunning:
    case CallFate::Unknown:
        break;
    }
    return error;
}

constexpr qsizetype LongestTitle = 60;

void applyFinding(Turn &turn, const CallFinding &finding)
{
    if (turn.error && turn.error->outcome == Outcome::Ambiguous)
        turn.error = withFate(*turn.error, finding.fate);
    if (finding.job)
        turn.jobId = finding.job->id;
    if (finding.credits)
        turn.cost.credits = Measured<qint64>::reported(*finding.credits);
    else if (finding.fate == CallFate::Uncharged || finding.fate == CallFate::NeverRan)
        turn.cost.credits = Measured<qint64>::reported(0);
    if (!finding.costs || finding.costs->calls.isEmpty())
        return;
    qint64 prompt = 0;
    qint64 completion = 0;
    for (const CallCost &call : finding.costs->calls) {
        prompt += call.promptTokens;
        completion += call.completionTokens;
    }
    // The server writes 0 when the provider told nothing, which is not the same as none.
    if (prompt + completion == 0)
        return;
    turn.cost.promptTokens = Measured<qint64>::reported(prompt);
    turn.cost.completionTokens = Measured<qint64>::reported(completion);
    turn.cost.totalTokens = Measured<qint64>::reported(prompt + completion);
    turn.cost.cost = Measured<Usd>::reported(finding.costs->total);
}

QString titleFrom(const QString &prompt)
{
    const QString line = prompt.simplified();
    if (line.size() <= LongestTitle)
        return line;
    const qsizetype space = line.lastIndexOf(u' ', LongestTitle);
    return line.left(space > LongestTitle / 2 ? space : LongestTitle) + u'…';
}

} // namespace

ChatSession::ChatSession(const ChatServices &services, Conversation conversation, QObject *parent)
    : QObject(parent)
    , m_gateway(services.gateway)
    , m_ledger(services.ledger)
    , m_reconciler(services.reconciler)
    , m_endpoints(services.endpoints)
    , m_conversation(std::move(conversation))
{
    connect(&m_reconciler, &JobReconciler::stillRunning, this, &ChatSession::onStillRunning);
    connect(&m_reconciler, &JobReconciler::settled, this, &ChatSession::onSettled);
}

ChatSession::~ChatSession() = default;

const Turn *ChatSession::turn(const TurnId &id) const
{
    for (const Turn &turn : m_conversation.turns) {
        if (turn.id == id)
            return &turn;
    }
    return nullptr;
}

Milliseconds ChatSession::elapsed() const
{
    return isBusy() ? m_gateway.clock().monotonicNow() - m_attemptStartedAt : Milliseconds::zero();
}

void ChatSession::setModel(const ModelAlias &model)
{
    if (m_conversation.model == model)
        return;
    m_conversation.model = model;
    emit conversationChanged();
}

void ChatSession::setTitle(const QString &title)
{
    if (m_conversation.title == title)
        return;
    m_conversation.title = title;
    emit conversationChanged();
}

TurnId ChatSession::send(const QString &prompt)
{
    if (isBusy())
        return {};
    Turn turn;
    turn.id = {newId()};
    turn.model = m_conversation.model;
    turn.prompt = prompt;
    turn.sentAt = m_gateway.clock().utcNow();
    // What did not fit a moment ago will not fit now.
    if (!m_conversation.turns.isEmpty() && m_conversation.turns.constLast().model == turn.model)
        turn.leftOut = m_conversation.turns.constLast().leftOut;
    m_conversation.updatedAt = turn.sentAt;
    m_conversation.turns.append(turn);
    emit turnAdded(turn);
    if (m_conversation.title.isEmpty())
        setTitle(titleFrom(prompt));
    startTurn(m_conversation.turns.size() - 1);
    return turn.id;
}

bool ChatSession::retry(const TurnId &id, Context context)
{
    const Turn *found = turn(id);
    if (isBusy() || found == nullptr || !found->reply.isEmpty())
        return false;
    const qsizetype index = found - m_conversation.turns.constData();
    Turn &again = m_conversation.turns[index];
    again.state = TurnState::Pending;
    if (context == Context::Shorter)
        again.leftOut = leftOutForHalf(index);
    else if (again.model != m_conversation.model)
        again.leftOut = 0;
    again.model = m_conversation.model;
    again.error.reset();
    again.jobId = {};
    again.cost = {};
    again.sentAt = m_gateway.clock().utcNow();
    emit turnChanged(again);
    startTurn(index);
    return true;
}

void ChatSession::refineError(const TurnId &id, const Error &error)
{
    const Turn *found = turn(id);
    if (found == nullptr || !found->error)
        return;
    Turn &failed = m_conversation.turns[found - m_conversation.turns.constData()];
    failed.error = error;
    emit turnChanged(failed);
}

int ChatSession::leftOutForHalf(qsizetype index) const
{
    const QList<Turn> &turns = m_conversation.turns;
    const auto lengthOf = [&turns](qsizetype i) {
        const Turn &turn = turns.at(i);
        return turn.reply.isEmpty() ? 0 : turn.prompt.size() + turn.reply.size();
    };
    const int before = turns.at(index).leftOut;
    qsizetype whole = 0;
    for (qsizetype i = before; i < index; ++i)
        whole += lengthOf(i);
    qsizetype first = index;
    for (qsizetype kept = 0; first > before; --first) {
        kept += lengthOf(first - 1);
        if (2 * kept > whole)
            break;
    }
    return static_cast<int>(first);
}

ChatRequest ChatSession::requestFor(qsizetype index) const
{
    ChatRequest request;
    request.model = m_conversation.turns.at(index).model;
    for (qsizetype i = m_conversation.turns.at(index).leftOut; i < index; ++i) {
        const Turn &earlier = m_conversation.turns.at(i);
        if (earlier.reply.isEmpty())
            continue;
        request.messages.append({u"user"_s, earlier.prompt});
        request.messages.append({u"assistant"_s, earlier.reply});
    }
    request.messages.append({u"user"_s, m_conversation.turns.at(index).prompt});
    request.purpose = u"chat:turn-%1"_s.arg(index + 1);
    return request;
}

void ChatSession::startTurn(qsizetype index)
{
    m_currentIndex = index;
    m_call = {.callKey = newId(),
              .conversation = m_conversation.id,
              .turn = current().id,
              .sentAt = m_gateway.clock().utcNow()};
    m_callKeys.insert(m_call.turn, m_call.callKey);
    m_attempts = 0;
    m_attemptStartedAt = m_gateway.clock().monotonicNow();
    const QJsonObject metadata{{CallKeyMember, m_call.callKey},
                               {u"litedeck_turn"_s, current().id.value},
                               {u"litedeck_conversation"_s, m_conversation.id.value}};
    using Delivery = ChatStream::Delivery;
    m_stream = new ChatStream(m_gateway, requestFor(index), u"chat"_s, metadata,
                              m_endpoints.canStream() ? Delivery::Streamed : Delivery::Whole, this);
    connect(m_stream, &ChatStream::attemptStarted, this, &ChatSession::onAttemptStarted);
    connect(m_stream, &ChatStream::textReceived, this, &ChatSession::onTextReceived);
    connect(m_stream, &ChatStream::reasoningReceived, this, [this](const QString &text) {
        current().reasoning += text;
        emit reasoningAppended(current().id, text);
    });
    connect(m_stream, &ChatStream::retryScheduled, this,
            [this](int next, int most, Milliseconds delay, const Error &cause) {
                emit retryScheduled(current().id, next, most, delay, cause);
            });
    connect(m_stream, &ChatStream::finished, this, &ChatSession::onFinished);
    m_stream->setInquiry([this](const Error &cause, std::function<void(const Error &)> answer) {
        inquire(cause, std::move(answer));
    });
    emit busyChanged(true);
    m_ledger.open(m_call, m_stream, [stream = m_stream] { stream->start(); });
}

void ChatSession::onAttemptStarted(int attempt)
{
    m_attemptStartedAt = m_gateway.clock().monotonicNow();
    m_attempts = attempt;
    emit attemptStarted(current().id, attempt);
}

void ChatSession::onTextReceived(const QString &text)
{
    Turn &turn = current();
    turn.reply += text;
    if (turn.state == TurnState::Pending) {
        turn.state = TurnState::Streaming;
        turn.cost.timeToFirstText = Measured<Milliseconds>::reported(elapsed());
        emit turnChanged(turn);
    }
    emit textAppended(turn.id, text);
}

void ChatSession::stop()
{
    if (m_stream)
        m_stream->cancel();
}

void ChatSession::retryNow()
{
    if (m_stream)
        m_stream->retryNow();
}

void ChatSession::inquire(const Error &cause, std::function<void(const Error &)> answer)
{
    emit inquiryStarted(current().id, cause);
    auto *settlement = new CallSettlement(m_gateway,
                                          {.callKey = m_call.callKey,
                                           .sentAt = m_call.sentAt,
                                           .outcome = cause.outcome,
                                           .failure = cause.message,
                                           .hadText = !current().reply.isEmpty()},
                                          m_stream);
    connect(settlement, &CallSettlement::stillRunning, this, [this, cause] {
        emit errorRefined(current().id, withFate(cause, CallFate::StillRunning));
    });
    connect(settlement, &CallSettlement::settled, this,
            [cause, answer = std::move(answer)](const CallFinding &finding) {
                answer(withFate(cause, finding.fate));
            });
    settlement->start();
}

bool ChatSession::switchesEndpoint(const Expected<StreamedReply, Error> &result)
{
    if (result || result.error().verdict != RetryVerdict::SwitchEndpoint)
        return false;
    const Outcome outcome = result.error().outcome;
    const bool cannotHaveRun = outcome == Outcome::NotSent || outcome == Outcome::Rejected;
    if (!cannotHaveRun || !m_endpoints.canStream() || !current().reply.isEmpty())
        return false;
    qCInfo(logChat, "streams do not work on this server: asking for the reply in one piece");
    m_endpoints.noteThatStreamsFail();
    settle(current(), result.error().outcome, result.error().message);
    startTurn(m_currentIndex);
    return true;
}

void ChatSession::onFinished(const Expected<StreamedReply, Error> &result)
{
    Turn &turn = current();
    turn.cost.latency = Measured<Milliseconds>::reported(elapsed());
    m_stream->deleteLater();
    m_stream.clear();
    if (switchesEndpoint(result))
        return;

    QString failure;
    if (result) {
        turn.state = TurnState::Complete;
        failure = u"The reply arrived whole, but its job was not ended"_s;
        turn.finishReason = result->finishReason;
        const StreamUsage &usage = result->usage;
        if (usage.promptTokens)
            turn.cost.promptTokens = Measured<qint64>::reported(*usage.promptTokens);
        if (usage.completionTokens)
            turn.cost.completionTokens = Measured<qint64>::reported(*usage.completionTokens);
    } else if (result.error().category == ErrorCategory::Cancelled) {
        turn.state = TurnState::Stopped;
        failure = u"Stopped by the user after %1 characters"_s.arg(turn.reply.size());
    } else {
        turn.state = turn.reply.isEmpty() ? TurnState::Failed : TurnState::Interrupted;
        turn.error = result.error();
        const qsizetype messages = requestFor(m_currentIndex).messages.size();
        turn.error->earlierMessages = static_cast<int>(messages) - 1;
        failure = u"%1 (after %2 characters)"_s.arg(result.error().message).arg(turn.reply.size());
    }
    qCDebug(logChat, "turn %s: state %d", qUtf8Printable(turn.id.value),
            static_cast<int>(turn.state));
    const Outcome outcome = result ? Outcome::Committed : result.error().outcome;
    const Turn copy = turn;
    emit turnChanged(copy);
    emit busyChanged(false);
    if (copy.error)
        emit turnFailed(copy.id, *copy.error);
    // An earlier attempt may have left a job behind even when the last one was not sent.
    if (outcome != Outcome::NotSent || m_attempts > 1)
        settle(copy, outcome, failure);
    else
        m_ledger.close(m_call.callKey);
}

void ChatSession::settle(const Turn &turn, Outcome outcome, const QString &failure)
{
    m_reconciler.settle(m_call, {.callKey = m_call.callKey,
                                 .sentAt = m_call.sentAt,
                                 .outcome = outcome,
                                 .failure = failure,
                                 .hadText = !turn.reply.isEmpty()});
}

Turn *ChatSession::settledTurn(const OpenCall &call)
{
    const Turn *found = call.conversation == m_conversation.id ? turn(call.turn) : nullptr;
    if (found == nullptr || m_callKeys.value(call.turn, call.callKey) != call.callKey)
        return nullptr;
    return &m_conversation.turns[found - m_conversation.turns.constData()];
}

void ChatSession::onStillRunning(const OpenCall &call)
{
    Turn *turn = settledTurn(call);
    if (turn == nullptr || !turn->error || turn->error->outcome != Outcome::Ambiguous)
        return;
    turn->error = withFate(*turn->error, CallFate::StillRunning);
    const Turn copy = *turn;
    emit turnChanged(copy);
    emit errorRefined(copy.id, *copy.error);
}

void ChatSession::onSettled(const OpenCall &call, const CallFinding &finding)
{
    Turn *settled = settledTurn(call);
    if (settled == nullptr)
        return;
    applyFinding(*settled, finding);
    const Turn copy = *settled;
    emit turnChanged(copy);
    if (copy.error && copy.error->fate)
        emit errorRefined(copy.id, *copy.error);
    emit turnSettled(copy.id);
}

} // namespace litedeck
