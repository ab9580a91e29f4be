// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptView.h"

#include "ui/chat/transcript/TranscriptAccessible.h"
#include "ui/chat/transcript/TranscriptPrivate.h"
#include "ui/widgets/Icon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace litedeck {

TranscriptView::TranscriptView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , d(std::make_unique<TranscriptPrivate>(*this))
{
    QAccessible::installFactory(&TranscriptAccessible::create);
    setObjectName(u"transcript"_s);
    setAccessibleName(tr("Transcript"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->toEnd = new QPushButton(icon(u"chevron-down"_s), tr("Newest message"), this);
    d->toEnd->setObjectName(u"scrollToEnd"_s);
    d->toEnd->setFocusPolicy(Qt::NoFocus);
    d->toEnd->hide();
    connect(d->toEnd, &QPushButton::clicked, this, &TranscriptView::scrollToEnd);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAutoFillBackground(false);
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setTurns(const QList<Turn> &turns)
{
    d->placed.clear();
    d->reveal.reset();
    d->hideCopied();
    d->selection.clear();
    d->hovered = {};
    d->focusedEntry = -1;
    d->focusedAction = -1;
    d->applyFrame();
    d->stack.setTurns(turns);
    d->following = true;
    d->settle();
    viewport()->update();
    if (d->finder.isActive()) {
        const QString text = d->finder.text();
        d->finder.start({}, {});
        find(text);
    }
}

void TranscriptView::appendTurn(const Turn &turn)
{
    d->applyFrame();
    d->stack.appendTurn(turn);
    d->changed(d->stack.size() - 2);
    d->changed(d->stack.size() - 1);
    scrollToEnd();
}

void TranscriptView::updateTurn(const Turn &turn)
{
    const qsizetype user = d->stack.indexOf(turn.id, Entry::Role::User);
    if (user < 0)
        return;
    d->stack.at(user).setSource(turn.prompt);
    d->changed(user);
    Entry &entry = d->stack.at(user + 1);
    const TurnState before = entry.details().state;
    entry.setReasoning(turn.reasoning);
    entry.setSource(turn.reply);
    Entry::Details details = entry.details();
    details.take(turn);
    entry.setDetails(details);
    d->changed(user + 1);
    const bool ran = before == TurnState::Pending || before == TurnState::Streaming;
    const bool runs = turn.state == TurnState::Pending || turn.state == TurnState::Streaming;
    if (ran && !runs)
        d->announceFinished(user + 1);
}

void TranscriptView::appendReply(const TurnId &id, const QString &delta)
{
    const qsizetype index = d->stack.indexOf(id, Entry::Role::Assistant);
    if (index < 0 || delta.isEmpty())
        return;
    Entry &entry = d->stack.at(index);
    entry.append(delta);
    if (entry.details().state != TurnState::Streaming) {
        Entry::Details details = entry.details();
        details.state = TurnState::Streaming;
        entry.setDetails(details);
    }
    d->changed(index);
}

void TranscriptView::appendReasoning(const TurnId &id, const QString &delta)
{
    const qsizetype index = d->stack.indexOf(id, Entry::Role::Assistant);
    if (index < 0 || delta.isEmpty())
        return;
    d->stack.at(index).appendReasoning(delta);
    d->changed(index);
}

void TranscriptView::setWaitingText(const TurnId &id, const QString &text)
{
    d->changeDetails(id, &Entry::Details::waitingText, text);
}

void TranscriptView::setReadOnly(bool readOnly)
{
    d->stack.setReadOnly(readOnly);
}

void TranscriptView::setQueued(const TurnId &id, bool queued)
{
    d->changeDetails(id, &Entry::Details::isQueued, queued);
}

void TranscriptView::setVersion(const TurnId &id, int version, int count)
{
    d->changeDetails(id, &Entry::Details::version, version);
    d->changeDetails(id, &Entry::Details::versionCount, count);
}

void TranscriptView::setCostText(const TurnId &id, const QString &text)
{
    d->changeDetails(id, &Entry::Details::costText, text);
}

void TranscriptView::setNotice(const TurnId &id, const QString &text, Tone tone)
{
    d->changeDetails(id, &Entry::Details::tone, tone);
    d->changeDetails(id, &Entry::Details::notice, text);
}

bool TranscriptView::isAtEnd() const
{
    return d->following;
}

void TranscriptView::scrollToEnd()
{
    d->following = true;
    d->schedule();
}

void TranscriptView::scrollToStart()
{
    d->following = false;
    d->stack.setAnchor({});
    d->settle();
}

void TranscriptView::scrollByPage(int pages)
{
    d->userScrolled(pages * (viewport()->height() - d->stack.frame().style.lineHeight));
}

void TranscriptView::processPendingText()
{
    d->tick();
}

bool TranscriptView::isCatchingUp() const
{
    return d->isCatchingUp;
}

QString TranscriptView::selectedText() const
{
    return d->selection.text(d->stack);
}

void TranscriptView::selectAll()
{
    if (d->stack.size() == 0)
        return;
    d->select({0, 0, 0}, {d->stack.size() - 1, std::numeric_limits<int>::max(), 0});
}

void TranscriptView::copySelection() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

const EntryStack &TranscriptView::stack() const
{
    return d->stack;
}

qsizetype TranscriptView::focusedEntry() const
{
    return d->focusedEntry;
}

void TranscriptView::setFocusedEntry(qsizetype entry)
{
    d->focusedEntry = std::clamp<qsizetype>(entry, -1, d->stack.size() - 1);
    d->focusedAction = -1;
    ensureEntryVisible(d->focusedEntry);
    viewport()->update();
}

void TranscriptView::showTurn(const TurnId &id)
{
    const qsizetype entry = d->stack.indexOf(id, Entry::Role::User);
    if (entry < 0)
        return;
    d->following = false;
    d->stack.setAnchor({entry, 0, 0});
    d->settle();
    setFocus();
    setFocusedEntry(entry);
}

QRect TranscriptView::entryRect(qsizetype entry) const
{
    return d->entryRect(entry) & viewport()->rect();
}

QRect TranscriptView::actionRect(qsizetype entry, const EntryAction &action) const
{
    return d->actionRect(entry, action);
}

void TranscriptView::trigger(qsizetype index, const EntryAction &action)
{
    if (index < 0 || index >= d->stack.size())
        return;
    const Entry &entry = d->stack.at(index);
    switch (action.kind) {
    case EntryAction::ShowThoughts:
    case EntryAction::HideThoughts:
        d->setFolded(index, action == EntryAction::HideThoughts);
        return;
    case EntryAction::Copy:
        QGuiApplication::clipboard()->setText(entry.plainText());
        d->showCopied(index, -1);
        return;
    case EntryAction::Edit:
    case EntryAction::Delete:
    case EntryAction::PreviousVersion:
    case EntryAction::NextVersion:
    case EntryAction::CompareVersions:
    case EntryAction::Continue:
    case EntryAction::Retry:
    case EntryAction::Regenerate:
    case EntryAction::CancelRetry:
    case EntryAction::ErrorDetails:
    case EntryAction::JobDetails:
    case EntryAction::TakeWayOut:
        emit actionRequested(action, entry.id());
        return;
    }
}

void TranscriptView::ensureEntryVisible(qsizetype entry)
{
    if (entry < 0 || entry >= d->stack.size())
        return;
    const QRect rect = d->entryRect(entry);
    const int height = viewport()->height();
    if (rect.isEmpty() || rect.top() > height - 80 || rect.bottom() < 80) {
        const bool below = d->placed.isEmpty() || entry > d->placed.first().entry;
        d->stack.setAnchor({entry, 0, 0});
        d->following = false;
        d->settle();
        if (below && d->entryRect(entry).height() < height)
            d->userScrolled(d->entryRect(entry).bottom() - height + 8);
    } else if (rect.bottom() > height && rect.height() < height) {
        d->userScrolled(rect.bottom() - height + 8);
    } else if (rect.top() < 0 && rect.height() < height) {
        d->userScrolled(rect.top());
    }
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    d->paint(painter, event->region());
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    d->frameDirty = true;
    d->settle();
    viewport()->update();
}

void TranscriptView::scrollContentsBy(int, int dy)
{
    if (d->settling)
        return;
    const int pixels = -dy;
    if (std::abs(pixels) < 3 * viewport()->height())
        d->stack.scrollBy(pixels);
    else
        d->stack.jumpTo(verticalScrollBar()->value());
    d->following = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    d->settle();
}

void TranscriptView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::LanguageChange:
        d->frameDirty = true;
        d->styleDirty = true;
        d->schedule();
        viewport()->update();
        break;
    default:
        break;
    }
}

void TranscriptView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    d->fonts.start();
    d->schedule();
}

} // namespace litedeck
