// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptPrivate.h"

#include <QAccessible>
#include <QPushButton>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <chrono>

namespace litedeck {

using namespace std::chrono_literals;

namespace {

constexpr auto FrameInterval = 16ms;
constexpr auto BackgroundInterval = 33ms;
constexpr auto CopiedShown = 1500ms;
/// Reading text may take this long in a frame that shows something.
constexpr auto ReadBudget = 1ms;

/// The same for frames between them, while much is left to read.
constexpr auto CatchUpBudget = 5ms;

/// How often something is shown while much is left to read.
constexpr auto CatchUpInterval = 50ms;

/// Laying out may take this long in a frame after so much text.
constexpr auto CatchUpLayoutBudget = 3ms;

bool sameRow(const EntryStack::Placed &a, const EntryStack::Placed &b)
{
    return a.entry == b.entry && a.tail == b.tail && (a.tail || a.row == b.row);
}

} // namespace

TranscriptPrivate::TranscriptPrivate(TranscriptView &view)
    : q(view)
    , stack(EntryFrame{TranscriptStyle(view.font(), view.palette()), 600, 1, &colorist})
    , fonts(stack.frame().style)
    , finder(stack)
{
    QObject::connect(&colorist, &CodeColorist::ready, &q, [this] { schedule(); });
}

void TranscriptPrivate::changed(qsizetype entry)
{
    if (stack.at(entry).hasUnread())
        stack.markUnread(entry);
    stack.sync(entry);
    dropStaleRows(entry);
    schedule();
    if (finder.isActive()) {
        finder.entryChanged(entry);
        findTimer.start(int(FrameInterval.count()), &q);
    }
}

void TranscriptPrivate::setFolded(qsizetype index, bool folded)
{
    stack.at(index).setFolded(folded);
    // Folding the last thoughts must not pull the text above them down.
    following = false;
    changed(index);
}

void TranscriptPrivate::dropStaleRows(qsizetype index)
{
    const Entry &entry = stack.at(index);
    const auto isStale = [index, &entry](const EntryStack::Placed &row) {
        const bool isLeaf = row.entry == index && !row.tail && row.row > 0;
        return isLeaf && (row.row > entry.leafCount() || entry.shownLayout(row.row - 1) == nullptr);
    };
    if (placed.removeIf(isStale) > 0)
        isIncomplete = true;
    for (EntryStack::Placed &row : placed) {
        if (row.entry == index && row.tail)
            row.row = entry.tailRow();
    }
}

void TranscriptPrivate::schedule()
{
    if (!q.isVisible() || frameTimer.isActive())
        return;
    const auto interval = q.isActiveWindow() ? FrameInterval : BackgroundInterval;
    // What comes after a pause is shown at once.
    const qint64 passed = sinceFrame.isValid() ? sinceFrame.elapsed() : interval.count();
    frameTimer.start(int(std::max<qint64>(0, interval.count() - passed)), Qt::PreciseTimer, &q);
}

void TranscriptView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == d->frameTimer.timerId())
        d->tick();
    else if (event->timerId() == d->dragTimer.timerId())
        d->dragTo(d->dragPoint);
    else if (event->timerId() == d->findTimer.timerId())
        d->searchTick();
    else if (event->timerId() == d->copiedTimer.timerId())
        d->hideCopied();
    else
        QAbstractScrollArea::timerEvent(event);
}

void TranscriptPrivate::tick()
{
    frameTimer.stop();
    sinceFrame.start();
    const bool showsNothing = isCatchingUp && !stack.isPartlyPlaced() &&
                              !sinceSettled.hasExpired(CatchUpInterval.count());
    const bool more = stack.readOn(QDeadlineTimer(showsNothing ? CatchUpBudget : ReadBudget));
    isCatchingUp = isCatchingUp || more;
    if (more && showsNothing)
        dropStaleRows();
    else
        settle(isCatchingUp ? QDeadlineTimer(CatchUpLayoutBudget)
                            : QDeadlineTimer(QDeadlineTimer::Forever));
    isCatchingUp = more || stack.isPartlyPlaced();
    revealFound();
    if (isCatchingUp)
        schedule();
}

void TranscriptPrivate::dropStaleRows()
{
    QSet<qsizetype> entries;
    for (const EntryStack::Placed &row : std::as_const(placed))
        entries.insert(row.entry);
    for (const qsizetype index : std::as_const(entries))
        dropStaleRows(index);
}

