// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatView.h"

#include "core/chat/Pricing.h"
#include "core/chat/TurnQueue.h"
#include "ui/chat/Composer.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/LinkDialog.h"
#include "ui/chat/MessageEdit.h"
#include "ui/chat/OpenJobBar.h"
#include "ui/chat/TurnNote.h"
#include "ui/chat/VersionsDialog.h"
#include "ui/chat/transcript/TranscriptView.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Theme.h"
#include "ui/words/CostLine.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"
#include "ui/words/WaitingText.h"

#include <QDragEnterEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace litedeck {

namespace {
constexpr Milliseconds Patience{300};
} // namespace

ChatView::ChatView(TurnQueue &queue, Pricing &pricing, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_pricing(pricing)
    , m_clock(clock)
    , m_stack(new QStackedLayout)
    , m_invitation(new EmptyState(u"chats"_s, {}, {}))
    , m_openingState(new EmptyState(u"chats"_s, {}, {}))
    , m_below(new QVBoxLayout)
    , m_transcript(new TranscriptView)
    , m_jobBar(new OpenJobBar(pricing))
    , m_notice(new InlineNotice({}, Tone::Neutral))
    , m_composer(new Composer)
    , m_patience(clock.createTimer())
    , m_ticker(clock.createTimer())
{
    m_invitation->setObjectName(u"invitation"_s);
    m_stack->addWidget(m_invitation);
    m_stack->addWidget(m_transcript);
    m_openingState->setObjectName(u"openingChat"_s);
    m_stack->addWidget(m_openingState);
    // Where there is little room, what is being written needs it most.
    m_invitation->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_transcript->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_openingState->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);

    setAcceptDrops(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    // The composer keeps to the measure of the text above it.
    constexpr int ComposerWidth = 860;
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(Spacing::L, 0, Spacing::L, Spacing::L);
    auto *below = new QWidget;
    below->setMaximumWidth(ComposerWidth);
    below->setLayout(m_below);
    m_below->setContentsMargins({});
    m_below->setSpacing(Spacing::S);
    m_below->addWidget(m_notice);
    m_below->addWidget(m_jobBar);
    m_below->addWidget(m_composer);
    bottom->addStretch(1);
    bottom->addWidget(below, 1000);
    bottom->addStretch(1);
    m_notice->setObjectName(u"chatNotice"_s);
    m_notice->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Spacing::S);
    column->addWidget(new FindBar(*m_transcript, this));
    column->addLayout(m_stack, 1);
    column->addLayout(bottom);

    connect(m_composer, &Composer::sendRequested, this, &ChatView::onSendRequested);
    connect(m_composer, &Composer::stopRequested, this, [this] {
        if (m_session)
            m_session->stop();
    });
    connect(m_composer, &Composer::modelChosen, this, [this](const ModelAlias &model) {
        if (m_session)
            m_session->setModel(model);
    });
    connect(m_transcript, &TranscriptView::turnInSight, this, [this](const TurnId &id) {
        if (const Turn *turn = m_session ? m_session->turn(id) : nullptr)
            decorate(*turn);
    });
    connect(m_transcript, &TranscriptView::linkActivated, this, &ChatView::onLinkActivated);
    connect(m_composer, &Composer::editCancelled, this, &ChatView::endEdit);
    connect(m_jobBar, &OpenJobBar::finishRequested, this, [this] {
        if (m_session)
            m_session->finishJob();
    });
    connect(m_notice, &InlineNotice::actionRequested, this, &ChatView::undoDelete);
    connect(m_notice, &InlineNotice::closed, this, [this] {
        if (m_session)
            m_deleted.remove(m_session->conversation().id);
    });
    connect(m_transcript, &TranscriptView::actionRequested, this, &ChatView::onActionRequested);
    connect(&m_queue, &TurnQueue::changed, this, &ChatView::onQueueChanged);
    connect(&m_pricing, &Pricing::priced, this, &ChatView::onPriced);
    connect(m_ticker.get(), &Timer::fired, this, &ChatView::updateWaiting);
    connect(m_patience.get(), &Timer::fired, this,
            [this] { m_stack->setCurrentWidget(m_openingState); });
}

void ChatView::leaveSession()
{
    m_fromSession.end();
    if (m_session && !m_editing.isEmpty())
        m_editings.insert(m_session->conversation().id, m_editing);
    leaveEdit();
    m_session.clear();
    m_opening = {};
    m_patience->stop();
    m_retryText.clear();
    m_notice->hide();
}

