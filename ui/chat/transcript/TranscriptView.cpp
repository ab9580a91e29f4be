// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptView.h"

#include "ui/chat/transcript/TranscriptAccessible.h"
#include "ui/widgets/Icon.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPushButton>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace litedeck {

TranscriptView::TranscriptView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_stack(EntryFrame{TranscriptStyle(font(), palette()), 600, 1, &m_colorist})
    , m_fonts(m_stack.frame().style)
    , m_rows(m_stack, *viewport())
    , m_finder(m_stack)
    , m_canvas(*viewport(), m_stack, m_rows, m_finder)
    , m_frames(*this, m_stack, m_rows, m_canvas)
    , m_search(m_stack, m_finder, m_rows, m_canvas, m_frames)
    , m_controller(*this, m_stack, m_rows, m_canvas, m_frames)
    , m_toEnd(new QPushButton(icon(u"chevron-down"_s), tr("Newest message"), this))
{
    QAccessible::installFactory(&makeTranscriptAccessible);
    setObjectName(u"transcript"_s);
    setAccessibleName(tr("Transcript"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_toEnd->setObjectName(u"scrollToEnd"_s);
    m_toEnd->setFocusPolicy(Qt::NoFocus);
    m_toEnd->hide();
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAutoFillBackground(false);
    connect(m_toEnd, &QPushButton::clicked, this, &TranscriptView::scrollToEnd);
    connect(&m_colorist, &CodeColorist::ready, &m_frames, &FrameLoop::schedule);
    connect(&m_frames, &FrameLoop::placed, this, &TranscriptView::placeEndButton);
    connect(&m_frames, &FrameLoop::turnInSight, this, &TranscriptView::turnInSight);
    connect(&m_search, &TranscriptSearch::findChanged, this, &TranscriptView::findChanged);
    connect(&m_controller, &TranscriptController::linkActivated, this,
            &TranscriptView::linkActivated);
    connect(&m_controller, &TranscriptController::actionRequested, this,
            &TranscriptView::actionRequested);
}

void TranscriptView::setTurns(const QList<Turn> &turns)
{
    m_rows.set({});
    m_controller.reset();
    m_frames.applyFrame();
    m_stack.setTurns(turns);
    m_frames.showEnd();
    m_search.restart();
}

void TranscriptView::appendTurn(const Turn &turn)
{
    m_frames.applyFrame();
    m_stack.appendTurn(turn);
    m_frames.noteChanged(m_stack.size() - 2);
    m_frames.noteChanged(m_stack.size() - 1);
    scrollToEnd();
}

void TranscriptView::updateTurn(const Turn &turn)
{
    const qsizetype user = m_stack.indexOf(turn.id, Entry::Role::User);
    if (user < 0)
        return;
    m_stack.at(user).setSource(turn.prompt);
    m_frames.noteChanged(user);
    Entry &entry = m_stack.at(user + 1);
    const bool ran = entry.details().isRunning();
    entry.setReasoning(turn.reasoning);
    entry.setSource(turn.reply);
    Entry::Details details = entry.details();
    details.take(turn);
    entry.setDetails(details);
    m_frames.noteChanged(user + 1);
    if (ran && !details.isRunning())
        announceFinished(user + 1);
}

template <typename Change>
void TranscriptView::changeReply(const TurnId &id, const Change &change)
{
    const qsizetype index = m_stack.indexOf(id, Entry::Role::Assistant);
    if (index < 0)
        return;
    change(m_stack.at(index));
    m_frames.noteChanged(index);
}

void TranscriptView::appendReply(const TurnId &id, const QString &delta)
{
    if (delta.isEmpty())
        return;
    changeReply(id, [&delta](Entry &entry) {
        entry.append(delta);
        if (entry.details().state == TurnState::Streaming)
            return;
        Entry::Details details = entry.details();
        details.state = TurnState::Streaming;
        entry.setDetails(details);
    });
}

void TranscriptView::appendReasoning(const TurnId &id, const QString &delta)
{
    if (!delta.isEmpty())
        changeReply(id, [&delta](Entry &entry) { entry.appendReasoning(delta); });
}

template <typename T>
void TranscriptView::changeDetails(const TurnId &id, T Entry::Details::*member, const T &value)
{
    changeReply(id, [member, &value](Entry &entry) {
        Entry::Details details = entry.details();
        details.*member = value;
        entry.setDetails(details);
    });
}

void TranscriptView::setWaitingText(const TurnId &id, const QString &text)
{
    changeDetails(id, &Entry::Details::waitingText, text);
}

void TranscriptView::setQueued(const TurnId &id, bool queued)
{
    changeDetails(id, &Entry::Details::isQueued, queued);
}

void TranscriptView::setVersion(const TurnId &id, int version, int count)
{
    changeDetails(id, &Entry::Details::version, version);
    changeDetails(id, &Entry::Details::versionCount, count);
}

void TranscriptView::setCostText(const TurnId &id, const QString &text)
{
    changeDetails(id, &Entry::Details::costText, text);
}

void TranscriptView::setNotice(const TurnId &id, const QString &text, Tone tone)
{
    changeDetails(id, &Entry::Details::tone, tone);
    changeDetails(id, &Entry::Details::notice, text);
}

void TranscriptView::showTurn(const TurnId &id)
{
    const qsizetype entry = m_stack.indexOf(id, Entry::Role::User);
    if (entry < 0)
        return;
    m_frames.showFrom({entry, 0, 0});
    setFocus();
    setFocusedEntry(entry);
}

void TranscriptView::announceFinished(qsizetype entry)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    event.setChild(int(entry));
    QAccessible::updateAccessibility(&event);
}

void TranscriptView::placeEndButton()
{
    const QScrollBar *bar = verticalScrollBar();
    const QSize size = m_toEnd->sizeHint();
    const QRect area = viewport()->geometry();
    m_toEnd->setGeometry(area.center().x() - size.width() / 2,
                         area.bottom() + 1 - size.height() - Spacing::M, size.width(),
                         size.height());
    const bool isFarFromEnd = bar->maximum() - bar->value() > area.height() / 3;
    // What can only be read gets no newer messages.
    m_toEnd->setVisible(!isAtEnd() && isFarFromEnd && !m_stack.isReadOnly());
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    m_frames.completeRows();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    m_canvas.paint(painter, event->region());
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_frames.noteResized();
}

void TranscriptView::scrollContentsBy(int, int dy)
{
    m_frames.onScrolled(-dy);
}

void TranscriptView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::LanguageChange:
        m_frames.noteStyleChanged();
        break;
    default:
        break;
    }
}

void TranscriptView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    m_fonts.start();
    m_frames.schedule();
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_controller.press(*event);
    else
        QAbstractScrollArea::mousePressEvent(event);
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    m_controller.move(*event);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_controller.release(*event);
    else
        QAbstractScrollArea::mouseReleaseEvent(event);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_controller.doubleClick(*event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    m_controller.showMenu(*event);
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    m_controller.pressKey(*event);
    if (!event->isAccepted())
        QAbstractScrollArea::keyPressEvent(event);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_controller.focusIn(*event);
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_controller.leave();
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace litedeck
