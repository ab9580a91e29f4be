// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/TranscriptFinder.h"

#include <QBasicTimer>
#include <QObject>

namespace litedeck {

class FrameLoop;
class TranscriptCanvas;
class TranscriptRows;

/// Lets a finder work between events, and goes to what it found.
class TranscriptSearch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TranscriptSearch)

public:
    /// All outlive the search.
    TranscriptSearch(EntryStack &stack, TranscriptFinder &finder, const TranscriptRows &rows,
                     TranscriptCanvas &canvas, FrameLoop &frames);

    /// Marks all places with a text and goes to the first one in sight or below; an empty text ends
    /// the search and leaves the view where it is.
    void find(const QString &text);
    /// Goes to the next place (1) or the one before (-1), around the ends.
    void findNext(int direction);
    /// Looks for the same text in other turns.
    void restart();

signals:
    /// The current place counted from 1, or 0; how many there are, as far as was searched.
    void findChanged(int current, int count, bool complete);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void searchMore();
    void tell();
    /// Scrolls to what is to be shown, or reads on towards it.
    void reveal();

    EntryStack &m_stack;
    TranscriptFinder &m_finder;
    const TranscriptRows &m_rows;
    TranscriptCanvas &m_canvas;
    FrameLoop &m_frames;
    QBasicTimer m_timer;
    std::optional<TranscriptFinder::Match> m_wanted; ///< To be scrolled to.
    bool m_hasShown = false; ///< The search that runs has gone to its first match.
};

} // namespace litedeck