void TranscriptPrivate::applyFrame()
{
    const int room = q.viewport()->width();
    const int margin = room < 640 ? Spacing::L : Spacing::XXL;
    const int width = std::clamp(room - 2 * margin, 200, TranscriptStyle::Measure);
    frameDirty = false;
    if (styleDirty || width != stack.frame().width) {
        styleDirty = false;
        stack.setFrame(TranscriptStyle(q.font(), q.palette()), width);
    }
}

void TranscriptPrivate::settle(QDeadlineTimer deadline)
{
    if (settling)
        return;
    settling = true;
    sinceSettled.start();
    if (frameDirty || styleDirty)
        applyFrame();
    const QList<EntryStack::Placed> before = placed;
    const QRect barBefore = stuckBar;
    const int height = q.viewport()->height();
    placed = stack.place(height, following, deadline);
    // What stands below a reply is asked for when it comes in sight, which may change its height.
    const QList<TurnId> fresh = stack.takeFresh();
    for (const TurnId &turn : fresh)
        emit q.turnInSight(turn);
    if (!fresh.isEmpty())
        placed = stack.place(height, following, deadline);
    isIncomplete = false;

    QScrollBar *bar = q.verticalScrollBar();
    bar->setPageStep(height);
    bar->setSingleStep(stack.frame().style.lineHeight);
    bar->setRange(0, int(std::max<qint64>(0, stack.height() - height)));
    bar->setValue(int(stack.position()));
    following = following || bar->maximum() == 0;
    placeEndButton();
    settling = false;

    repaintDifference(before, barBefore);
}

void TranscriptPrivate::repaintDifference(const QList<EntryStack::Placed> &before,
                                          const QRect &barBefore)
{
    QWidget *viewport = q.viewport();
    stuckBar = {};
    for (const CodeRun &run : codeRuns()) {
        if (run.stuck)
            stuckBar = run.bar;
    }
    // Both lists are in the order of the text.
    std::optional<int> delta;
    QRegion dirty;
    qsizetype old = 0;
    for (const EntryStack::Placed &row : std::as_const(placed)) {
        while (old < before.size() && !sameRow(before[old], row) &&
               std::pair(before[old].entry, before[old].row) < std::pair(row.entry, row.row))
            ++old;
        const bool known = old < before.size() && sameRow(before[old], row);
        if (known && !delta)
            delta = row.y - before[old].y;
        const bool moved = !known || row.y != before[old].y + delta.value_or(0);
        const QRect rect = rowRect(row).adjusted(-Spacing::L, -2, Spacing::L, 2);
        if (!moved && row.stamp.previous == before[old].stamp.current && row.stamp.previous != 0)
            dirty += rect.adjusted(0, row.stamp.unchangedHeight, 0, 0);
        else if (moved || before[old].stamp.current != row.stamp.current ||
                 before[old].height != row.height)
            dirty += rect;
    }
    if (!delta || std::abs(*delta) >= viewport->height()) {
        viewport->update();
        return;
    }
    const auto bottomOf = [](const QList<EntryStack::Placed> &rows) {
        return rows.isEmpty() ? 0 : rows.last().y + rows.last().height;
    };
    const int oldBottom = bottomOf(before) + *delta;
    const int newBottom = bottomOf(placed);
    if (newBottom < oldBottom)
        dirty += QRect(0, newBottom, viewport->width(), oldBottom - newBottom);
    if (*delta != 0)
        viewport->scroll(0, *delta);
    if (focusedEntry >= 0 && q.hasFocus() && !entryRect(focusedEntry).isEmpty()) {
        viewport->update();
        return;
    }
    if (stuckBar != barBefore || *delta != 0) {
        dirty += barBefore.translated(0, *delta);
        dirty += stuckBar;
    }
    if (!dirty.isEmpty())
        viewport->update(dirty);
}

void TranscriptPrivate::placeEndButton()
{
    const QScrollBar *bar = q.verticalScrollBar();
    const QSize size = toEnd->sizeHint();
    const QRect area = q.viewport()->geometry();
    toEnd->setGeometry(area.center().x() - size.width() / 2,
                       area.bottom() + 1 - size.height() - Spacing::M, size.width(), size.height());
    const bool isFarFromEnd = bar->maximum() - bar->value() > area.height() / 3;
    // What can only be read gets no newer messages.
    toEnd->setVisible(!following && isFarFromEnd && !stack.isReadOnly());
}

