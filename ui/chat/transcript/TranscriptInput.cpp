// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptPrivate.h"

#include "core/base/LinkTarget.h"
#include "ui/chat/transcript/PlainText.h"
#include "ui/widgets/ToolTipText.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

TranscriptPrivate::Hit TranscriptPrivate::hitTest(QPoint point) const
{
    Hit hit;
    hit.place = placeAt(point);
    const QList<CodeRun> runs = codeRuns();
    for (const CodeRun &run : runs) {
        if (EntryPainter::codeButtonRect(run.bar, stack.frame().style).contains(point)) {
            hit.entry = run.entry;
            hit.codeBlock = run.block;
            return hit;
        }
    }
    const auto found = std::find_if(placed.cbegin(), placed.cend(), [point](const auto &row) {
        return point.y() >= row.y && point.y() < row.y + row.height;
    });
    if (found == placed.cend())
        return hit;
    hit.entry = found->entry;
    const Entry &entry = stack.at(found->entry);
    if (found->row == 0 || found->tail) {
        const bool holdsButtons = (found->row == 0) == (entry.role() == Entry::Role::User);
        if (!holdsButtons)
            return hit;
        const auto buttons = EntryChrome::buttons(entry, stack.frame().style, stack.frame().width);
        for (const EntryChrome::Button &button : buttons) {
            if (button.rect.translated(chromeOrigin(*found)).contains(point))
                hit.action = button.action;
        }
        return hit;
    }
    if (entry.leaves()[found->row - 1].kind == LeafKind::ThoughtHead) {
        hit.action = entry.isFolded() ? EntryAction::ShowThoughts : EntryAction::HideThoughts;
        return hit;
    }
    const QRect box = leafBox(*found);
    if (const LeafLayout *layout = entry.layout(found->row - 1))
        hit.link = layout->linkAt(QPointF(point - box.topLeft()));
    return hit;
}

QRect TranscriptPrivate::leafBox(const EntryStack::Placed &row) const
{
    const Entry &entry = stack.at(row.entry);
    return EntryPainter::leafBox(rowRect(row), entry, row.row - 1, stack.frame().style);
}

TextPlace TranscriptPrivate::placeAt(QPoint point) const
{
    TextPlace place;
    for (const EntryStack::Placed &row : placed) {
        const Entry &entry = stack.at(row.entry);
        if (row.row == 0) {
            place = {row.entry, 0, 0};
        } else if (row.tail) {
            place = {row.entry, entry.leafCount(), 0};
        } else if (const LeafLayout *layout = entry.layout(row.row - 1)) {
            const QRect box = leafBox(row);
            place = {row.entry, row.row - 1, layout->offsetAt(QPointF(point - box.topLeft()))};
        }
        if (point.y() < row.y + row.height)
            break;
    }
    return place;
}

void TranscriptPrivate::hover(const Hit &hit)
{
    const bool onControl = hit.action || hit.codeBlock >= 0;
    const bool onText = hit.place.isValid() && hit.entry >= 0;
    q.viewport()->setCursor(onControl || !hit.link.isEmpty() ? Qt::PointingHandCursor
                            : onText                         ? Qt::IBeamCursor
                                                             : Qt::ArrowCursor);
    const auto target = judgeLink(hit.link);
    q.viewport()->setToolTip(plainToolTip(target ? target->text() : hit.link));
    const bool same = hit.entry == hovered.entry && hit.action == hovered.action &&
                      hit.codeBlock == hovered.codeBlock;
    const qsizetype before = hovered.entry;
    hovered = hit;
    if (same)
        return;
    updateEntry(before);
    updateEntry(hit.entry);
}

void TranscriptPrivate::updateEntry(qsizetype entry)
{
    const QRect rect = entry < 0 ? QRect() : entryRect(entry);
    if (!rect.isEmpty())
        q.viewport()->update(rect.adjusted(-Spacing::L, -Spacing::L, Spacing::L, Spacing::L));
}