void ChatView::setSession(ChatSession *session)
{
    leaveSession();
    m_session = session;
    m_stack->setCurrentWidget(session != nullptr ? static_cast<QWidget *>(m_transcript)
                                                 : m_invitation);
    m_composer->setUnready({});
    m_composer->setBusy(session != nullptr && session->isBusy());
    m_jobBar->setSession(session);
    if (session == nullptr) {
        m_transcript->setTurns({});
        emit sessionChanged();
        return;
    }
    m_composer->setModel(session->conversation().model);
    showTurns();
    m_fromSession += connect(session, &ChatSession::rearranged, this, &ChatView::showTurns);
    m_fromSession += connect(session, &ChatSession::busyChanged, m_composer, &Composer::setBusy);
    m_fromSession += connect(session, &ChatSession::busyChanged, this, &ChatView::updateWaiting);
    m_fromSession += connect(session, &ChatSession::turnAdded, this, &ChatView::onTurnAdded);
    m_fromSession += connect(session, &ChatSession::turnChanged, this, &ChatView::onTurnChanged);
    m_fromSession +=
        connect(session, &ChatSession::textAppended, m_transcript, &TranscriptView::appendReply);
    m_fromSession += connect(session, &ChatSession::reasoningAppended, m_transcript,
                             &TranscriptView::appendReasoning);
    m_fromSession +=
        connect(session, &ChatSession::retryScheduled, this, &ChatView::onRetryScheduled);
    m_fromSession +=
        connect(session, &ChatSession::inquiryStarted, this, &ChatView::onInquiryStarted);
    m_fromSession += connect(session, &ChatSession::attemptStarted, this, [this] {
        m_retryText.clear();
        updateWaiting();
    });
    updateWaiting();
    tellDeleted();
    emit sessionChanged();
    beginEdit(m_editings.take(session->conversation().id));
}

void ChatView::setOpening(const ConversationId &id)
{
    m_composer->setUnready(tr("Opening the chat. What you write here is for it"));
    m_openingState->setContent(u"chats"_s, tr("Opening the chat…"),
                               tr("It is being read from disk."));
    if (m_opening == id)
        return;
    leaveSession();
    m_opening = id;
    m_patience->start(Patience);
    m_transcript->setTurns({});
    m_stack->setCurrentWidget(m_transcript);
    m_composer->setBusy(false);
    m_jobBar->setSession(nullptr);
    emit sessionChanged();
}

void ChatView::tellNotOpened()
{
    m_patience->stop();
    m_composer->setUnready(tr("This chat cannot be opened"));
    m_openingState->setContent(u"chats"_s, tr("This chat cannot be opened"),
                               tr("It could not be read from disk, or it was deleted."));
    m_stack->setCurrentWidget(m_openingState);
}

void ChatView::showTurn(const TurnId &id)
{
    const Turn *turn = m_session ? m_session->turn(id) : nullptr;
    // It may be of a version that is not shown.
    if (turn != nullptr && !turn->isDeleted)
        m_session->showVersion(id);
    m_transcript->showTurn(id);
}

void ChatView::showTurns()
{
    QList<Turn> shown = m_session->conversation().turns;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (!shown.at(i).attachments.isEmpty())
            shown[i] = withFileNames(shown.at(i));
    }
    m_transcript->setTurns(shown);
    showVersions();
}

void ChatView::showVersions()
{
    const auto versions = TurnTree::versions(m_session->conversation());
    for (auto it = versions.cbegin(); it != versions.cend(); ++it)
        m_transcript->setVersion(it.key(), it->number, it->count);
}

void ChatView::showVersionBeside(const TurnId &id, TurnId VersionPlace::*side)
{
    const TurnId other = TurnTree::versions(m_session->conversation()).value(id).*side;
    if (other.isEmpty())
        return;
    m_session->showVersion(other);
    m_transcript->showTurn(other);
}

void ChatView::showNotice(const QString &text, const QString &action)
{
    m_notice->setMessage(text, Tone::Neutral);
    m_notice->setAction(action);
    m_notice->show();
}

