// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptController.h"

#include "core/base/LinkTarget.h"
#include "ui/chat/transcript/FrameLoop.h"
#include "ui/chat/transcript/PlainText.h"
#include "ui/chat/transcript/TranscriptCanvas.h"
#include "ui/widgets/ToolTipText.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace litedeck {

using namespace std::chrono_literals;

namespace {

constexpr auto CopiedShown = 1500ms;
constexpr auto DragInterval = 30ms;

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

TranscriptController::TranscriptController(QAbstractScrollArea &area, EntryStack &stack,
                                           const TranscriptRows &rows, TranscriptCanvas &canvas,
                                           FrameLoop &frames)
    : m_area(area)
    , m_stack(stack)
    , m_rows(rows)
    , m_canvas(canvas)
    , m_frames(frames)
{
    m_dragTimer.setInterval(DragInterval);
    m_copiedTimer.setInterval(CopiedShown);
    m_copiedTimer.setSingleShot(true);
    connect(&m_dragTimer, &QTimer::timeout, this, &TranscriptController::drag);
    connect(&m_copiedTimer, &QTimer::timeout, this, [this] { m_canvas.hideCopied(); });
}

void TranscriptController::reset()
{
    m_copiedTimer.stop();
    m_canvas.hideCopied();
    m_canvas.setSelection({});
    m_canvas.setHovered({});
    m_canvas.setFocus({});
}

void TranscriptController::press(const QMouseEvent &event)
{
    const TranscriptHit hit = m_rows.hitTest(event.position().toPoint());
    hover(hit);
    m_pressedLink = hit.link;
    m_canvas.setFocus({});
    if (hit.isOnControl())
        return;
    m_isSelecting = true;
    const bool extends = event.modifiers() & Qt::ShiftModifier;
    m_canvas.setSelection({extends ? m_canvas.selection().fixed : hit.place, hit.place});
}

void TranscriptController::move(const QMouseEvent &event)
{
    const QPoint point = event.position().toPoint();
    if (!(event.buttons() & Qt::LeftButton) || !m_isSelecting)
        return hover(m_rows.hitTest(point));
    m_dragPoint = point;
    drag();
}

void TranscriptController::drag()
{
    const int height = m_area.viewport()->height();
    const int y = m_dragPoint.y();
    const bool outside = y < 0 || y > height;
    if (outside)
        m_frames.scrollBy(y < 0 ? y / 3 - 2 : (y - height) / 3 + 2);
    if (outside && !m_dragTimer.isActive())
        m_dragTimer.start();
    if (!outside)
        m_dragTimer.stop();
    const QPoint inside(m_dragPoint.x(), std::clamp(y, 0, height - 1));
    m_canvas.setSelection({m_canvas.selection().fixed, m_rows.placeAt(inside)});
}

void TranscriptController::release(const QMouseEvent &event)
{
    m_dragTimer.stop();
    const bool wasSelecting = std::exchange(m_isSelecting, false);
    const TranscriptSelection &selection = m_canvas.selection();
    if (wasSelecting && !selection.isEmpty())
        return select(selection.begin(), selection.end());
    const TranscriptHit hit = m_rows.hitTest(event.position().toPoint());
    if (!hit.link.isEmpty() && hit.link == m_pressedLink) {
        emit linkActivated(hit.link);
    } else if (hit.action && hit.isSameControl(m_canvas.hovered())) {
        trigger(hit.entry, *hit.action);
    } else if (hit.codeBlock >= 0 && hit.isSameControl(m_canvas.hovered())) {
        copy(codeText(m_stack.at(hit.entry).leaves(), hit.codeBlock));
        showCopied(hit.entry, hit.codeBlock);
    }
}

void TranscriptController::doubleClick(const QMouseEvent &event)
{
    const TextPlace place = m_rows.placeAt(event.position().toPoint());
    if (!place.isValid() || place.leaf >= m_stack.at(place.entry).leafCount())
        return;
    const Entry &entry = m_stack.at(place.entry);
    const QString text = leafText(entry.leaves()[place.leaf], entry.definitions());
    const auto inWord = [&text](qsizetype i) {
        return text[i].isLetterOrNumber() || text[i] == u'_' || text[i].isSurrogate();
    };
    qsizetype from = std::min(place.offset, text.size());
    qsizetype to = from;
    while (from > 0 && inWord(from - 1))
        --from;
    while (to < text.size() && inWord(to))
        ++to;
    select({place.entry, place.leaf, from}, {place.entry, place.leaf, to});
}

void TranscriptController::leave()
{
    hover({});
}

void TranscriptController::hover(const TranscriptHit &hit)
{
    const bool onText = hit.place.isValid() && hit.entry >= 0;
    QWidget *viewport = m_area.viewport();
    viewport->setCursor(hit.isOnControl() || !hit.link.isEmpty() ? Qt::PointingHandCursor
                        : onText                                 ? Qt::IBeamCursor
                                                                 : Qt::ArrowCursor);
    const auto target = judgeLink(hit.link);
    viewport->setToolTip(plainToolTip(target ? target->text() : hit.link));
    m_canvas.setHovered(hit);
}

void TranscriptController::select(const TextPlace &from, const TextPlace &to)
{
    m_canvas.setSelection({from, to});
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection() && !m_canvas.selection().isEmpty())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

void TranscriptController::selectAll()
{
    if (m_stack.size() > 0)
        select({0, 0, 0}, {m_stack.size() - 1, std::numeric_limits<int>::max(), 0});
}

QString TranscriptController::selectedText() const
{
    return m_canvas.selection().text(m_stack);
}

void TranscriptController::copySelection() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        copy(text);
}

