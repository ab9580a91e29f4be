// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/EntryStack.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

class QAbstractScrollArea;

namespace litedeck {

class TranscriptCanvas;
class TranscriptRows;
struct TextPlace;

/// Decides when text that arrived is read and laid out, and which rows are in sight.
///
/// Changes are taken in at most once a frame. Each frame has a budget for reading; what is left
/// follows in the next ones. The scroll bar follows the place in the text, and the newest text
/// while its end is in sight.
class FrameLoop : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrameLoop)

public:
    /// All outlive the loop.
    FrameLoop(QAbstractScrollArea &area, EntryStack &stack, TranscriptRows &rows,
              TranscriptCanvas &canvas);

    /// To be called after each change of an entry.
    void noteChanged(qsizetype entry);
    /// The viewport has another size.
    void noteResized();
    /// Fonts or colours changed.
    void noteStyleChanged();
    /// Takes over size and style now, for entries that are about to be made.
    void applyFrame();

    /// Asks for a frame.
    void schedule();
    /// Begins a frame now.
    void tick();
    /// True while more arrived at once than the frames so far could show.
    bool isCatchingUp() const { return m_isCatchingUp; }
    /// Lays out rows in sight that were dropped since the last frame: painting may come before the
    /// next one.
    void completeRows();

    /// Whether the newest text is followed.
    bool isFollowing() const { return m_isFollowing; }
    void stopFollowing() { m_isFollowing = false; }
    /// Goes to the newest text now.
    void showEnd();
    /// Goes to the newest text with the next frame.
    void scrollToEnd();
    /// Leaves the newest text and goes to this place.
    void showFrom(EntryStack::Anchor anchor);
    void scrollBy(int pixels);
    /// Moves by pages, upwards when negative.
    void scrollByPage(int pages);
    void ensureVisible(qsizetype entry);
    /// Brings a place in the text into sight, also out of thoughts that are folded.
    void showPlace(const TextPlace &place);
    /// The scroll bar moved.
    void onScrolled(int pixels);

signals:
    void entryChanged(qsizetype entry);
    /// A turn that was opened comes in sight for the first time.
    void turnInSight(const litedeck::TurnId &turn);
    /// The rows in sight have their places, and are about to be painted.
    void placed();
    /// A frame is over.
    void ticked();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    /// Lays out what is in sight and repaints what moved or changed.
    void settle(QDeadlineTimer deadline = QDeadlineTimer::Forever);
    void place(QDeadlineTimer deadline);
    void updateScrollBar();

    QAbstractScrollArea &m_area;
    EntryStack &m_stack;
    TranscriptRows &m_rows;
    TranscriptCanvas &m_canvas;
    QBasicTimer m_timer;
    QElapsedTimer m_sinceSettled;
    QElapsedTimer m_sinceFrame;
    bool m_isFollowing = true;
    bool m_isSettling = false;
    bool m_isCatchingUp = false;
    bool m_isResized = true;
    bool m_isRestyled = false;
};

} // namespace litedeck