void ChatView::setInvitation(Billing billing)
{
    const QString sentence =
        billing == Billing::PerMessage
            ? tr("Choose a model below and write a message. Each message is a job of its own, and "
                 "its cost stands under the reply.")
            : tr("Choose a model below and write a message. The whole chat is one job, which is "
                 "charged when you finish it; what each reply took stands under it.");
    m_invitation->setContent(u"chats"_s, tr("Start a conversation"), sentence);
}

void ChatView::addNotice(QWidget *notice)
{
    m_below->insertWidget(0, notice);
}

void ChatView::onActionRequested(const EntryAction &action, const TurnId &id)
{
    if (!m_session)
        return;
    switch (action.kind) {
    case EntryAction::ShowThoughts:
    case EntryAction::HideThoughts:
    case EntryAction::Copy:
        return; // The transcript did it.
    case EntryAction::Edit:
        edit(id);
        return;
    case EntryAction::Delete:
        deleteTurn(id);
        return;
    case EntryAction::PreviousVersion:
        showVersionBeside(id, &VersionPlace::previous);
        return;
    case EntryAction::NextVersion:
        showVersionBeside(id, &VersionPlace::next);
        return;
    case EntryAction::CompareVersions:
        compareVersions(m_session->conversation(), id, m_pricing, this);
        return;
    case EntryAction::Continue:
        if (isFree())
            m_session->sendAfter(id, tr("Continue exactly where you stopped."));
        return;
    case EntryAction::Retry:
        retry(id);
        return;
    case EntryAction::Regenerate:
        regenerate(id);
        return;
    case EntryAction::CancelRetry:
        emit wayOutRequested(WayOut::CancelRetry, originOf(id));
        return;
    case EntryAction::ErrorDetails:
        tellError(id);
        return;
    case EntryAction::JobDetails:
        if (const Turn *turn = m_session->turn(id))
            emit jobRequested(turn->jobId);
        return;
    case EntryAction::TakeWayOut:
        emit wayOutRequested(action.way, originOf(id));
        return;
    }
}

void ChatView::deleteTurn(const TurnId &id)
{
    const Conversation &conversation = m_session->conversation();
    const TurnId next = conversation.turns.value(TurnTree::placeOf(conversation, id) + 1).id;
    m_deleted[conversation.id] += id;
    m_session->setDeleted(id, true);
    // What followed comes to its place.
    if (!next.isEmpty())
        m_transcript->showTurn(next);
    tellDeleted();
}

void ChatView::tellDeleted()
{
    const auto count = m_deleted.value(m_session->conversation().id).size();
    if (count == 0)
        m_notice->hide();
    else if (count == 1)
        showNotice(tr("The message and its reply were deleted."), tr("Undo"));
    else
        showNotice(
            tr("%n message(s) and their replies were deleted.", nullptr, static_cast<int>(count)),
            tr("Undo"));
}

void ChatView::undoDelete()
{
    if (!m_session)
        return;
    QList<TurnId> &deleted = m_deleted[m_session->conversation().id];
    if (deleted.isEmpty())
        return;
    const TurnId back = deleted.takeLast();
    tellDeleted();
    m_session->setDeleted(back, false);
    m_session->showVersion(back);
    m_transcript->showTurn(back);
}

void ChatView::onSendRequested(const QString &text)
{
    if (!m_session) {
        emit firstMessage(text);
        return;
    }
    m_session->setModel(m_composer->model());
    const QList<Attachment> attachments = m_composer->attachments();
    const TurnId sent = m_editing.isEmpty() ? m_session->send(text, attachments)
                                            : m_session->sendVersion(m_editing, text, attachments);
    if (sent.isEmpty())
        return;
    if (m_editing.isEmpty()) {
        m_composer->setText({});
        m_composer->setAttachments({});
    }
    endEdit();
}

void ChatView::leaveEdit()
{
    if (!m_editing.isEmpty())
        m_leftEdits.insert(m_editing, {m_composer->text(), m_composer->attachments()});
    endEdit();
}

void ChatView::endEdit()
{
    m_editing = {};
    m_composer->endEdit();
    emit editingChanged();
}

void ChatView::onTurnAdded(const Turn &turn)
{
    m_transcript->appendTurn(withFileNames(turn));
    decorate(turn);
    if (!m_session->conversation().asides.isEmpty())
        showVersions();
}

void ChatView::onTurnChanged(const Turn &turn)
{
    m_transcript->updateTurn(withFileNames(turn));
    decorate(turn);
}

