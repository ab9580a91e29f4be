// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ChatSession.h"

#include "core/base/Logging.h"
#include "core/chat/TurnCharges.h"
#include "core/conversation/ChatContext.h"
#include "core/errors/Verdict.h"
#include "core/gateway/Reply.h"
#include "core/server/Server.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

ChatSession::ChatSession(const ChatServices &services, Conversation conversation, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_conversation(std::move(conversation))
{
    connect(&services.reconciler, &JobReconciler::waiting, this, &ChatSession::onWaiting);
    connect(&services.reconciler, &JobReconciler::settled, this, &ChatSession::onSettled);
    for (const Turn &turn : std::as_const(m_conversation.turns))
        m_services.times.note(turn);
}

Turn &ChatSession::current()
{
    QList<Turn> &shown = m_conversation.turns;
    const bool isLast = !shown.isEmpty() && shown.constLast().id == m_running;
    return isLast ? shown.last() : *TurnTree::find(m_conversation, m_running);
}

TurnId ChatSession::send(const QString &prompt, const QList<Attachment> &attachments)
{
    const QList<Turn> &shown = m_conversation.turns;
    return add(prompt, attachments, shown.isEmpty() ? TurnId() : shown.constLast().id);
}

TurnId ChatSession::sendAfter(const TurnId &earlier, const QString &prompt)
{
    return turn(earlier) != nullptr ? add(prompt, {}, earlier) : TurnId();
}

TurnId ChatSession::sendVersion(const TurnId &of, const QString &prompt,
                                const QList<Attachment> &attachments)
{
    const Turn *earlier = turn(of);
    if (earlier == nullptr)
        return {};
    // The turn moves when others are shown.
    const TurnId parent = earlier->parent;
    return add(prompt, attachments, parent);
}

TurnId ChatSession::regenerate(const TurnId &id)
{
    const Turn *earlier = turn(id);
    if (earlier == nullptr)
        return {};
    const Turn again = *earlier;
    return sendVersion(again.id, again.prompt, again.attachments);
}

TurnId ChatSession::add(const QString &prompt, const QList<Attachment> &attachments,
                        const TurnId &parent)
{
    if (isBusy())
        return {};
    const Turn turn = TurnSteps::begun(m_conversation, parent, prompt, attachments, now());
    m_conversation.updatedAt = turn.sentAt;
    if (!parent.isEmpty())
        showVersion(parent);
    if (TurnTree::cutAfter(m_conversation, parent))
        emit rearranged();
    TurnTree::add(m_conversation, turn, parent);
    emit turnAdded(m_conversation.turns.constLast());
    if (m_conversation.title.isEmpty())
        setTitle(titleFrom(prompt.isEmpty() && !attachments.isEmpty() ? attachments.first().name
                                                                      : prompt));
    run(m_conversation.turns.last());
    return turn.id;
}

bool ChatSession::retry(const TurnId &id, Context context)
{
    const Turn *found = turn(id);
    if (isBusy() || found == nullptr || !found->reply.isEmpty() || found->isDeleted)
        return false;
    showVersion(id);
    Turn &again = *TurnTree::find(m_conversation, id);
    TurnSteps::askAgain(again, m_conversation, context, now());
    emit turnChanged(Turn(again));
    run(*TurnTree::find(m_conversation, id));
    return true;
}

void ChatSession::showVersion(const TurnId &id)
{
    if (TurnTree::placeOf(m_conversation, id) >= 0)
        return;
    const QList<TurnId> ranked = TurnTree::show(m_conversation, id);
    if (ranked.isEmpty())
        return;
    emit turnsRanked(ranked, turn(id)->rank);
    emit rearranged();
}

void ChatSession::setDeleted(const TurnId &id, bool deleted)
{
    if (isBusy() && m_running == id)
        stop();
    if (!TurnTree::setDeleted(m_conversation, id, deleted))
        return;
    emit turnDeleted(id, deleted);
    emit rearranged();
}

void ChatSession::refineError(const TurnId &id, const Error &error)
{
    Turn *failed = TurnTree::find(m_conversation, id);
    if (failed == nullptr || !failed->error)
        return;
    failed->error = error;
    emit turnChanged(Turn(*failed));
}

void ChatSession::run(Turn &turn)
{
    m_running = turn.id;
    m_run = new TurnRun(m_services,
                        {.conversation = m_conversation.id,
                         .turn = turn.id,
                         .request = requestFor(m_conversation, turn),
                         .billing = m_conversation.settings.billing,
                         .openJob = m_conversation.openJob},
                        this);
    connect(m_run, &TurnRun::callOpened, this, [this](const OpenCall &call) {
        current().callKey = call.callKey;
        emit turnChanged(Turn(current()));
    });
    connect(m_run, &TurnRun::jobOpened, this, [this](const JobId &job) {
        current().jobId = job;
        emit turnChanged(Turn(current()));
        change(m_conversation.openJob, job);
    });
    connect(m_run, &TurnRun::attemptStarted, this,
            [this](int attempt) { emit attemptStarted(m_running, attempt); });
    connect(m_run, &TurnRun::textReceived, this, &ChatSession::onTextReceived);
    connect(m_run, &TurnRun::reasoningReceived, this, [this](const QString &text) {
        current().reasoning += text;
        emit reasoningAppended(m_running, text);
    });
    connect(m_run, &TurnRun::retryScheduled, this,
            [this](const RetryPlan &plan) { emit retryScheduled(m_running, plan); });
    connect(m_run, &TurnRun::inquiryStarted, this,
            [this](const Error &cause) { emit inquiryStarted(m_running, cause); });
    connect(m_run, &TurnRun::inquiryRefined, this,
            [this](const Error &cause) { emit errorRefined(m_running, cause); });
    connect(m_run, &TurnRun::ended, this, &ChatSession::onEnded);
    connect(m_run, &TurnRun::jobCosted, this, &ChatSession::onJobCosted);
    connect(m_run, &TurnRun::priced, this,
            [this, id = turn.id](const JobCosts &costs) { onPriced(id, costs); });
    emit busyChanged(true);
    m_run->start();
}

void ChatSession::onTextReceived(const QString &text)
{
    // Before its text: who takes over the turn and then the text must not have it twice.
    if (current().state == TurnState::Pending) {
        current().state = TurnState::Streaming;
        current().cost.timeToFirstText = Measured<Milliseconds>::reported(elapsed());
        emit turnChanged(Turn(current()));
    }
    current().reply += text;
    emit textAppended(m_running, text);
}

void ChatSession::stop()
{
    if (m_run)
        m_run->stop();
}

void ChatSession::retryNow()
{
    if (m_run)
        m_run->retryNow();
}

void ChatSession::onEnded(const Expected<StreamedReply, Error> &result)
{
    Turn &turn = current();
    turn.cost.latency = Measured<Milliseconds>::reported(elapsed());
    m_run.clear();
    TurnSteps::end(turn, m_conversation, result);
    if (result)
        m_services.times.note(turn);
    qCDebug(logChat, "turn %s: state %d", qUtf8Printable(turn.id.value),
            static_cast<int>(turn.state));
    const Turn copy = turn;
    emit turnChanged(copy);
    emit busyChanged(false);
    if (copy.error)
        emit turnFailed(copy.id, *copy.error);
}

void ChatSession::onPriced(const TurnId &id, const JobCosts &costs)
{
    Turn *priced = TurnTree::find(m_conversation, id);
    const bool isAskedAgain = isBusy() && m_running == id;
    if (priced == nullptr || isAskedAgain)
        return;
    TurnCharges::take(priced->cost, costs.charge());
    emit turnChanged(Turn(*priced));
}

Turn *ChatSession::turnOf(const OpenCall &call)
{
    return call.conversation == m_conversation.id ? TurnTree::find(m_conversation, call.turn)
                                                  : nullptr;
}

void ChatSession::onWaiting(const OpenCall &call, CallFate why)
{
    Turn *turn = turnOf(call);
    if (turn == nullptr || !TurnCharges::isOfLastCall(*turn, call) || !turn->error ||
        turn->error->outcome != Outcome::Ambiguous)
        return;
    turn->error = withFate(*turn->error, why);
    const Turn copy = *turn;
    emit turnChanged(copy);
    emit errorRefined(copy.id, *copy.error);
}

void ChatSession::onSettled(const OpenCall &call, const CallFinding &finding)
{
    Turn *settled = turnOf(call);
    if (settled == nullptr)
        return;
    TurnCharges::book(*settled, call, finding);
    const Turn copy = *settled;
    emit turnChanged(copy);
    if (copy.error && copy.error->fate)
        emit errorRefined(copy.id, *copy.error);
    emit turnSettled(copy.id);
}

std::optional<JobCosts> ChatSession::jobCosts() const
{
    const JobId &open = m_conversation.openJob;
    return !open.isEmpty() && m_jobCosts.id == open ? std::optional(m_jobCosts) : std::nullopt;
}

void ChatSession::readJobCosts()
{
    if (m_conversation.openJob.isEmpty() || jobCosts())
        return;
    m_services.server.costs(m_conversation.openJob)
        ->then(this, [this](const Expected<JobCosts, Error> &costs) {
            if (costs)
                onJobCosted(*costs);
        });
}

void ChatSession::onJobCosted(const JobCosts &costs)
{
    m_jobCosts = costs;
    emit jobCosted();
}

bool ChatSession::canFinishJob() const
{
    return !m_conversation.openJob.isEmpty() && !isBusy() && m_completion.isNull();
}

void ChatSession::finishJob()
{
    if (!canFinishJob())
        return;
    const auto isWorthIt = [this](const Turn &turn) {
        return turn.jobId == m_conversation.openJob && !turn.reply.isEmpty();
    };
    const QList<Turn> all = m_conversation.turns + m_conversation.asides;
    const bool succeeded = std::any_of(all.cbegin(), all.cend(), isWorthIt);
    m_completion = new JobCompletion(m_services.server, m_services.clock, m_conversation.openJob,
                                     succeeded ? QString() : u"No reply arrived"_s, this);
    connect(m_completion, &JobCompletion::finished, this, &ChatSession::onJobCompleted);
    m_completion->start();
    emit conversationChanged();
}

void ChatSession::onJobCompleted(const Expected<Record, Error> &job)
{
    m_completion.clear();
    if (job || job.error().category == ErrorCategory::JobNotFound)
        m_conversation.openJob = {};
    emit conversationChanged();
    if (!job) {
        emit jobNotFinished(job.error());
        return;
    }
    priceAgain(job->id);
    emit jobFinished(*job);
}

void ChatSession::priceAgain(const JobId &job)
{
    m_services.server.costs(job)->then(this, [this](const Expected<JobCosts, Error> &all) {
        if (!all)
            return;
        QList<TurnId> turns;
        for (const Turn &turn : m_conversation.turns + m_conversation.asides) {
            if (turn.jobId == all->id)
                turns.append(turn.id);
        }
        for (const TurnId &turn : std::as_const(turns))
            onPriced(turn, all->ofPurposeEnding(purposeEnd(turn)));
    });
}

} // namespace litedeck
