// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/transcript/Entry.h"

#include <QHash>
#include <QSet>

#include <memory>
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
        quint64 stamp = 0;
    };

    explicit EntryStack(EntryFrame frame);
    Q_DISABLE_COPY_MOVE(EntryStack)

    const EntryFrame &frame() const { return m_frame; }
    void setFrame(const TranscriptStyle &style, int width);

    void clear();
    Entry &append(Entry::Role role, const TurnId &id);
    qsizetype size() const { return qsizetype(m_entries.size()); }
    Entry &at(qsizetype index) { return *m_entries[size_t(index)]; }
    const Entry &at(qsizetype index) const { return *m_entries[size_t(index)]; }
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

    /// Lays out and returns the rows in sight; with toEnd the last row stands at the bottom.
    QList<Placed> place(int viewportHeight, bool toEnd);

    /// Goes on reading entries whose text was too long for one slice; true when some is left.
    bool readOn(QDeadlineTimer deadline);
    /// Reads on in one entry.
    void read(qsizetype index, QDeadlineTimer deadline);
    void markUnread(qsizetype index) { m_unread.insert(index); }

    quint64 layoutsMade() const;
    qsizetype layoutCount() const;

private:
    int prepare(qsizetype index, qsizetype row);
    bool toNext(Anchor &cursor) const;
    bool toPrevious(Anchor &cursor);
    void anchorToEnd(int viewportHeight);
    bool fill(int viewportHeight, QList<Placed> &placed);
    void evict(const QList<Placed> &placed);

    EntryFrame m_frame;
    std::vector<std::unique_ptr<Entry>> m_entries;
    QHash<TurnId, qsizetype> m_turns; ///< Index of the user's entry; the reply follows.
    HeightIndex m_heights;
    Anchor m_anchor;
    QSet<qsizetype> m_unread;
    QSet<qsizetype> m_withLayouts;
};

} // namespace litedeck
