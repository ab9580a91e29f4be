// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatView.h"

#include "core/chat/Pricing.h"
#include "core/chat/TurnQueue.h"
#include "ui/chat/AttachmentBar.h"
#include "ui/chat/ChatStage.h"
#include "ui/chat/Composer.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/LinkDialog.h"
#include "ui/chat/MessageEdit.h"
#include "ui/chat/ModelChoice.h"
#include "ui/chat/OpenJobBar.h"
#include "ui/chat/VersionsDialog.h"
#include "ui/chat/transcript/TranscriptView.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"
#include "ui/words/CostLine.h"
#include "ui/words/TurnNote.h"

#include <QDragEnterEvent>

using namespace Qt::StringLiterals;

namespace litedeck {

ChatView::ChatView(TurnQueue &queue, Pricing &pricing, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_queue(queue)
    , m_pricing(pricing)
    , m_clock(clock)
    , m_transcript(new TranscriptView)
    , m_stage(new ChatStage(m_transcript, clock))
    , m_jobBar(new OpenJobBar(pricing))
    , m_notice(new InlineNotice({}, Tone::Neutral))
    , m_composer(new Composer)
    , m_edits(*m_composer)
    , m_deleted(*m_transcript, *m_notice)
    , m_wait(*m_transcript, *m_composer, clock)
{
    setAcceptDrops(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    // The composer keeps to the measure of the text above it.
    constexpr int ComposerWidth = 860;
    auto *below = new QWidget;
    below->setMaximumWidth(ComposerWidth);
    m_below = columnOf(below, Spacing::S, {m_notice, m_jobBar, m_composer});
    auto *bottom = rowOf(nullptr, -1, {Stretch{}, {below, 1000}, Stretch{}},
                         {Spacing::L, 0, Spacing::L, Spacing::L});

    m_notice->setObjectName(u"chatNotice"_s);
    m_notice->hide();

    columnOf(this, Spacing::S, {new FindBar(*m_transcript, this), {m_stage, 1}, bottom});

    connect(m_composer, &Composer::sendRequested, this, &ChatView::onSendRequested);
    connect(m_composer, &Composer::stopRequested, this, [this] {
        if (m_session)
            m_session->stop();
    });
    connect(m_composer, &Composer::modelChosen, this, [this](const ModelAlias &model) {
        if (m_session)
            m_session->setModel(model);
    });
    connect(m_transcript, &TranscriptView::turnInSight, this, &ChatView::decorateTurn);
    connect(m_transcript, &TranscriptView::linkActivated, this, [this](const QString &link) {
        auto *dialog = new LinkDialog(link, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(&m_edits, &TurnEdits::changed, this, &ChatView::editingChanged);
    connect(m_jobBar, &OpenJobBar::finishRequested, this, [this] {
        if (m_session)
            m_session->finishJob();
    });
    connect(m_transcript, &TranscriptView::actionRequested, this, &ChatView::onActionRequested);
    connect(&m_queue, &TurnQueue::changed, this,
            [this](const ErrorOrigin &origin) { decorateTurn(origin.turn); });
    connect(&m_pricing, &Pricing::priced, this, &ChatView::onPriced);
}

void ChatView::leaveSession()
{
    m_fromSession.end();
    if (m_session)
        m_edits.leaveFor(m_session->conversation().id);
    else
        m_edits.leave();
    m_session.clear();
    m_opening = {};
    m_wait.setSession(nullptr);
    m_deleted.setSession(nullptr);
}

void ChatView::setSession(ChatSession *session)
{
    leaveSession();
    m_session = session;
    m_composer->setUnready({});
    m_composer->setBusy(session != nullptr && session->isBusy());
    m_jobBar->setSession(session);
    if (session == nullptr) {
        m_stage->showInvitation();
        m_transcript->setTurns({});
        emit sessionChanged();
        return;
    }
    m_stage->showChat();
    m_composer->models()->choose(session->conversation().model);
    showTurns();
    m_fromSession += connect(session, &ChatSession::rearranged, this, &ChatView::showTurns);
    m_fromSession += connect(session, &ChatSession::busyChanged, m_composer, &Composer::setBusy);
    m_fromSession += connect(session, &ChatSession::turnAdded, this, &ChatView::onTurnAdded);
    m_fromSession += connect(session, &ChatSession::turnChanged, this, &ChatView::onTurnChanged);
    m_fromSession +=
        connect(session, &ChatSession::textAppended, m_transcript, &TranscriptView::appendReply);
    m_fromSession += connect(session, &ChatSession::reasoningAppended, m_transcript,
                             &TranscriptView::appendReasoning);
    m_wait.setSession(session);
    m_deleted.setSession(session);
    emit sessionChanged();
    beginEdit(m_edits.takeLeft(session->conversation().id));
}

void ChatView::setOpening(const ConversationId &id)
{
    m_composer->setUnready(tr("Opening the chat. What you write here is for it"));
    m_stage->sayOpening();
    if (m_opening == id)
        return;
    leaveSession();
    m_opening = id;
    m_stage->showOpening();
    m_transcript->setTurns({});
    m_composer->setBusy(false);
    m_jobBar->setSession(nullptr);
    emit sessionChanged();
}

void ChatView::tellNotOpened()
{
    m_composer->setUnready(tr("This chat cannot be opened"));
    m_stage->showNotOpened();
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

void ChatView::showNotice(const QString &text)
{
    m_notice->setMessage(text, Tone::Neutral);
    m_notice->setAction({});
    m_notice->show();
}

void ChatView::setInvitation(std::optional<Billing> billing)
{
    m_stage->setInvitation(billing);
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
        m_edits.leave();
        beginEdit(id);
        m_composer->setFocus();
        return;
    case EntryAction::Delete:
        m_deleted.remove(id);
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
    case EntryAction::Regenerate:
        if (!isFree())
            return;
        m_session->setModel(m_composer->model());
        m_session->regenerate(id);
        return;
    case EntryAction::ErrorDetails:
        if (const Turn *turn = m_session->turn(id); turn != nullptr && turn->error)
            emit errorRequested(originOf(id), *turn->error);
        return;
    case EntryAction::JobDetails:
        if (const Turn *turn = m_session->turn(id))
            emit jobRequested(turn->jobId);
        return;
    case EntryAction::TakeWayOut:
        if (action.way != WayOut::Retry || m_queue.contains(id) || isFree())
            emit wayOutRequested(action.way, originOf(id));
        return;
    }
}

void ChatView::onSendRequested(const QString &text)
{
    if (!m_session) {
        emit firstMessage(text);
        return;
    }
    m_session->setModel(m_composer->model());
    const QList<Attachment> attachments = m_composer->attachments();
    const TurnId edited = m_edits.turn();
    const TurnId sent = edited.isEmpty() ? m_session->send(text, attachments)
                                         : m_session->sendVersion(edited, text, attachments);
    if (sent.isEmpty())
        return;
    if (edited.isEmpty()) {
        m_composer->setText({});
        m_composer->setAttachments({});
    }
    m_edits.end();
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

void ChatView::decorateTurn(const TurnId &id)
{
    if (const Turn *turn = m_session ? m_session->turn(id) : nullptr)
        decorate(*turn);
}

void ChatView::showCost(const Turn &turn)
{
    if (!turn.cost.cost.isKnown() && turn.cost.completionTokens.isKnown())
        m_pricing.ask(turn.replier());
    m_transcript->setCostText(turn.id, costLine(turn, m_pricing.model(turn.replier())));
}

void ChatView::onPriced()
{
    if (!m_session)
        return;
    for (const Turn &turn : m_session->conversation().turns) {
        if (estimatedCost(turn.cost, m_pricing.model(turn.replier())).isKnown())
            showCost(turn);
    }
}

void ChatView::beginEdit(const TurnId &id)
{
    const Turn *turn = m_session ? m_session->turn(id) : nullptr;
    if (turn != nullptr && !turn->isDeleted)
        m_edits.begin(*turn);
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
    m_composer->attachmentBar()->addFiles(localFiles(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace litedeck