void TranscriptPrivate::copyCode(qsizetype index, int block)
{
    const Entry &entry = stack.at(index);
    QString text;
    for (const Leaf &leaf : entry.leaves()) {
        if (leaf.block != block || leaf.kind != LeafKind::CodeLine)
            continue;
        text += leaf.source;
        text += u'\n';
        if (leaf.continued)
            text.remove(text.size() - leaf.source.size() - 2, 1);
    }
    QGuiApplication::clipboard()->setText(text);
    showCopied(index, block);
}

void TranscriptPrivate::select(TextPlace from, TextPlace to)
{
    selection.select(from, to);
    q.viewport()->update();
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (clipboard->supportsSelection() && !selection.isEmpty())
        clipboard->setText(selection.text(stack), QClipboard::Selection);
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QAbstractScrollArea::mousePressEvent(event);
    const TranscriptPrivate::Hit hit = d->hitTest(event->position().toPoint());
    d->hover(hit);
    d->pressedLink = hit.link;
    d->focusedEntry = -1;
    if (hit.action || hit.codeBlock >= 0)
        return;
    d->selecting = true;
    if (event->modifiers() & Qt::ShiftModifier)
        d->selection.extendTo(hit.place);
    else
        d->selection.start(hit.place);
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (!(event->buttons() & Qt::LeftButton) || !d->selecting)
        return d->hover(d->hitTest(point));
    d->dragPoint = point;
    d->dragTo(point);
}

void TranscriptPrivate::dragTo(QPoint point)
{
    const int height = q.viewport()->height();
    const bool outside = point.y() < 0 || point.y() > height;
    if (outside)
        userScrolled(point.y() < 0 ? point.y() / 3 - 2 : (point.y() - height) / 3 + 2);
    if (outside && !dragTimer.isActive())
        dragTimer.start(30, &q);
    if (!outside)
        dragTimer.stop();
    selection.extendTo(placeAt({point.x(), std::clamp(point.y(), 0, height - 1)}));
    q.viewport()->update();
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QAbstractScrollArea::mouseReleaseEvent(event);
    d->dragTimer.stop();
    const bool wasSelecting = std::exchange(d->selecting, false);
    const TranscriptPrivate::Hit hit = d->hitTest(event->position().toPoint());
    if (wasSelecting && !d->selection.isEmpty()) {
        d->select(d->selection.begin(), d->selection.end());
        return;
    }
    const bool samePlace = hit.entry == d->hovered.entry;
    if (!hit.link.isEmpty() && hit.link == d->pressedLink)
        emit linkActivated(hit.link);
    else if (hit.action && samePlace && hit.action == d->hovered.action)
        trigger(hit.entry, *hit.action);
    else if (hit.codeBlock >= 0 && samePlace && hit.codeBlock == d->hovered.codeBlock)
        d->copyCode(hit.entry, hit.codeBlock);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TextPlace place = d->placeAt(event->position().toPoint());
    if (!place.isValid() || place.leaf >= d->stack.at(place.entry).leafCount())
        return;
    const Entry &entry = d->stack.at(place.entry);
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
    d->select({place.entry, place.leaf, from}, {place.entry, place.leaf, to});
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect rect = entryRect(d->focusedEntry);
        d->showMenu(d->focusedEntry, viewport()->mapToGlobal(rect.topLeft() + QPoint(24, 48)), {});
        return;
    }
    const TranscriptPrivate::Hit hit = d->hitTest(viewport()->mapFromGlobal(event->globalPos()));
    d->showMenu(hit.entry, event->globalPos(), hit.link);
}

