// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/chat/TurnRun.h"
#include "core/chat/TurnSteps.h"
#include "core/conversation/TurnTree.h"
#include "core/jobs/JobCompletion.h"

#include <QObject>
#include <QPointer>

namespace litedeck {

/// A conversation that can be talked in: one turn at a time.
///
/// For each turn: turnAdded() (or turnChanged() when it is tried again), then textAppended() and
/// reasoningAppended() as text comes, turnChanged() for everything else, busyChanged(false), and
/// some time later turnChanged() once more with what the turn cost. turnFailed() comes after the
/// turnChanged() that carries the error. rearranged() comes when other turns are shown than before;
/// with a new version it comes before turnAdded().
class ChatSession : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatSession)

public:
    using Context = TurnSteps::Context;

    ChatSession(const ChatServices &services, Conversation conversation, QObject *parent = nullptr);

    const Conversation &conversation() const { return m_conversation; }
    /// The turn, shown or not; null when there is none.
    const Turn *turn(const TurnId &id) const { return TurnTree::find(m_conversation, id); }
    /// The turn that is being asked for; null when none is.
    const Turn *runningTurn() const { return isBusy() ? turn(m_running) : nullptr; }
    bool isBusy() const { return !m_run.isNull(); }
    /// The time since the running attempt began, zero when nothing runs.
    Milliseconds elapsed() const { return isBusy() ? m_run->elapsed() : Milliseconds::zero(); }
    /// How long the model usually lets wait; see ReplyTimes.
    std::optional<ReplyTimes::Usual> usualWait(const ModelAlias &model) const
    {
        return m_services.times.usual(model);
    }

    void setModel(const ModelAlias &model) { change(m_conversation.model, model); }
    void setTitle(const QString &title) { change(m_conversation.title, title); }
    void setSettings(const ChatSettings &settings) { change(m_conversation.settings, settings); }
    void setDraft(const QString &draft) { change(m_conversation.draft, draft); }
    /// Only marks the conversation; the files themselves are kept by the store.
    void setHasDraftFiles(bool hasFiles) { change(m_conversation.hasDraftFiles, hasFiles); }
    void setPinned(bool pinned) { change(m_conversation.isPinned, pinned); }
    void setArchived(bool archived) { change(m_conversation.isArchived, archived); }

    /// Asks the conversation's model; returns the new turn's id, or an empty id while busy.
    TurnId send(const QString &prompt, const QList<Attachment> &attachments = {});
    /// Asks for more of a reply that was cut, right after it: what else follows it becomes another
    /// version; as send().
    TurnId sendAfter(const TurnId &earlier, const QString &prompt);
    /// Asks in a new version of a turn, which is kept beside it; as send().
    TurnId sendVersion(const TurnId &of, const QString &prompt,
                       const QList<Attachment> &attachments);
    /// Asks the same in a new version; as send().
    TurnId regenerate(const TurnId &id);
    /// Asks again for a turn that has no text, in its place; false while busy or with text.
    bool retry(const TurnId &id, Context context = Context::Whole);
    /// Shows a turn that another version hides.
    void showVersion(const TurnId &id);
    /// Hides a turn, whose run is stopped, or brings it back.
    void setDeleted(const TurnId &id, bool deleted);
    /// More is known of the error that a turn ended with; ignored while the turn is tried again.
    void refineError(const TurnId &id, const Error &error);
    /// Takes over what was found of a call of one of the turns.
    void onSettled(const OpenCall &call, const CallFinding &finding);
    /// Stops the running turn and keeps what has arrived.
    void stop();
    /// Ends the wait before the next attempt of the running turn.
    void retryNow();

    /// Whether the conversation's job can be finished now.
    bool canFinishJob() const;
    /// What the calls of the conversation's open job came to, as it was read last; empty before.
    std::optional<JobCosts> jobCosts() const;
    /// Asks for it, unless it is known; jobCosted() follows when the server tells.
    void readJobCosts();
    /// Ends the conversation's job, which charges it; jobFinished() or jobNotFinished() follows.
    void finishJob();

signals:
    void busyChanged(bool busy);
    void conversationChanged(); ///< Anything but turns.
    void turnAdded(const litedeck::Turn &turn);
    void turnChanged(const litedeck::Turn &turn);
    void turnDeleted(const litedeck::TurnId &id, bool deleted);
    void rearranged();
    void turnsRanked(const QList<litedeck::TurnId> &turns, qint64 rank);
    void textAppended(const litedeck::TurnId &id, const QString &text);
    void reasoningAppended(const litedeck::TurnId &id, const QString &text);
    void attemptStarted(const litedeck::TurnId &id, int attempt);
    /// An attempt may have cost money: the server is asked what became of it before anything else.
    void inquiryStarted(const litedeck::TurnId &id, const litedeck::Error &cause);
    void retryScheduled(const litedeck::TurnId &id, const litedeck::RetryPlan &plan);
    void turnFailed(const litedeck::TurnId &id, const litedeck::Error &error);
    /// More is known of the error that came last for this turn.
    void errorRefined(const litedeck::TurnId &id, const litedeck::Error &error);
    /// The call was settled: credits may have changed.
    void turnSettled(const litedeck::TurnId &id);
    /// jobCosts() is known, or grew with a reply.
    void jobCosted();
    void jobFinished(const litedeck::Record &job);
    void jobNotFinished(const litedeck::Error &error);

private:
    QDateTime now() const { return m_services.clock.utcNow(); }
    /// The running turn. Not kept as a reference: the turns may be rearranged at any time.
    Turn &current();
    template <typename T>
    void change(T &member, const T &value)
    {
        if (member == value)
            return;
        member = value;
        emit conversationChanged();
    }
    TurnId add(const QString &prompt, const QList<Attachment> &attachments, const TurnId &parent);
    void run(Turn &turn);
    void onTextReceived(const QString &text);
    void onEnded(const Expected<StreamedReply, Error> &result);
    void onPriced(const TurnId &id, const JobCosts &costs);
    void onWaiting(const OpenCall &call, CallFate why);
    void onJobCosted(const JobCosts &costs);
    void onJobCompleted(const Expected<Record, Error> &job);
    /// A finished job has booked everything, also calls whose replies never came.
    void priceAgain(const JobId &job);
    /// The turn of a call; null when it is not of this conversation.
    Turn *turnOf(const OpenCall &call);

    const ChatServices m_services;
    Conversation m_conversation;
    TurnId m_running;
    QPointer<TurnRun> m_run;
    QPointer<JobCompletion> m_completion;
    JobCosts m_jobCosts; ///< Of the job that was asked for last.
};

} // namespace litedeck