void ChatView::decorate(const Turn &turn)
{
    showCost(turn);
    m_transcript->setQueued(turn.id, m_queue.contains(turn.id));
    const TurnNote note = noteOf(turn, m_session->conversation(), m_queue, m_clock.utcNow());
    m_transcript->setNotice(turn.id, note.text, note.tone);
}

void ChatView::showCost(const Turn &turn)
{
    if (!turn.cost.cost.isKnown() && turn.cost.completionTokens.isKnown())
        m_pricing.ask(turn.model);
    m_transcript->setCostText(turn.id, costLine(turn, m_pricing.model(turn.model)));
}

void ChatView::onPriced()
{
    if (!m_session)
        return;
    for (const Turn &turn : m_session->conversation().turns) {
        if (estimatedCost(turn.cost, m_pricing.model(turn.model)).isKnown())
            showCost(turn);
    }
}

void ChatView::onRetryScheduled(const TurnId &id, const RetryPlan &plan)
{
    //: %1 is what went wrong, %2 a duration such as "4 s", %3 and %4 count attempts.
    m_retryText = tr("%1 Trying again in %2 (attempt %3 of %4).")
                      .arg(errorTitle(plan.cause) + u'.', formatDuration(plan.delay))
                      .arg(plan.next)
                      .arg(plan.most);
    m_transcript->setWaitingText(id, m_retryText);
}

void ChatView::onInquiryStarted(const TurnId &id, const Error &cause)
{
    //: %1 is what went wrong.
    m_retryText = tr("%1 Asking the server what became of the call before anything is sent again.")
                      .arg(errorTitle(cause) + u'.');
    m_transcript->setWaitingText(id, m_retryText);
}

void ChatView::updateWaiting()
{
    m_ticker->stop();
    if (!m_session || !m_session->isBusy())
        return;
    const Turn &turn = *m_session->runningTurn();
    const bool hasNothing = turn.state == TurnState::Pending && turn.reasoning.isEmpty();
    m_composer->setAwaiting(hasNothing);
    if (turn.state == TurnState::Pending && m_retryText.isEmpty())
        m_transcript->setWaitingText(turn.id, waitingText(turn.model, m_session->elapsed(),
                                                          m_session->usualWait(turn.model)));
    m_ticker->start(1s);
}

void ChatView::onLinkActivated(const QString &link)
{
    auto *dialog = new LinkDialog(link, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ChatView::edit(const TurnId &id)
{
    leaveEdit();
    beginEdit(id);
    m_composer->focusText();
}

void ChatView::beginEdit(const TurnId &id)
{
    const Turn *turn = m_session ? m_session->turn(id) : nullptr;
    if (turn == nullptr || turn->isDeleted)
        return;
    m_editing = id;
    m_composer->beginEdit(turn->prompt, turn->attachments);
    if (m_leftEdits.contains(id)) {
        const LeftEdit left = m_leftEdits.take(id);
        m_composer->setText(left.text);
        m_composer->setAttachments(left.attachments);
    }
    emit editingChanged();
}

void ChatView::retry(const TurnId &id)
{
    if (m_queue.contains(id) || isFree())
        emit wayOutRequested(WayOut::Retry, originOf(id));
}

void ChatView::onQueueChanged(const ErrorOrigin &origin)
{
    const Turn *turn = m_session ? m_session->turn(origin.turn) : nullptr;
    if (turn != nullptr)
        decorate(*turn);
}

void ChatView::regenerate(const TurnId &id)
{
    if (!isFree())
        return;
    m_session->setModel(m_composer->model());
    m_session->regenerate(id);
}

void ChatView::tellError(const TurnId &id)
{
    const Turn *turn = m_session->turn(id);
    if (turn != nullptr && turn->error)
        emit errorRequested(originOf(id), *turn->error);
}

ErrorOrigin ChatView::originOf(const TurnId &id) const
{
    return ErrorOrigin::ofTurn(m_session->conversation().id, id);
}

bool ChatView::isFree()
{
    if (m_session->isBusy())
        showNotice(tr("Another reply of this chat is on its way. Wait for its end, or stop it."));
    return !m_session->isBusy();
}

void ChatView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ChatView::dropEvent(QDropEvent *event)
{
    m_composer->addFiles(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace litedeck
