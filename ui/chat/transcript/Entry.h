// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/EntryColors.h"
#include "ui/chat/transcript/EntryDetails.h"
#include "ui/chat/transcript/EntryText.h"
#include "ui/chat/transcript/HeightIndex.h"
#include "ui/chat/transcript/LeafLayout.h"
#include "ui/chat/transcript/TableColumns.h"

#include <QDeadlineTimer>

#include <memory>
#include <unordered_map>

namespace litedeck {

/// One message of the transcript: its text, the heights of its leaves, layouts of those in sight.
///
/// Rows are numbered from 0: the head with the name, then the leaves, then the tail with notice,
/// cost and actions. Text is read into leaves in slices, so that opening a long reply blocks
/// nobody.
class Entry
{
public:
    enum class Role : quint8 { User, Assistant };

    using Details = EntryDetails;

    Entry(Role role, TurnId id, const EntryFrame &frame);
    Q_DISABLE_COPY_MOVE(Entry)

    Role role() const { return m_role; }
    const TurnId &id() const { return m_id; }
    const Details &details() const { return m_details; }
    void setDetails(const Details &details);

    const EntryFrame &frame() const { return m_frame; }
    const EntryText &text() const { return m_text; }
    const QString &source() const { return m_text.source(); }
    /// Replaces the text; keeps all leaves when it only grew.
    void setSource(const QString &source);
    void append(const QString &text);
    /// The same for what the model thought aloud.
    void setReasoning(const QString &reasoning);
    void appendReasoning(const QString &text);

    /// True while text has not been read into leaves.
    bool hasUnread() const { return m_text.hasUnread(); }
    /// Reads at least one slice and goes on until the deadline.
    void read(QDeadlineTimer deadline);

    qsizetype leafCount() const { return leaves().size(); }
    const QList<Leaf> &leaves() const { return m_text.leaves(); }
    const LinkDefinitions &definitions() const { return m_text.definitions(); }
    /// As EntryText::plain().
    QString plainText() const { return m_text.plain(); }

    bool hasThoughts() const { return m_text.thoughtLeaves() > 0; }
    /// Thoughts are folded as soon as the reply begins, unless the user wants it otherwise.
    bool isFolded() const;
    void setFolded(bool folded);
    /// True for a leaf of folded thoughts; it has no height.
    bool isHidden(qsizetype leaf) const;

    /// The next row up or down that is not hidden; -1 or rowCount() at the ends.
    qsizetype nextRow(qsizetype row) const;
    qsizetype previousRow(qsizetype row) const;
    qsizetype rowCount() const { return leafCount() + 2; }
    qsizetype tailRow() const { return leafCount() + 1; }
    int rowHeight(qsizetype row) const;
    qint64 rowTop(qsizetype row) const;
    qsizetype rowAt(qint64 position) const;
    qint64 height() const;
    /// The height to reckon with before a text of so many characters is read.
    static int estimatedHeight(qsizetype length, const EntryFrame &frame);
    /// The space above a leaf's own box inside its row.
    int gapAbove(qsizetype leaf) const;

    /// The space in the tail's row above the tail itself, where a code card ends.
    int tailGap() const;

    /// Makes the layout of a row unless it is there; true when the row's height changed.
    bool layOut(qsizetype row);
    bool isLaidOut(qsizetype row);
    /// Null until the leaf is laid out as it is now.
    const LeafLayout *layout(qsizetype leaf) const;
    /// As it was shown last, until it is laid out again.
    const LeafLayout *shownLayout(qsizetype leaf) const;
    /// What has to be painted anew.
    RowStamp stamp(qsizetype row) const;
    void evictOutside(qsizetype firstRow, qsizetype lastRow);
    quint64 layoutsMade() const { return m_layoutsMade; }
    QList<int> columnWidths(const Leaf &leaf) const;

private:
    struct LaidOut
    {
        std::unique_ptr<LeafLayout> layout;
        RowStamp stamp;
        bool colored = false;
        bool stale = false; ///< The leaf grew since.
    };

    void refresh();
    void forgetOtherText();
    int estimatedHeight(qsizetype leaf) const;
    void applyFold();
    const QList<CodeSpan> *colorsOf(qsizetype leaf);
    bool hasLayout(qsizetype leaf, bool colored) const;
    bool isOpenEnd(qsizetype leaf) const;
    void takeLeaves(qsizetype first);
    void markStale(qsizetype leaf);
    int textWidth(const Leaf &leaf) const;

    const EntryFrame &m_frame;
    const Role m_role;
    const TurnId m_id;
    Details m_details;
    EntryText m_text;
    int m_textNumber = 0; ///< What was laid out.
    std::optional<bool> m_wantsFolded;
    bool m_wasFolded = false; ///< What the heights of thoughts stand for.
    LinkDefinitions m_knownDefinitions;
    HeightIndex m_heights;
    std::unordered_map<qsizetype, LaidOut> m_layouts;
    TableColumns m_tables;
    EntryColors m_colors;
    qsizetype m_openEndLeaf = -1; ///< Laid out as the growing end of the text.
    quint64 m_generation = 0;
    quint64 m_layoutsMade = 0;
    quint64 m_stamp = 0;
    quint64 m_tailStamp = 0;
    mutable std::pair<quint64, quint64> m_tailKey; ///< Generation and stamp of the height below.
    mutable int m_tailHeight = 0;
};

} // namespace litedeck
