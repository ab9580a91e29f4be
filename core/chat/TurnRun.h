// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ReplyTimes.h"
#include "core/conversation/Conversation.h"
#include "core/gateway/ChatStream.h"
#include "core/gateway/Reply.h"
#include "core/jobs/JobReconciler.h"
#include "core/server/JobCosts.h"
#include "core/settings/EndpointMemory.h"

#include <QObject>
#include <QPointer>

namespace litedeck {

class Server;

/// What a conversation works with; all of it outlives the conversation.
struct ChatServices
{
    const Server &server;
    Clock &clock;
    OpenCalls &openCalls;
    JobReconciler &reconciler;
    EndpointMemory &endpoints;
    ReplyTimes &times;
};

/// Asks for the reply of one turn and sees it through: from the note that its call is open over all
/// attempts to the question what it cost.
///
/// Signals: callOpened() whenever a job of the call's own is begun, jobOpened() when a job for the
/// whole conversation is; attemptStarted() and the others between it and ended() as with
/// ChatStream; ended() exactly once; then, in a conversation's job, priced() unless the server
/// could not be asked. What became of a job of the call's own is told by the reconciler. Deletes
/// itself.
class TurnRun : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TurnRun)

public:
    struct Plan
    {
        ConversationId conversation;
        TurnId turn;
        ChatRequest request;
        Billing billing = Billing::PerMessage;
        JobId openJob; ///< Of the conversation; empty when one is to be opened.
    };

    TurnRun(const ChatServices &services, Plan plan, QObject *parent);

    void start();
    /// Makes ended() with ErrorCategory::Cancelled come before it returns.
    void stop();
    /// Ends the wait before the next attempt.
    void retryNow();
    /// The time since the running attempt began.
    Milliseconds elapsed() const { return m_services.clock.monotonicNow() - m_attemptStartedAt; }

signals:
    void callOpened(const litedeck::OpenCall &call);
    void jobOpened(const litedeck::JobId &job);
    void attemptStarted(int attempt);
    void retryScheduled(const litedeck::RetryPlan &plan);
    /// An attempt may have cost money: the server is asked what became of it before anything else.
    void inquiryStarted(const litedeck::Error &cause);
    /// More is known of the error that an inquiry is about.
    void inquiryRefined(const litedeck::Error &cause);
    void textReceived(const QString &text);
    void reasoningReceived(const QString &text);
    void ended(const litedeck::Expected<litedeck::StreamedReply, litedeck::Error> &result);
    /// What all calls of the conversation's job came to so far; comes before priced().
    void jobCosted(const litedeck::JobCosts &costs);
    void priced(const litedeck::JobCosts &costs);

private:
    bool isInJob() const { return m_plan.billing == Billing::PerConversation; }
    bool canStream() const { return !m_wantsWhole && m_services.endpoints.canStream(streamKind()); }
    EndpointMemory::Stream streamKind() const;
    /// Writes down that a fresh call is open, then does `next`.
    void openCall(void (TurnRun::*next)());
    void onStoppedEarly();
    void askInOpenJob();
    void createJob();
    void onJobCreated(const Expected<CreatedJob, Error> &job);
    /// Makes the body of the request, on another thread when files go along.
    void ask();
    void send(const CallPlan &plan);
    void onAttemptStarted(int attempt);
    void inquire(const Error &cause, std::function<void(const Error &)> answer);
    void onFinished(const Expected<StreamedReply, Error> &result);
    /// Whether the same is asked once more in another way, which cannot charge twice.
    bool asksOtherwise(const Error &error);
    void end(const Expected<StreamedReply, Error> &result);
    void settle(Outcome outcome, const QString &failure);
    CallEnd endOf(Outcome outcome, const QString &failure) const;
    void price();

    const ChatServices m_services;
    Plan m_plan;
    /// The running or last call; its key is fresh each time, so that its job can be told from an
    /// earlier try's.
    OpenCall m_call;
    int m_attempts = 0;
    QDateTime m_lastSentAt; ///< Of the running or last attempt.
    qsizetype m_textLength = 0;
    bool m_hasReasoning = false;
    bool m_isJobRenewed = false;
    bool m_wantsWhole = false;       ///< The model gives its reply in one piece only.
    Milliseconds m_attemptStartedAt; ///< Or when the run was made, before the first one.
    QPointer<QObject> m_opening;     ///< There while that note or the body is written.
    QPointer<ReplyBase> m_creation;
    QPointer<ChatStream> m_stream;
};

} // namespace litedeck
