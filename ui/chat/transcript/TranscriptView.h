// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "ui/chat/transcript/CodeColorist.h"
#include "ui/chat/transcript/EntryStack.h"
#include "ui/chat/transcript/FontWarmer.h"
#include "ui/chat/transcript/FrameLoop.h"
#include "ui/chat/transcript/TranscriptCanvas.h"
#include "ui/chat/transcript/TranscriptController.h"
#include "ui/chat/transcript/TranscriptSearch.h"
#include "ui/widgets/Tone.h"

#include <QAbstractScrollArea>

class QPushButton;

namespace litedeck {

/// The messages of a conversation, with replies rendered from Markdown while they stream.
///
/// Time per update depends on what changed and on what is in sight, not on the length of the text.
/// The view follows the newest text only while its end is in sight. It is the face of its parts:
/// FrameLoop, TranscriptCanvas, TranscriptController and TranscriptSearch.
class TranscriptView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TranscriptView(QWidget *parent = nullptr);

    /// Shows another conversation, from its end.
    void setTurns(const QList<Turn> &turns);
    /// Whether turns that are shown from now on can only be read and copied.
    void setReadOnly(bool readOnly) { m_stack.setReadOnly(readOnly); }
    /// Adds a turn below and moves to the end.
    void appendTurn(const Turn &turn);
    /// Takes over what changed in a turn; an unknown turn is ignored.
    void updateTurn(const Turn &turn);
    /// Adds to a reply; cheap, to be called for every piece that arrives.
    void appendReply(const TurnId &id, const QString &delta);
    /// Adds to what the model thinks aloud, in the same way.
    void appendReasoning(const TurnId &id, const QString &delta);
    /// Shows a text where the reply will be; an empty one takes it away.
    void setWaitingText(const TurnId &id, const QString &text);
    /// Whether the turn is asked again later by itself, which can be cancelled.
    void setQueued(const TurnId &id, bool queued);
    /// Says which of its versions the turn is; the oldest is 1.
    void setVersion(const TurnId &id, int version, int count);
    /// Sets the line under a reply, such as "Cost: $0.0042".
    void setCostText(const TurnId &id, const QString &text);
    /// Sets a notice under a reply; an empty text takes it away.
    void setNotice(const TurnId &id, const QString &text, Tone tone);

    bool isAtEnd() const { return m_frames.isFollowing(); }
    void scrollToEnd() { m_frames.scrollToEnd(); }
    void scrollToStart() { m_frames.showFrom({}); }
    /// Moves by pages, upwards when negative.
    void scrollByPage(int pages) { m_frames.scrollByPage(pages); }

    /// Takes in what arrived now instead of in the next frame, within the budget of one frame.
    void processPendingText() { m_frames.tick(); }
    /// True while more arrived at once, or was opened, than the frames so far could show.
    bool isCatchingUp() const { return m_frames.isCatchingUp(); }

    /// Marks all places with a text and goes to the first one in sight or below; an empty text ends
    /// the search and leaves the view where it is.
    void find(const QString &text) { m_search.find(text); }
    /// Goes to the next place (1) or the one before (-1), around the ends.
    void findNext(int direction) { m_search.findNext(direction); }

    QString selectedText() const { return m_controller.selectedText(); }
    void selectAll() { m_controller.selectAll(); }

    /// What is shown, for tests and assistive technology.
    const EntryStack &stack() const { return m_stack; }
    qsizetype focusedEntry() const { return m_controller.focusedEntry(); }
    void setFocusedEntry(qsizetype entry) { m_controller.setFocusedEntry(entry); }
    /// Scrolls to the turn's question, if it is shown at all, and puts the keyboard there.
    void showTurn(const TurnId &id);
    /// The entry's place on the screen; empty while it is out of sight.
    QRect entryRect(qsizetype entry) const { return m_rows.entryRect(entry) & viewport()->rect(); }
    /// The place of an action of an entry in the viewport; empty while it is out of sight.
    QRect actionRect(qsizetype entry, const EntryAction &action) const
    {
        return m_rows.actionRect(entry, action);
    }
    /// Does what a press on the action does.
    void trigger(qsizetype entry, const EntryAction &action)
    {
        m_controller.trigger(entry, action);
    }

signals:
    /// A turn of setTurns() comes in sight for the first time: its cost line and notice are wanted.
    void turnInSight(const litedeck::TurnId &turn);
    /// The current place counted from 1, or 0; how many there are, as far as was searched.
    void findChanged(int current, int count, bool complete);
    /// The target as it stands in the reply.
    void linkActivated(const QString &link);
    /// Something is to be done with a turn that the transcript does not do itself.
    void actionRequested(const litedeck::EntryAction &action, const litedeck::TurnId &turn);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void announceFinished(qsizetype entry);
    void placeEndButton();

    template <typename Change>
    void changeReply(const TurnId &id, const Change &change);
    template <typename T>
    void changeDetails(const TurnId &id, T Entry::Details::*member, const T &value);

    // Each uses those above it.
    CodeColorist m_colorist;
    EntryStack m_stack;
    FontWarmer m_fonts;
    TranscriptRows m_rows;
    TranscriptFinder m_finder;
    TranscriptCanvas m_canvas;
    FrameLoop m_frames;
    TranscriptSearch m_search;
    TranscriptController m_controller;
    QPushButton *m_toEnd;
};

} // namespace litedeck
