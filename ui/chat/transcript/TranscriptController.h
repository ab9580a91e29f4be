// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/TranscriptRows.h"

#include <QObject>
#include <QTimer>

class QAbstractScrollArea;
class QContextMenuEvent;
class QFocusEvent;
class QKeyEvent;
class QMouseEvent;

namespace litedeck {

class FrameLoop;
class TranscriptCanvas;

/// What the pointer and the keyboard do: select and copy text, follow links, go from message to
/// message, press their actions.
class TranscriptController : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TranscriptController)

public:
    /// All outlive the controller.
    TranscriptController(QAbstractScrollArea &area, EntryStack &stack, const TranscriptRows &rows,
                         TranscriptCanvas &canvas, FrameLoop &frames);

    /// Nothing is selected or under the pointer any more: other turns are shown.
    void reset();

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);
    void leave();
    void showMenu(const QContextMenuEvent &event);
    /// Ignores the event of a key that means nothing here.
    void pressKey(QKeyEvent &event);
    void focusIn(const QFocusEvent &event);

    qsizetype focusedEntry() const;
    void setFocusedEntry(qsizetype entry);
    /// Does what a press on the action does.
    void trigger(qsizetype entry, const EntryAction &action);
    QString selectedText() const;
    void selectAll();
    void copySelection() const;

signals:
    /// The target as it stands in the reply.
    void linkActivated(const QString &link);
    /// Something is to be done with a turn that the transcript does not do itself.
    void actionRequested(const litedeck::EntryAction &action, const litedeck::TurnId &turn);

private:
    void hover(const TranscriptHit &hit);
    void drag();
    void select(const TextPlace &from, const TextPlace &to);
    void showCopied(qsizetype entry, int codeBlock = -1);
    void moveFocus(int step, bool jump);
    void moveActionFocus(int step);
    void pressFocused();
    void showMenu(qsizetype entry, QPoint globalPosition, const QString &link);

    QAbstractScrollArea &m_area;
    EntryStack &m_stack;
    const TranscriptRows &m_rows;
    TranscriptCanvas &m_canvas;
    FrameLoop &m_frames;
    QTimer m_dragTimer; ///< Scrolls while text is selected beyond an edge.
    QTimer m_copiedTimer;
    bool m_isSelecting = false;
    QPoint m_dragPoint;
    QString m_pressedLink;
};

} // namespace litedeck