void TranscriptController::showCopied(qsizetype entry, int codeBlock)
{
    m_canvas.showCopied(entry, codeBlock);
    m_copiedTimer.start();
}

void TranscriptController::trigger(qsizetype index, const EntryAction &action)
{
    if (index < 0 || index >= m_stack.size())
        return;
    Entry &entry = m_stack.at(index);
    switch (action.kind) {
    case EntryAction::ShowThoughts:
    case EntryAction::HideThoughts:
        entry.setFolded(action == EntryAction::HideThoughts);
        // Folding the last thoughts must not pull the text above them down.
        m_frames.stopFollowing();
        m_frames.noteChanged(index);
        return;
    case EntryAction::Copy:
        copy(entry.plainText());
        showCopied(index);
        return;
    case EntryAction::Edit:
    case EntryAction::Delete:
    case EntryAction::PreviousVersion:
    case EntryAction::NextVersion:
    case EntryAction::CompareVersions:
    case EntryAction::Continue:
    case EntryAction::Regenerate:
    case EntryAction::ErrorDetails:
    case EntryAction::JobDetails:
    case EntryAction::TakeWayOut:
        // Copies: what is asked for may take the entry away.
        emit actionRequested(EntryAction(action), TurnId(entry.id()));
        return;
    }
}

void TranscriptController::showMenu(const QContextMenuEvent &event)
{
    const QWidget *viewport = m_area.viewport();
    if (event.reason() == QContextMenuEvent::Keyboard) {
        const QRect rect = m_rows.entryRect(focusedEntry()) & viewport->rect();
        showMenu(focusedEntry(), viewport->mapToGlobal(rect.topLeft() + QPoint(24, 48)), {});
        return;
    }
    const TranscriptHit hit = m_rows.hitTest(viewport->mapFromGlobal(event.globalPos()));
    showMenu(hit.entry, event.globalPos(), hit.link);
}

void TranscriptController::showMenu(qsizetype index, QPoint globalPosition, const QString &link)
{
    auto *menu = new QMenu(&m_area);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"transcriptMenu"_s);
    if (!m_canvas.selection().isEmpty()) {
        menu->addAction(tr("Copy selection"), this, &TranscriptController::copySelection)
            ->setShortcut(QKeySequence::Copy);
    }
    if (judgeLink(link))
        menu->addAction(tr("Open link"), this, [this, link] { emit linkActivated(link); });
    if (!link.isEmpty())
        menu->addAction(tr("Copy link"), this, [link] { copy(link); });
    if (index >= 0 && index < m_stack.size()) {
        const Entry &entry = m_stack.at(index);
        const auto addAction = [this, menu, index](const QString &text, const EntryAction &action) {
            menu->addAction(text, this, [this, index, action] { trigger(index, action); });
        };
        addAction(tr("Copy message"), EntryAction::Copy);
        if (entry.role() == Entry::Role::Assistant)
            menu->addAction(tr("Copy as Markdown"), this,
                            [source = entry.source()] { copy(source); });
        menu->addSeparator();
        for (const EntryAction &action : EntryChrome::actions(entry)) {
            if (action != EntryAction::Copy)
                addAction(EntryChrome::actionText(action), action);
        }
        menu->addSeparator();
    }
    menu->addAction(tr("Select all"), this, &TranscriptController::selectAll)
        ->setShortcut(QKeySequence::SelectAll);
    menu->popup(globalPosition);
}

