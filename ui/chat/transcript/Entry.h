// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/BlockScanner.h"
#include "core/markdown/ReplyReader.h"
#include "ui/chat/transcript/EntryColors.h"
#include "ui/chat/transcript/EntryDetails.h"
#include "ui/chat/transcript/HeightIndex.h"
#include "ui/chat/transcript/LeafLayout.h"
#include "ui/chat/transcript/TableColumns.h"

#include <QDeadlineTimer>

#include <memory>
#include <unordered_map>

namespace litedeck {

/// One message of the transcript: its leaves, their heights, and layouts of those in sight.
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
    const QString &source() const { return m_source; }
    const Details &details() const { return m_details; }
    void setDetails(const Details &details);

    /// Replaces the text; keeps all leaves when it only grew.
    void setSource(const QString &source);
    void append(const QString &text);
    /// Changes when the text becomes another one instead of a longer one.
    int textNumber() const { return m_textNumber; }
    /// The same for what the model thought aloud.
    void setReasoning(const QString &reasoning);
    void appendReasoning(const QString &text);

    /// True while text has not been read into leaves.
    bool hasUnread() const;
    /// Reads at least one slice and goes on until the deadline.
    void read(QDeadlineTimer deadline);

    qsizetype leafCount() const { return leaves().size(); }
    const QList<Leaf> &leaves() const;
    /// The leaves that the whole text has, read into a scanner of the caller's.
    QList<Leaf> freshLeaves(BlockScanner &scanner) const;
    qsizetype completeLeaves() const; ///< As BlockScanner::completeLeaves().
    const BlockInfo &block(const Leaf &leaf) const;
    QString languageOf(int block) const;
    const LinkDefinitions &definitions() const;

    bool hasThoughts() const { return thoughtLeaves() > 0; }
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
    qsizetype layoutCount() const { return qsizetype(m_layouts.size()); }
    quint64 layoutsMade() const { return m_layoutsMade; }
    QList<int> columnWidths(const Leaf &leaf) const;

    /// The reply as it is shown, with list marks, one line a leaf; without thoughts.
    QString plainText() const;
    QString plainThoughts() const;

private:
    struct LaidOut
    {
        std::unique_ptr<LeafLayout> layout;
        RowStamp stamp;
        bool colored = false;
        bool stale = false; ///< The leaf grew since.
    };

    void refresh();
    void restart();
    ReplyReader::Texts texts() const;
    qsizetype thoughtLeaves() const { return m_scanner ? m_scanner->thoughtLeaves() : 0; }
    int estimatedHeight(qsizetype leaf) const;
    void applyFold();
    const QList<CodeSpan> *colorsOf(qsizetype leaf);
    bool hasLayout(qsizetype leaf, bool colored) const;
    bool isOpenEnd(qsizetype leaf) const;
    void takeLeaves(qsizetype first);
    void markStale(qsizetype leaf);
    int textWidth(const Leaf &leaf) const;
    void readUserText();

    const EntryFrame &m_frame;
    const Role m_role;
    const TurnId m_id;
    Details m_details;
    QString m_source;
    int m_textNumber = 0;
    QString m_reasoning;
    ReplyReader m_reader;
    bool m_isLate = false; ///< Thoughts came after the reply had begun; they wait for its end.
    std::optional<bool> m_wantsFolded;
    bool m_wasFolded = false;                ///< What the heights of thoughts stand for.
    std::unique_ptr<BlockScanner> m_scanner; ///< Of an assistant's text.
    QList<Leaf> m_userLeaves;
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
