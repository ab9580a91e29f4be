// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/MarkdownLeaf.h"

#include <QFlags>
#include <QStringList>
#include <QStringView>

namespace litedeck {

enum class InlineStyle : quint8 {
    Strong = 1,
    Emphasis = 2,
    Code = 4,
    Strikethrough = 8,
};
Q_DECLARE_FLAGS(InlineStyles, InlineStyle)
Q_DECLARE_OPERATORS_FOR_FLAGS(InlineStyles)

/// A stretch of a leaf's text that does not look like plain text.
struct InlineSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    InlineStyles styles;
    int link = -1; ///< Index into the targets.

    friend bool operator==(const InlineSpan &, const InlineSpan &) = default;
};

/// The text of a leaf as it is shown, without marks.
struct InlineText
{
    QString text; ///< A hard break is QChar::LineSeparator.
    QList<InlineSpan> spans;
    QStringList targets; ///< Of the links, as written.

    friend bool operator==(const InlineText &, const InlineText &) = default;
};

/// Reads the inline part of CommonMark 0.30 with GitHub's strikethrough and bare links. Images
/// become links, HTML stays literal text except that `<br>` breaks the line.
/// An open end belongs to a leaf that is still growing: marks that wait for their partner count as
/// closed there, so that text does not first show its asterisks and then lose them.
InlineText parseInline(QStringView source, const LinkDefinitions &definitions,
                       bool openEnd = false);

} // namespace litedeck