void TranscriptPrivate::showCopied(qsizetype entry, int codeBlock)
{
    hideCopied();
    copied = {};
    copied.entry = entry;
    copied.codeBlock = codeBlock;
    copiedTimer.start(int(CopiedShown.count()), &q);
    updateEntry(entry);
}

void TranscriptPrivate::hideCopied()
{
    copiedTimer.stop();
    updateEntry(copied.entry);
    copied = {};
}

void TranscriptPrivate::userScrolled(int pixels)
{
    QScrollBar *bar = q.verticalScrollBar();
    bar->setValue(bar->value() + pixels);
}

int TranscriptPrivate::columnLeft() const
{
    return (q.viewport()->width() - stack.frame().width) / 2;
}

QRect TranscriptPrivate::rowRect(const EntryStack::Placed &row) const
{
    return {columnLeft(), row.y, stack.frame().width, row.height};
}

QRect TranscriptPrivate::entryRect(qsizetype index) const
{
    const auto found = std::find_if(placed.cbegin(), placed.cend(),
                                    [index](const auto &row) { return row.entry == index; });
    if (found == placed.cend())
        return {};
    const Entry &entry = stack.at(index);
    // Painters lose precision far outside of the window.
    constexpr qint64 Far = 20000;
    const qint64 top = found->y - entry.rowTop(found->row);
    const qint64 bottom = top + entry.height();
    const int clampedTop = int(std::max(top, -Far));
    return {columnLeft(), clampedTop, stack.frame().width, int(std::min(bottom, Far)) - clampedTop};
}

QPoint TranscriptPrivate::chromeOrigin(const EntryStack::Placed &row) const
{
    return {columnLeft(), row.y + (row.tail ? stack.at(row.entry).tailGap() : 0)};
}

QRect TranscriptPrivate::actionRect(qsizetype index, const EntryAction &action) const
{
    if (index < 0 || index >= stack.size())
        return {};
    const Entry &entry = stack.at(index);
    const bool inTail = entry.role() == Entry::Role::Assistant;
    const bool foldsThoughts =
        action == EntryAction::ShowThoughts || action == EntryAction::HideThoughts;
    for (const EntryStack::Placed &row : placed) {
        if (foldsThoughts && row.entry == index && row.row == 1)
            return rowRect(row);
        if (row.entry != index || (inTail ? !row.tail : row.row != 0))
            continue;
        for (const auto &button :
             EntryChrome::buttons(entry, stack.frame().style, stack.frame().width)) {
            if (button.action == action)
                return button.rect.translated(chromeOrigin(row));
        }
    }
    return {};
}

QList<TranscriptPrivate::CodeRun> TranscriptPrivate::codeRuns() const
{
    QList<CodeRun> runs;
    const auto isCode = [](const Leaf &leaf) {
        return leaf.kind == LeafKind::CodeHead || leaf.kind == LeafKind::CodeLine;
    };
    for (const EntryStack::Placed &row : placed) {
        if (row.row == 0 || row.tail)
            continue;
        const Entry &entry = stack.at(row.entry);
        const qsizetype index = row.row - 1;
        const Leaf &leaf = entry.leaves()[index];
        if (!isCode(leaf))
            continue;
        const bool goesOn =
            !runs.isEmpty() && runs.last().entry == row.entry && runs.last().block == leaf.block;
        if (!goesOn) {
            CodeRun run{row.entry, leaf.block, rowRect(row), {}, false};
            const int top = leaf.kind == LeafKind::CodeHead ? row.y + entry.gapAbove(index) : -64;
            run.card.setLeft(run.card.left() + stack.frame().style.indentOf(leaf));
            run.card.setTop(top);
            runs.append(run);
        }
        const bool last =
            index + 1 == entry.leafCount() || entry.leaves()[index + 1].block != leaf.block;
        runs.last().card.setBottom(row.y + row.height - 1 +
                                   (last ? TranscriptStyle::CodeCapHeight : 64));
    }
    for (CodeRun &run : runs) {
        const int top = std::min(std::max(run.card.top(), 0),
                                 run.card.bottom() + 1 - TranscriptStyle::CodeHeadHeight);
        run.stuck = run.card.top() < 0;
        run.bar = {run.card.left(), run.stuck ? top : run.card.top(), run.card.width(),
                   TranscriptStyle::CodeHeadHeight};
    }
    return runs;
}

void TranscriptPrivate::announceFinished(qsizetype index)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(&q, QAccessible::Alert);
    event.setChild(int(index));
    QAccessible::updateAccessibility(&event);
}

} // namespace litedeck
