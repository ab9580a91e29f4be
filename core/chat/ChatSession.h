// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Expected.h"
#include "chat/Conversation.h"
#include "gateway/ChatRequest.h"
#include "gateway/ChatStream.h"
#include "jobs/JobReconciler.h"

#include <QHash>
#include <QObject>
#include <QPointer>

namespace litedeck {

class EndpointMemory;
class Gateway;

/// What a conversation works with; all of it outlives the conversation.
struct ChatServices
{
    const Gateway &gateway;
    JobLedger &ledger;
    JobReconciler &reconciler;
    EndpointMemory &endpoints;
};

/// A conversation that can be talked in: one turn at a time.
///
/// For each turn: turnAdded() (or turnChanged() when it is tried again), then textAppended() and
/// reasoningAppended() as text comes, turnChanged() for everything else, busyChanged(false), and
/// some time later turnChanged() once more with what the turn cost. turnFailed() comes after the
/// turnChanged() that carries the error.
class ChatSession : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatSession)

public:
    ChatSession(const ChatServices &services, Conversation conversation, QObject *parent = nullptr);
    ~ChatSession() override;

    const Conversation &conversation() const { return m_conversation; }
    const Turn *turn(const TurnId &id) const;
    bool isBusy() const { return !m_stream.isNull(); }
    /// The time since the running attempt began, zero when nothing runs.
    Milliseconds elapsed() const;

    void setModel(const ModelAlias &model);
    void setTitle(const QString &title);

    /// Asks the conversation's model; returns the new turn's id, or an empty id while busy.
    TurnId send(const QString &prompt);
    /// How much of the conversation goes along when a turn is asked for again.
    enum class Context : quint8 {
        Whole,  ///< As before; all of it when the model is another one.
        Shorter ///< The newest turns whose text is at most half of what went along before.
    };

    /// Asks again for a turn that has no text, in its place; false while busy or with text.
    bool retry(const TurnId &id, Context context = Context::Whole);
    /// More is known of the error that a turn ended with; ignored while the turn is tried again.
    void refineError(const TurnId &id, const Error &error);
    /// Takes over what was found of a call of one of the turns.
    void onSettled(const OpenCall &call, const CallFinding &finding);
    /// Stops the running turn and keeps what has arrived.
    void stop();
    /// Ends the wait before the next attempt of the running turn.
    void retryNow();

signals:
    void busyChanged(bool busy);
    void conversationChanged(); ///< Title or model.
    void turnAdded(const litedeck::Turn &turn);
    void turnChanged(const litedeck::Turn &turn);
    void textAppended(const litedeck::TurnId &id, const QString &text);
    void reasoningAppended(const litedeck::TurnId &id, const QString &text);
    void attemptStarted(const litedeck::TurnId &id, int attempt);
    /// An attempt may have cost money: the server is asked what became of it before anything else.
    void inquiryStarted(const litedeck::TurnId &id, const litedeck::Error &cause);
    void retryScheduled(const litedeck::TurnId &id, int nextAttempt, int maxAttempts,
                        litedeck::Milliseconds delay, const litedeck::Error &cause);
    void turnFailed(const litedeck::TurnId &id, const litedeck::Error &error);
    /// More is known of the error that came last for this turn.
    void errorRefined(const litedeck::TurnId &id, const litedeck::Error &error);
    /// The call was settled: credits may have changed.
    void turnSettled(const litedeck::TurnId &id);

private:
    Turn &current() { return m_conversation.turns[m_currentIndex]; }
    void startTurn(qsizetype index);
    ChatRequest requestFor(qsizetype index) const;
    int leftOutForHalf(qsizetype index) const;
    void onAttemptStarted(int attempt);
    void onTextReceived(const QString &text);
    void inquire(const Error &cause, std::function<void(const Error &)> answer);
    void onFinished(const Expected<StreamedReply, Error> &result);
    /// Whether the turn is asked again through the endpoint that gives the reply in one piece.
    bool switchesEndpoint(const Expected<StreamedReply, Error> &result);
    void settle(const Turn &turn, Outcome outcome, const QString &failure);
    void onStillRunning(const OpenCall &call);
    /// The turn of a call that was settled; null when it is asked again or not of this
    /// conversation.
    Turn *settledTurn(const OpenCall &call);

    const Gateway &m_gateway;
    JobLedger &m_ledger;
    JobReconciler &m_reconciler;
    EndpointMemory &m_endpoints;
    Conversation m_conversation;
    qsizetype m_currentIndex = -1;
    /// The running or last call; its key is fresh each time, so that its job can be told from an
    /// earlier try's.
    OpenCall m_call;
    int m_attempts = 0;
    QHash<TurnId, QString> m_callKeys; ///< Of the last call for each turn of this run.
    Milliseconds m_attemptStartedAt{0};
    QPointer<ChatStream> m_stream;
};

} // namespace litedeck
