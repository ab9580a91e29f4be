// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/CodeColorist.h"
#include "ui/chat/transcript/EntryPainter.h"
#include "ui/chat/transcript/EntryStack.h"
#include "ui/chat/transcript/FontWarmer.h"
#include "ui/chat/transcript/TranscriptFinder.h"
#include "ui/chat/transcript/TranscriptSelection.h"
#include "ui/chat/transcript/TranscriptView.h"

#include <QBasicTimer>
#include <QElapsedTimer>

#include <optional>

class QPushButton;

namespace litedeck {

/// The state of a TranscriptView and what its events do.
class TranscriptPrivate
{
public:
    explicit TranscriptPrivate(TranscriptView &view);
    Q_DISABLE_COPY_MOVE(TranscriptPrivate)

    /// What lies under a point of the viewport.
    struct Hit
    {
        TextPlace place;
        QString link;
        qsizetype entry = -1;
        std::optional<EntryAction> action;
        int codeBlock = -1; ///< Whose copy button is there.
    };

    /// A block of code in sight.
    struct CodeRun
    {
        qsizetype entry = 0;
        int block = 0;
        QRect card; ///< May reach out of the viewport.
        QRect bar;  ///< Sticks to the viewport's top while the block is in sight.
        bool stuck = false;
    };

    void changed(qsizetype entry);
    /// Painting and the mouse may come before the next frame, and an entry may have lost leaves.
    void dropStaleRows(qsizetype index);
    void dropStaleRows();

    template <typename T>
    void changeDetails(const TurnId &id, T Entry::Details::*member, const T &value)
    {
        const qsizetype index = stack.indexOf(id, Entry::Role::Assistant);
        if (index < 0)
            return;
        Entry::Details details = stack.at(index).details();
        details.*member = value;
        stack.at(index).setDetails(details);
        changed(index);
    }

    void setFolded(qsizetype index, bool folded);
    void schedule();
    void tick();
    /// Lays out what is in sight and repaints what moved or changed.
    void settle(QDeadlineTimer deadline = QDeadlineTimer::Forever);
    void repaintDifference(const QList<EntryStack::Placed> &before, const QRect &barBefore);
    void applyFrame();
    void userScrolled(int pixels);

    void paint(QPainter &painter, const QRegion &region);
    void paintEntry(QPainter &painter, qsizetype first, qsizetype last, const QRect &clip) const;
    void paintFocus(QPainter &painter) const;
    LeafMarks marksOf(qsizetype entry, qsizetype leaf) const;
    int columnLeft() const;
    QRect rowRect(const EntryStack::Placed &row) const;
    QRect leafBox(const EntryStack::Placed &row) const;
    QRect entryRect(qsizetype index) const;
    QRect actionRect(qsizetype index, const EntryAction &action) const;
    QList<CodeRun> codeRuns() const;
    /// The places that a head's or tail's buttons are relative to.
    QPoint chromeOrigin(const EntryStack::Placed &row) const;
    EntryPainter::Interaction interactionOf(qsizetype entry) const;

    Hit hitTest(QPoint point) const;
    TextPlace placeAt(QPoint point) const;
    void hover(const Hit &hit);
    void copyCode(qsizetype index, int block);
    /// Shows for a moment that something was copied.
    void showCopied(qsizetype entry, int codeBlock);
    void hideCopied();
    void placeEndButton();
    void select(TextPlace from, TextPlace to);
    void updateEntry(qsizetype entry);
    void moveFocus(int step, bool jump);
    void moveActionFocus(int step);
    void press();
    void showMenu(qsizetype index, QPoint globalPosition, const QString &link);
    void dragTo(QPoint point);
    TextPlace firstPlace() const;
    void searchMore();
    void searchTick();
    void tellFound();
    /// Scrolls to what is to be revealed, or reads on towards it.
    void revealFound();
    QRect lineRect(TextPlace place) const;
    void announceFinished(qsizetype index);

    TranscriptView &q;
    CodeColorist colorist;
    EntryStack stack;
    FontWarmer fonts;
    QList<EntryStack::Placed> placed;
    TranscriptSelection selection;
    TranscriptFinder finder;
    std::optional<TranscriptFinder::Match> reveal; ///< To be scrolled to.
    bool isRevealed = false; ///< The search that runs has shown its first match.
    QBasicTimer findTimer;
    QBasicTimer frameTimer;
    QBasicTimer dragTimer;
    QBasicTimer copiedTimer;
    Hit copied; ///< The copy button that was pressed a moment ago.
    QPushButton *toEnd = nullptr;
    bool following = true;
    bool settling = false;
    bool isCatchingUp = false; ///< More arrived at once than one frame can show.
    QElapsedTimer sinceSettled;
    QElapsedTimer sinceFrame;
    bool isIncomplete = false; ///< Rows in sight were dropped since the last frame.
    bool frameDirty = true;    ///< The width changed.
    bool styleDirty = false;
    bool selecting = false;
    QRect stuckBar;
    QPoint dragPoint;
    QString pressedLink;
    Hit hovered;
    qsizetype focusedEntry = -1;
    int focusedAction = -1;
};

} // namespace litedeck
