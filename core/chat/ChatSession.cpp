// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/ChatSession.h"

#include "base/Logging.h"
#include "gateway/Gateway.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

constexpr qsizetype LongestTitle = 60;

QString titleFrom(const QString &prompt)
{
    const QString line = prompt.simplified();
    if (line.size() <= LongestTitle)
        return line;
    const qsizetype space = line.lastIndexOf(u' ', LongestTitle);
    return line.left(space > LongestTitle / 2 ? space : LongestTitle) + u'…';
}

} // namespace

ChatSession::ChatSession(const Gateway &gateway, Conversation conversation, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_conversation(std::move(conversation))
{}

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
    m_callKey = newId();
    m_attemptStartedAt = m_gateway.clock().monotonicNow();
    const QJsonObject metadata{{CallKeyMember, m_callKey},
                               {u"litedeck_turn"_s, current().id.value},
                               {u"litedeck_conversation"_s, m_conversation.id.value}};
    m_stream = new ChatStream(m_gateway, requestFor(index), u"chat"_s, metadata, this);
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
    emit busyChanged(true);
    m_stream->start();
}

void ChatSession::onAttemptStarted(int attempt)
{
    m_attemptStartedAt = m_gateway.clock().monotonicNow();
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

void ChatSession::onFinished(const Expected<StreamedReply, Error> &result)
{
    Turn &turn = current();
    turn.cost.latency = Measured<Milliseconds>::reported(elapsed());
    m_stream->deleteLater();
    m_stream.clear();

    QString failure;
    if (result) {
        turn.state = TurnState::Complete;
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
    const bool mayHaveRun = result || result.error().outcome != Outcome::NotSent;
    const Turn copy = turn;
    emit turnChanged(copy);
    emit busyChanged(false);
    if (copy.error)
        emit turnFailed(copy.id, *copy.error);
    if (mayHaveRun)
        settle(copy, failure);
}

void ChatSession::settle(const Turn &turn, const QString &failure)
{
    auto *settlement = new CallSettlement(m_gateway, m_callKey, failure, this);
    connect(
        settlement, &CallSettlement::settled, this,
        [this, id = turn.id](const CallSettlement::Finding &finding) { onSettled(id, finding); });
    settlement->start();
}

void ChatSession::onSettled(const TurnId &id, const CallSettlement::Finding &finding)
{
    const Turn *found = turn(id);
    const bool isCurrentAgain = isBusy() && current().id == id;
    if (found == nullptr || isCurrentAgain)
        return;
    Turn &settled = m_conversation.turns[found - m_conversation.turns.constData()];
    if (finding.job)
        settled.jobId = finding.job->id;
    if (finding.credits)
        settled.cost.credits = Measured<qint64>::reported(*finding.credits);
    else if (finding.job && !finding.job->creditApplied)
        settled.cost.credits = Measured<qint64>::reported(0);
    if (finding.costs && !finding.costs->calls.isEmpty()) {
        qint64 prompt = 0;
        qint64 completion = 0;
        for (const CallCost &call : finding.costs->calls) {
            prompt += call.promptTokens;
            completion += call.completionTokens;
        }
        // The server writes 0 when the provider told nothing, which is not the same as none.
        if (prompt + completion > 0) {
            settled.cost.promptTokens = Measured<qint64>::reported(prompt);
            settled.cost.completionTokens = Measured<qint64>::reported(completion);
            settled.cost.totalTokens = Measured<qint64>::reported(prompt + completion);
            settled.cost.cost = Measured<Usd>::reported(finding.costs->total);
        }
    }
    emit turnChanged(settled);
    emit turnSettled(id);
}

} // namespace litedeck
