// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptSearch.h"

#include "ui/chat/transcript/FrameLoop.h"
#include "ui/chat/transcript/TranscriptCanvas.h"

#include <chrono>

namespace litedeck {

using namespace std::chrono_literals;

namespace {

/// A search may take this long before events are looked at again.
constexpr auto SearchBudget = 4ms;

/// The pause after a message has changed.
constexpr auto ChangeInterval = 16ms;

} // namespace

TranscriptSearch::TranscriptSearch(EntryStack &stack, TranscriptFinder &finder,
                                   const TranscriptRows &rows, TranscriptCanvas &canvas,
                                   FrameLoop &frames)
    : m_stack(stack)
    , m_finder(finder)
    , m_rows(rows)
    , m_canvas(canvas)
    , m_frames(frames)
{
    connect(&frames, &FrameLoop::entryChanged, this, [this](qsizetype entry) {
        if (!m_finder.isActive())
            return;
        m_finder.entryChanged(entry);
        m_timer.start(int(ChangeInterval.count()), this);
    });
    connect(&frames, &FrameLoop::ticked, this, &TranscriptSearch::reveal);
}

void TranscriptSearch::find(const QString &text)
{
    const TextPlace origin =
        m_finder.current() && !text.isEmpty() ? m_finder.current()->place : m_rows.firstPlace();
    m_finder.start(text, origin);
    m_hasShown = false;
    m_wanted.reset();
    searchMore();
}

void TranscriptSearch::findNext(int direction)
{
    m_finder.step(direction);
    m_wanted = m_finder.current();
    reveal();
    tell();
}

void TranscriptSearch::restart()
{
    m_wanted.reset();
    if (!m_finder.isActive())
        return;
    const QString text = m_finder.text();
    m_finder.start({}, {});
    find(text);
}

void TranscriptSearch::searchMore()
{
    if (m_finder.isActive() && !m_finder.isComplete())
        m_timer.start(0, this);
    else
        m_timer.stop();
    tell();
}

void TranscriptSearch::timerEvent(QTimerEvent *)
{
    m_finder.searchOn(QDeadlineTimer(SearchBudget));
    if (!m_hasShown && m_finder.current()) {
        m_hasShown = true;
        m_wanted = m_finder.current();
        reveal();
    }
    searchMore();
}

void TranscriptSearch::tell()
{
    m_canvas.repaintAll();
    emit findChanged(m_finder.currentNumber(), m_finder.count(), m_finder.isComplete());
}

void TranscriptSearch::reveal()
{
    if (!m_wanted)
        return;
    const TextPlace place = m_wanted->place;
    if (place.entry < m_stack.size() && m_stack.at(place.entry).leafCount() <= place.leaf) {
        m_stack.read(place.entry, QDeadlineTimer(SearchBudget));
        m_frames.schedule();
        return;
    }
    m_wanted.reset();
    if (place.entry < m_stack.size())
        m_frames.showPlace(place);
}

} // namespace litedeck
