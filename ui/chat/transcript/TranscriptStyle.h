// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/MarkdownLeaf.h"
#include "ui/widgets/Theme.h"

#include <QFont>

#include <array>
#include <optional>

namespace litedeck {

/// Whether a leaf of a kind stands on the card of a block of code.
constexpr bool isCode(LeafKind kind)
{
    return kind == LeafKind::CodeHead || kind == LeafKind::CodeLine;
}

/// Widths of characters, for estimates.
struct CharWidths
{
    int body = 0;                    ///< Mean width of the body font's.
    int code = 0;                    ///< The same of the font of code.
    std::array<quint8, 128> ascii{}; ///< Each one of the body font.
};

/// Fonts, colours and distances of the transcript; everything that is drawn reads them from here.
struct TranscriptStyle
{
    TranscriptStyle(const QFont &font, const QPalette &palette);

    Theme theme;
    QColor selection;      ///< Behind selected text.
    QColor found;          ///< Behind text that was looked for.
    QColor foundCurrent;   ///< Behind the one that was gone to.
    QColor codeBackground; ///< Behind code inside a paragraph.
    QFont body;
    QFont mono;       ///< Blocks of code.
    QFont inlineMono; ///< Code inside a paragraph.
    QFont label;      ///< Names above messages.
    QFont small;      ///< Cost lines, actions, languages.
    std::array<QFont, 6> headings;
    int lineHeight = 0; ///< Of body text.
    int codeLineHeight = 0;
    int smallLineHeight = 0;

    /// Measured when first asked for: fonts that nothing was drawn with yet take long to read. Only
    /// one thread may ask a style.
    const CharWidths &charWidths() const;
    QFont fontFor(const Leaf &leaf) const;
    int lineHeightFor(const Leaf &leaf) const;

    /// The empty space between two leaves of a message; the upper one is null at the top.
    int gap(const Leaf *above, const Leaf &leaf) const;

    /// The space that a leaf's containers take up at its leading side.
    int indentOf(const Leaf &leaf) const { return indentOf(leaf, leaf.containers.size()); }
    /// The space that the outermost of them take up.
    int indentOf(const Leaf &leaf, qsizetype containers) const;
    int containerWidth(char container) const;

    /// A height to reckon with until the leaf is laid out.
    int estimatedHeight(const Leaf &leaf, int width) const;

    static constexpr int Measure = 780;          ///< Widest text.
    static constexpr int CardPadding = 14;       ///< Inside code cards and user messages.
    static constexpr qsizetype MaxIndents = 8;   ///< Deeper nesting moves in no further.
    static constexpr int CodeHeadHeight = 34;    ///< Height of the bar above code.
    static constexpr int ThoughtHeadHeight = 30; ///< What folds thoughts.
    static constexpr int CodeCapHeight = 10;     ///< Below the last line of a code card.
    static constexpr int CellPadding = 10;

private:
    mutable std::optional<CharWidths> m_charWidths;
};

} // namespace litedeck
