// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/InlineParser.h"
#include "ui/chat/transcript/CodeHighlighter.h"
#include "ui/chat/transcript/TranscriptStyle.h"

#include <QRect>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace litedeck {

/// A selected stretch of a leaf's text.
struct TextRange
{
    qsizetype start = 0;
    qsizetype end = 0;

    bool isEmpty() const { return start >= end; }
};

class LeafLayout;

/// What a leaf's layout depends on beside the leaf itself.
struct LeafContext
{
    const BlockInfo &block;
    const LinkDefinitions &definitions;
    const TranscriptStyle &style;
    int width = 0;                           ///< In device-independent pixels.
    QList<int> columnWidths;                 ///< Of a table's rows.
    const QList<CodeSpan> *colors = nullptr; ///< Of a line of code, as soon as they are known.
    bool openEnd = false;                    ///< The last leaf of a growing text.
    /// Of the same leaf and style before its text grew; loses what the new layout can go on using.
    LeafLayout *before = nullptr;
};

/// What is marked in a leaf's text.
struct LeafMarks
{
    TextRange selection;
    QList<TextRange> found;
    TextRange current; ///< Of what was found.
};

/// The shown text of a leaf; the cells of a row are parted by tabs.
QString leafText(const Leaf &leaf, const LinkDefinitions &definitions);

/// How the styles and links of a text in a font look.
QList<QTextLayout::FormatRange> inlineFormats(const InlineText &content, const QFont &font,
                                              const TranscriptStyle &style);

/// How a line of code looks; plain as long as its colors are not known (null).
QList<QTextLayout::FormatRange> codeFormats(const QList<CodeSpan> *colors,
                                            const TranscriptStyle &style);

/// A row's looks.
struct RowStamp
{
    quint64 current = 0;  ///< Changes whenever the row has to be painted anew.
    quint64 previous = 0; ///< What it looked like before, down to the unchanged height.
    int unchangedHeight = 0;
};

/// A leaf with its lines broken for a width: what shaping costs is paid here, once.
class LeafLayout
{
public:
    LeafLayout(const Leaf &leaf, const LeafContext &context);
    Q_DISABLE_COPY_MOVE(LeafLayout)

    int height() const { return m_height; }
    /// Down to here it looks like the layout before it.
    int unchangedHeight() const { return m_unchangedHeight; }
    qsizetype textLength() const { return m_textLength; }
    bool isRightToLeft() const;

    /// Draws the text; lines outside the clip are left out.
    void draw(QPainter &painter, QPoint origin, const QRect &clip, const LeafMarks &marks,
              const TranscriptStyle &style) const;

    /// The line that holds a text offset, relative to the layout's origin.
    QRect lineRect(qsizetype offset) const;

    /// The text offset nearest to a point relative to the layout's origin.
    qsizetype offsetAt(QPointF point) const;

    /// The target of the link at a point; empty where there is none.
    QString linkAt(QPointF point) const;

private:
    struct Part
    {
        std::unique_ptr<QTextLayout> layout;
        QPointF origin;
        qsizetype start = 0; ///< Of its text in the leaf's text.
        InlineText content;
    };

    void addPart(InlineText content, const QFont &font,
                 const QList<QTextLayout::FormatRange> &formats, QRectF room,
                 Qt::Alignment alignment, int lineHeight, bool code);
    void addRow(const Leaf &leaf, const LeafContext &context);
    void addParagraph(const InlineText &content, const QFont &font, const LeafContext &context);
    void takeSettled(LeafLayout &before, const InlineText &content);
    void compareLines(const Part &now, const Part &before);
    static qsizetype settlingLength(const Part &part);
    const Part &partAt(QPointF point) const;
    void drawCodeSpans(QPainter &painter, const Part &part, QPointF origin, const QRect &clip,
                       const TranscriptStyle &style) const;
    void drawMark(QPainter &painter, const Part &part, QPointF origin, TextRange range,
                  const QColor &color) const;

    /// The cells of a row, or stretches of a paragraph below one another.
    std::vector<Part> m_parts;
    QFont m_font; ///< Of a paragraph.
    int m_width = 0;
    int m_lineHeight = 0;
    int m_height = 0;
    int m_unchangedHeight = 0;
    qsizetype m_textLength = 0;
};

} // namespace litedeck