void TranscriptController::pressKey(QKeyEvent &event)
{
    const bool jump = event.modifiers() & Qt::ControlModifier;
    if (event.matches(QKeySequence::Copy))
        return copySelection();
    if (event.matches(QKeySequence::SelectAll))
        return selectAll();
    switch (event.key()) {
    case Qt::Key_Up:
        return moveFocus(-1, jump);
    case Qt::Key_Down:
        return moveFocus(1, jump);
    case Qt::Key_Left:
        return moveActionFocus(-1);
    case Qt::Key_Right:
        return moveActionFocus(1);
    case Qt::Key_PageUp:
        return m_frames.scrollByPage(-1);
    case Qt::Key_PageDown:
        return m_frames.scrollByPage(1);
    case Qt::Key_Space:
        return m_canvas.focus().action >= 0 ? pressFocused() : m_frames.scrollByPage(1);
    case Qt::Key_Home:
        return m_frames.showFrom({});
    case Qt::Key_End:
        return m_frames.scrollToEnd();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return pressFocused();
    default:
        event.ignore();
    }
}

qsizetype TranscriptController::focusedEntry() const
{
    return m_canvas.focus().entry;
}

void TranscriptController::setFocusedEntry(qsizetype entry)
{
    const qsizetype inside = std::clamp<qsizetype>(entry, -1, m_stack.size() - 1);
    m_canvas.setFocus({inside});
    m_frames.ensureVisible(inside);
    m_canvas.repaintAll();
}

void TranscriptController::moveFocus(int step, bool jump)
{
    if (m_stack.size() == 0)
        return;
    const qsizetype focused = focusedEntry();
    const QList<TranscriptRows::Row> &rows = m_rows.all();
    const QRect rect = m_rows.entryRect(focused);
    const bool goesOn = !rect.isEmpty() && (step > 0 ? rect.bottom() > m_area.viewport()->height()
                                                     : rect.top() < -Spacing::S);
    if (goesOn && !jump) {
        // A message taller than the window is read through before the next one.
        m_frames.scrollBy(step * 3 * m_stack.frame().style.lineHeight);
        return;
    }
    if (focused >= 0)
        setFocusedEntry(std::clamp<qsizetype>(focused + step, 0, m_stack.size() - 1));
    else
        setFocusedEntry(rows.isEmpty() ? 0 : step > 0 ? rows.first().entry : rows.last().entry);
    QAccessibleEvent event(&m_area, QAccessible::Focus);
    event.setChild(int(focusedEntry()));
    QAccessible::updateAccessibility(&event);
}

void TranscriptController::moveActionFocus(int step)
{
    TranscriptCanvas::Focus focus = m_canvas.focus();
    if (focus.entry < 0)
        return;
    const auto count = int(EntryChrome::actions(m_stack.at(focus.entry)).size());
    focus.action = std::clamp(focus.action + step, -1, count - 1);
    m_canvas.setFocus(focus);
}

void TranscriptController::pressFocused()
{
    const TranscriptCanvas::Focus focus = m_canvas.focus();
    if (focus.entry < 0)
        return;
    const QList<EntryAction> actions = EntryChrome::actions(m_stack.at(focus.entry));
    if (focus.action >= 0 && focus.action < actions.size())
        trigger(focus.entry, actions[focus.action]);
}

void TranscriptController::focusIn(const QFocusEvent &event)
{
    const bool byKey =
        event.reason() == Qt::TabFocusReason || event.reason() == Qt::BacktabFocusReason;
    if (byKey && focusedEntry() < 0 && m_stack.size() > 0)
        m_canvas.setFocus(
            {m_rows.all().isEmpty() ? m_stack.size() - 1 : m_rows.all().last().entry});
    m_canvas.repaintAll();
}

} // namespace litedeck
