// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/Entry.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <utility>
#include <vector>

namespace litedeck {

/// All entries above one another, and which of their rows are in sight.
///
/// The place in the text is an anchor (entry, row, offset), not a pixel position: heights of rows
/// that were never laid out are estimates, and correcting them must not move what is being read.
class EntryStack
{
public:
    struct Anchor
    {
        qsizetype entry = 0;
        qsizetype row = 0;
        int offset = 0; ///< Of the viewport's top below the row's top.
    };

    /// A row in sight.
    struct Placed
    {
        qsizetype entry = 0;
        qsizetype row = 0;
        bool tail = false;
        int y = 0; ///< Relative to the viewport.
        int height = 0;
        RowStamp stamp;
    };

    explicit EntryStack(EntryFrame frame);
    Q_DISABLE_COPY_MOVE(EntryStack)

    const EntryFrame &frame() const { return m_frame; }
    void setFrame(const TranscriptStyle &style, int width);

    /// Shows other turns. Their entries are made when they come in sight or are asked for, so that
    /// opening a long conversation costs little time and memory.
    void setTurns(const QList<Turn> &turns);
    void appendTurn(const Turn &turn);
    qsizetype size() const { return qsizetype(m_entries.size()); }
    Entry &at(qsizetype index) { return *made(index); }
    const Entry &at(qsizetype index) const { return *made(index); }
    /// Entries that are made from now on offer nothing that changes the conversation.
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }
    bool isReadOnly() const { return m_isReadOnly; }
    /// False while there are only the turn's texts.
    bool isMade(qsizetype index) const { return m_entries[size_t(index)] != nullptr; }
    /// An entry of its own, to look into one that was not made yet.
    std::unique_ptr<Entry> copyOf(qsizetype index) const;
    /// The turns whose reply was made since the last call.
    QList<TurnId> takeFresh() { return std::exchange(m_fresh, {}); }
    qsizetype indexOf(const TurnId &id, Entry::Role role) const;
    /// Takes over the entry's height; to be called after each change of an entry.
    void sync(qsizetype index);

    void setAnchor(Anchor anchor) { m_anchor = anchor; }
    /// Moves by pixels, exactly, laying out what is passed.
    void scrollBy(int pixels);
    /// Moves to a position that may rest on estimates.
    void jumpTo(qint64 position);
    /// The anchor's position from the top.
    qint64 position() const;
    qint64 height() const { return m_heights.total() + BottomMargin; }

    /// Empty space below the last entry.
    static constexpr int BottomMargin = 24;

    /// Lays out and returns the rows in sight; with toEnd the last row stands at the bottom. Rows
    /// that there was no time for have estimated heights.
    QList<Placed> place(int viewportHeight, bool toEnd,
                        QDeadlineTimer deadline = QDeadlineTimer::Forever);
    /// True when there was no time to lay out all rows in sight.
    bool isPartlyPlaced() const { return m_isPartlyPlaced; }

    /// Goes on reading entries whose text was too long for one slice; true when some is left.
    bool readOn(QDeadlineTimer deadline);
    /// Reads on in one entry.
    void read(qsizetype index, QDeadlineTimer deadline);
    void markUnread(qsizetype index) { m_unread.insert(index); }

private:
    const std::unique_ptr<Entry> &made(qsizetype index) const;
    const Turn &turnOf(qsizetype index) const;
    void addRows(const Turn &turn);
    int prepare(qsizetype index, qsizetype row);
    /// Begins with an entry that comes in sight.
    void begin(qsizetype index);
    bool toNext(Anchor &cursor) const;
    bool toPrevious(Anchor &cursor);
    void anchorToEnd(int viewportHeight);
    bool fill(int viewportHeight, QList<Placed> &placed);
    void evict(const QList<Placed> &placed);

    EntryFrame m_frame;
    QList<Turn> m_opened; ///< Shared with who opened them.
    QList<Turn> m_added;
    /// The user's prompt and the reply by turns; null until it is made.
    mutable std::vector<std::unique_ptr<Entry>> m_entries;
    bool m_isReadOnly = false;
    mutable QList<TurnId> m_fresh;
    QHash<TurnId, qsizetype> m_indices; ///< Of the user's entry; the reply follows.
    HeightIndex m_heights;
    Anchor m_anchor;
    QDeadlineTimer m_deadline = QDeadlineTimer::Forever;
    bool m_isPartlyPlaced = false;
    bool m_hasLaidOut = false; ///< Since it began to place.
    QSet<qsizetype> m_unread;
    QSet<qsizetype> m_withLayouts;
};

} // namespace litedeck
