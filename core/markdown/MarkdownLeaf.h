// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace litedeck {

/// What one leaf of a message is; a leaf is the unit that is laid out once.
enum class LeafKind : quint8 {
    Paragraph,   ///< A paragraph, or a segment of a long one.
    Heading,     ///< A heading of level 1 to 6.
    CodeHead,    ///< The bar above a block of code; its source is the language.
    CodeLine,    ///< A line of code, or a segment of a long one.
    TableRow,    ///< A row with its pipes.
    Rule,        ///< A thematic break.
    Plain,       ///< Text without markup (a user's message).
    ThoughtHead, ///< Folds and unfolds the thoughts that follow it.
};

/// Whether a leaf of a kind has text that can be copied.
constexpr bool hasText(LeafKind kind)
{
    return kind != LeafKind::CodeHead && kind != LeafKind::Rule && kind != LeafKind::ThoughtHead;
}

/// The mark of a list item, drawn beside the item's first leaf.
struct ListMarker
{
    enum class Kind : quint8 { Bullet, Number, Unchecked, Checked };

    Kind kind = Kind::Bullet;
    quint8 depth = 0; ///< Index of the item in the leaf's containers.
    QChar delimiter;  ///< '.' or ')' after a number.
    int number = 0;

    friend bool operator==(const ListMarker &, const ListMarker &) = default;
};

/// The smallest piece of a message that has a layout of its own.
struct Leaf
{
    LeafKind kind = LeafKind::Paragraph;
    quint8 level = 0;          ///< Of a heading.
    bool header = false;       ///< A table's first row.
    bool blankBefore = false;  ///< A blank line stands above it.
    bool continued = false;    ///< Goes on where the leaf above was cut.
    int block = 0;             ///< Index into the blocks; lines of one code block share it.
    QByteArray containers;     ///< 't' (thought), 'q' (quote), 'i' (list item), outermost first.
    QList<ListMarker> markers; ///< Of the items that begin with this leaf.
    QString source;            ///< Inline Markdown, code or a table row.

    friend bool operator==(const Leaf &, const Leaf &) = default;
};

enum class ColumnAlignment : quint8 { None, Left, Center, Right };

/// What all leaves of a block share.
struct BlockInfo
{
    QString language;               ///< First word after a fence.
    QList<ColumnAlignment> columns; ///< Of a table.

    friend bool operator==(const BlockInfo &, const BlockInfo &) = default;
};

/// Targets of reference links by their folded label.
using LinkDefinitions = QHash<QString, QString>;

/// The longest source of a text leaf in UTF-16 units; longer ones are cut so that one layout stays
/// below 2 ms.
inline constexpr qsizetype MaxLeafLength = 2048;

} // namespace litedeck