void TranscriptPrivate::showMenu(qsizetype index, QPoint globalPosition, const QString &link)
{
    auto *menu = new QMenu(&q);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"transcriptMenu"_s);
    if (!selection.isEmpty()) {
        menu->addAction(TranscriptView::tr("Copy selection"), &q, &TranscriptView::copySelection)
            ->setShortcut(QKeySequence::Copy);
    }
    if (judgeLink(link))
        menu->addAction(TranscriptView::tr("Open link"), &q,
                        [this, link] { emit q.linkActivated(link); });
    if (!link.isEmpty()) {
        menu->addAction(TranscriptView::tr("Copy link"), &q,
                        [link] { QGuiApplication::clipboard()->setText(link); });
    }
    if (index >= 0 && index < stack.size()) {
        const Entry &entry = stack.at(index);
        const QString source = entry.source();
        menu->addAction(TranscriptView::tr("Copy message"), &q,
                        [this, index] { q.trigger(index, EntryAction::Copy); });
        if (entry.role() == Entry::Role::Assistant)
            menu->addAction(TranscriptView::tr("Copy as Markdown"), &q,
                            [source] { QGuiApplication::clipboard()->setText(source); });
        menu->addSeparator();
        const QList<EntryAction> actions = EntryChrome::actions(entry);
        for (const EntryAction &action : actions) {
            if (action == EntryAction::Copy)
                continue;
            menu->addAction(EntryChrome::actionText(action), &q,
                            [this, index, action] { q.trigger(index, action); });
        }
        menu->addSeparator();
    }
    menu->addAction(TranscriptView::tr("Select all"), &q, &TranscriptView::selectAll)
        ->setShortcut(QKeySequence::SelectAll);
    menu->popup(globalPosition);
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    const bool jump = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Up:
        return d->moveFocus(-1, jump);
    case Qt::Key_Down:
        return d->moveFocus(1, jump);
    case Qt::Key_Left:
        return d->moveActionFocus(-1);
    case Qt::Key_Right:
        return d->moveActionFocus(1);
    case Qt::Key_PageUp:
        return scrollByPage(-1);
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        if (event->key() == Qt::Key_Space && d->focusedAction >= 0)
            return d->press();
        return scrollByPage(1);
    case Qt::Key_Home:
        return scrollToStart();
    case Qt::Key_End:
        return scrollToEnd();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return d->press();
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TranscriptPrivate::moveFocus(int step, bool jump)
{
    if (stack.size() == 0)
        return;
    const QRect rect = focusedEntry >= 0 ? entryRect(focusedEntry) : QRect();
    const int height = q.viewport()->height();
    if (rect.isEmpty() && focusedEntry < 0) {
        q.setFocusedEntry(placed.isEmpty() ? 0
                          : step > 0       ? placed.first().entry
                                           : placed.last().entry);
    } else if (!jump && !rect.isEmpty() &&
               (step > 0 ? rect.bottom() > height : rect.top() < -Spacing::S)) {
        // A message taller than the window is read through before the next one.
        userScrolled(step * 3 * stack.frame().style.lineHeight);
        return;
    } else {
        q.setFocusedEntry(std::clamp<qsizetype>(focusedEntry + step, 0, stack.size() - 1));
    }
    QAccessibleEvent event(&q, QAccessible::Focus);
    event.setChild(int(focusedEntry));
    QAccessible::updateAccessibility(&event);
}

void TranscriptPrivate::moveActionFocus(int step)
{
    if (focusedEntry < 0)
        return;
    const auto count = int(EntryChrome::actions(stack.at(focusedEntry)).size());
    focusedAction = std::clamp(focusedAction + step, -1, count - 1);
    updateEntry(focusedEntry);
}

void TranscriptPrivate::press()
{
    if (focusedEntry < 0)
        return;
    const QList<EntryAction> actions = EntryChrome::actions(stack.at(focusedEntry));
    if (focusedAction >= 0 && focusedAction < actions.size())
        q.trigger(focusedEntry, actions[focusedAction]);
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byKey =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && d->focusedEntry < 0 && d->stack.size() > 0)
        d->focusedEntry = d->placed.isEmpty() ? d->stack.size() - 1 : d->placed.last().entry;
    viewport()->update();
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        d->hover({});
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace litedeck
