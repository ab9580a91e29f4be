// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/FrameLoop.h"

#include "ui/chat/transcript/TranscriptCanvas.h"

#include <QAbstractScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace litedeck {

using namespace std::chrono_literals;

namespace {

constexpr auto FrameInterval = 16ms;
constexpr auto BackgroundInterval = 33ms;
/// Reading text may take this long in a frame that shows something.
constexpr auto ReadBudget = 1ms;

/// The same for frames between them, while much is left to read.
constexpr auto CatchUpBudget = 5ms;

/// How often something is shown while much is left to read.
constexpr auto CatchUpInterval = 50ms;

/// Laying out may take this long in a frame after so much text.
constexpr auto CatchUpLayoutBudget = 3ms;

} // namespace

FrameLoop::FrameLoop(QAbstractScrollArea &area, EntryStack &stack, TranscriptRows &rows,
                     TranscriptCanvas &canvas)
    : m_area(area)
    , m_stack(stack)
    , m_rows(rows)
    , m_canvas(canvas)
{}

void FrameLoop::noteChanged(qsizetype entry)
{
    if (m_stack.at(entry).hasUnread())
        m_stack.markUnread(entry);
    m_stack.sync(entry);
    m_rows.dropStale(entry);
    schedule();
    emit entryChanged(entry);
}

void FrameLoop::noteResized()
{
    m_isResized = true;
    settle();
    m_canvas.repaintAll();
}

void FrameLoop::noteStyleChanged()
{
    m_isRestyled = true;
    schedule();
    m_canvas.repaintAll();
}

void FrameLoop::applyFrame()
{
    const int room = m_area.viewport()->width();
    const int margin = room < 640 ? Spacing::L : Spacing::XXL;
    const int width = std::clamp(room - 2 * margin, 200, TranscriptStyle::Measure);
    m_isResized = false;
    if (m_isRestyled || width != m_stack.frame().width) {
        m_isRestyled = false;
        m_stack.setFrame(TranscriptStyle(m_area.font(), m_area.palette()), width);
    }
}

void FrameLoop::schedule()
{
    if (!m_area.isVisible() || m_timer.isActive())
        return;
    const auto interval = m_area.isActiveWindow() ? FrameInterval : BackgroundInterval;
    // What comes after a pause is shown at once.
    const qint64 passed = m_sinceFrame.isValid() ? m_sinceFrame.elapsed() : interval.count();
    m_timer.start(int(std::max<qint64>(0, interval.count() - passed)), Qt::PreciseTimer, this);
}

void FrameLoop::timerEvent(QTimerEvent *)
{
    tick();
}

void FrameLoop::tick()
{
    m_timer.stop();
    m_sinceFrame.start();
    const bool showsNothing = m_isCatchingUp && !m_stack.isPartlyPlaced() &&
                              !m_sinceSettled.hasExpired(CatchUpInterval.count());
    const bool more = m_stack.readOn(QDeadlineTimer(showsNothing ? CatchUpBudget : ReadBudget));
    m_isCatchingUp = m_isCatchingUp || more;
    if (more && showsNothing)
        m_rows.dropStale();
    else
        settle(m_isCatchingUp ? QDeadlineTimer(CatchUpLayoutBudget)
                              : QDeadlineTimer(QDeadlineTimer::Forever));
    m_isCatchingUp = more || m_stack.isPartlyPlaced();
    emit ticked();
    if (m_isCatchingUp)
        schedule();
}

void FrameLoop::settle(QDeadlineTimer deadline)
{
    if (m_isSettling)
        return;
    m_isSettling = true;
    m_sinceSettled.start();
    if (m_isResized || m_isRestyled)
        applyFrame();
    const QList<TranscriptRows::Row> before = m_rows.all();
    place(deadline);
    // What stands below a reply is asked for when it comes in sight, which may change its height.
    const QList<TurnId> fresh = m_stack.takeFresh();
    for (const TurnId &turn : fresh)
        emit turnInSight(turn);
    if (!fresh.isEmpty())
        place(deadline);
    updateScrollBar();
    emit placed();
    m_isSettling = false;
    m_canvas.repaintDifference(before);
}

void FrameLoop::place(QDeadlineTimer deadline)
{
    m_rows.set(m_stack.place(m_area.viewport()->height(), m_isFollowing, deadline));
}

void FrameLoop::updateScrollBar()
{
    QScrollBar *bar = m_area.verticalScrollBar();
    const int height = m_area.viewport()->height();
    bar->setPageStep(height);
    bar->setSingleStep(m_stack.frame().style.lineHeight);
    bar->setRange(0, int(std::max<qint64>(0, m_stack.height() - height)));
    bar->setValue(int(m_stack.position()));
    m_isFollowing = m_isFollowing || bar->maximum() == 0;
}

void FrameLoop::completeRows()
{
    if (!m_rows.isIncomplete() || m_isSettling)
        return;
    place(QDeadlineTimer::Forever);
    m_canvas.repaintAll();
}

void FrameLoop::showEnd()
{
    m_isFollowing = true;
    settle();
    m_canvas.repaintAll();
}

void FrameLoop::scrollToEnd()
{
    m_isFollowing = true;
    schedule();
}

void FrameLoop::showFrom(EntryStack::Anchor anchor)
{
    m_isFollowing = false;
    m_stack.setAnchor(anchor);
    settle();
}

void FrameLoop::scrollBy(int pixels)
{
    QScrollBar *bar = m_area.verticalScrollBar();
    bar->setValue(bar->value() + pixels);
}

void FrameLoop::scrollByPage(int pages)
{
    scrollBy(pages * (m_area.viewport()->height() - m_stack.frame().style.lineHeight));
}

void FrameLoop::showPlace(const TextPlace &place)
{
    Entry &entry = m_stack.at(place.entry);
    if (entry.isHidden(place.leaf))
        entry.setFolded(false);
    m_isFollowing = false;
    if (m_rows.lineRect(place).isEmpty())
        showFrom({place.entry, place.leaf + 1, 0});
    const QRect line = m_rows.lineRect(place);
    const int height = m_area.viewport()->height();
    if (line.top() < TranscriptStyle::CodeHeadHeight || line.bottom() > height - Spacing::XL)
        scrollBy(line.top() - height / 3);
    settle();
}

void FrameLoop::onScrolled(int pixels)
{
    if (m_isSettling)
        return;
    const QScrollBar *bar = m_area.verticalScrollBar();
    if (std::abs(pixels) < 3 * m_area.viewport()->height())
        m_stack.scrollBy(pixels);
    else
        m_stack.jumpTo(bar->value());
    m_isFollowing = bar->value() >= bar->maximum();
    settle();
}

void FrameLoop::ensureVisible(qsizetype entry)
{
    if (entry < 0 || entry >= m_stack.size())
        return;
    const QRect rect = m_rows.entryRect(entry);
    const int height = m_area.viewport()->height();
    if (rect.isEmpty() || rect.top() > height - 80 || rect.bottom() < 80) {
        const bool below = m_rows.all().isEmpty() || entry > m_rows.all().first().entry;
        showFrom({entry, 0, 0});
        if (below && m_rows.entryRect(entry).height() < height)
            scrollBy(m_rows.entryRect(entry).bottom() - height + 8);
    } else if (rect.bottom() > height && rect.height() < height) {
        scrollBy(rect.bottom() - height + 8);
    } else if (rect.top() < 0 && rect.height() < height) {
        scrollBy(rect.top());
    }
}

} // namespace litedeck
