// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/Conversation.h"
#include "chat/transcript/BlockScanner.h"
#include "chat/transcript/EntryColors.h"
#include "chat/transcript/HeightIndex.h"
#include "chat/transcript/LeafLayout.h"
#include "chat/transcript/TableColumns.h"
#include "chat/transcript/TranscriptStyle.h"
#include "errors/WayOut.h"
#include "widgets/Tone.h"

#include <QDeadlineTimer>

#include <memory>
#include <unordered_map>

namespace litedeck {

/// What every entry is laid out for.
struct EntryFrame
{
    TranscriptStyle style;
    int width = 0;          ///< Of the text column.
    quint64 generation = 0; ///< Changes with style or width.
    CodeColorist *colorist = nullptr;
};

/// One message of the transcript: its leaves, their heights, and layouts of those in sight.
///
/// Rows are numbered from 0: the head with the name, then the leaves, then the tail with notice,
/// cost and actions. Text is read into leaves in slices, so that opening a long reply blocks
/// nobody.
class Entry
{
public:
    enum class Role : quint8 { User, Assistant };

    /// What stands around the text.
    struct Details
    {
        QString model;
        QString waitingText;
        QString costText;
        QString notice;
        Tone tone = Tone::Neutral;
        TurnState state = TurnState::Complete;
        QString finishReason;
        JobId jobId;
        bool hasError = false;
        QList<WayOut> waysOut; ///< Of the error.
        bool isQueued = false; ///< It is asked again later by itself.

        friend bool operator==(const Details &, const Details &) = default;
    };

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

    /// True while text has not been read into leaves.
    bool hasUnread() const { return m_read < m_source.size(); }
    /// Reads at least one slice and goes on until the deadline.
    void read(QDeadlineTimer deadline);

    qsizetype leafCount() const { return leaves().size(); }
    const QList<Leaf> &leaves() const;
    const BlockInfo &block(const Leaf &leaf) const;
    QString languageOf(int block) const;
    const LinkDefinitions &definitions() const;

    qsizetype rowCount() const { return leafCount() + 2; }
    qsizetype tailRow() const { return leafCount() + 1; }
    int rowHeight(qsizetype row) const;
    qint64 rowTop(qsizetype row) const;
    qsizetype rowAt(qint64 position) const;
    qint64 height() const;
    /// The space above a leaf's own box inside its row.
    int gapAbove(qsizetype leaf) const;

    /// The space in the tail's row above the tail itself, where a code card ends.
    int tailGap() const;

    /// Makes the layout of a row unless it is there; true when the row's height changed.
    bool layOut(qsizetype row);
    const LeafLayout *layout(qsizetype leaf) const;
    /// Changes whenever the row has to be painted anew.
    quint64 stamp(qsizetype row) const;
    void evictOutside(qsizetype firstRow, qsizetype lastRow);
    qsizetype layoutCount() const { return qsizetype(m_layouts.size()); }
    quint64 layoutsMade() const { return m_layoutsMade; }
    QList<int> columnWidths(const Leaf &leaf) const;

    /// The text that is shown, with list marks, one line a leaf.
    QString plainText() const;

private:
    struct LaidOut
    {
        std::unique_ptr<LeafLayout> layout;
        quint64 stamp = 0;
        bool colored = false;
    };

    void refresh();
    const QList<CodeSpan> *colorsOf(qsizetype leaf);
    bool isLaidOut(qsizetype leaf, bool colored) const;
    bool isOpenEnd(qsizetype leaf) const;
    void takeLeaves(qsizetype first);
    int textWidth(const Leaf &leaf) const;
    void readUserText();

    const EntryFrame &m_frame;
    const Role m_role;
    const TurnId m_id;
    Details m_details;
    QString m_source;
    qsizetype m_read = 0;
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
