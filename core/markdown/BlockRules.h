// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/MarkdownLeaf.h"

#include <QStringView>

#include <optional>

/// The line patterns of CommonMark 0.30 and of GitHub's tables; each looks at one line whose
/// container prefix is already taken off.
namespace litedeck::block {

struct Fence
{
    QChar mark;
    qsizetype length = 0;
    qsizetype indent = 0; ///< Taken off the lines inside.
    QStringView info;
};

struct ItemMarker
{
    QChar mark;           ///< '-', '+', '*', or the '.' or ')' after a number.
    int number = -1;      ///< Below 0 for a bullet.
    qsizetype width = 0;  ///< Of the mark without the space after it.
    qsizetype offset = 0; ///< Where the item's content starts.
    bool empty = false;   ///< Nothing follows the mark.
};

struct Definition
{
    QString label; ///< Folded.
    QString target;
};

/// Leading spaces (tabs are expanded before).
qsizetype indentOf(QStringView line);

/// The line with the tabs of its leading blanks and marks expanded to stops of four, as far as
/// they begin before a column.
QString expandLeadingTabs(QStringView line, qsizetype columns);

/// 1 to 6 when the line is an ATX heading, else 0.
int atxLevel(QStringView line);
QStringView atxText(QStringView line, int level);

/// 1 or 2 when the line underlines a paragraph, else 0.
int setextLevel(QStringView line);

bool isRule(QStringView line);

std::optional<Fence> fenceStart(QStringView line);
bool closesFence(QStringView line, QChar mark, qsizetype length);

std::optional<ItemMarker> itemMarker(QStringView line);

/// The columns when the line is a table's delimiter row, else empty.
QList<ColumnAlignment> delimiterRow(QStringView line);

/// The trimmed cells of a row; an escaped pipe stays in its cell as a plain one.
QStringList tableCells(QStringView line);

/// A link reference definition that fits on one line.
std::optional<Definition> definition(QStringView line);

/// The form in which link labels are compared.
QString foldedLabel(QStringView label);

/// True for an unfinished line that could still become another kind of block, so that showing it
/// would flicker.
bool isUndecided(QStringView partialLine);

} // namespace litedeck::block
