// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/LeafLayout.h"

#include "core/markdown/BlockRules.h"

#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

InlineText plainContent(const QString &text)
{
    return InlineText{text, {}, {}};
}

Qt::Alignment alignmentOf(const BlockInfo &block, qsizetype column)
{
    switch (block.columns.value(column)) {
    case ColumnAlignment::Center:
        return Qt::AlignHCenter;
    case ColumnAlignment::Right:
        return Qt::AlignRight | Qt::AlignAbsolute;
    case ColumnAlignment::Left:
    case ColumnAlignment::None:
        break;
    }
    return Qt::AlignLeft;
}

} // namespace

QString leafText(const Leaf &leaf, const LinkDefinitions &definitions)
{
    switch (leaf.kind) {
    case LeafKind::CodeHead:
    case LeafKind::Rule:
    case LeafKind::ThoughtHead:
        return {};
    case LeafKind::CodeLine:
    case LeafKind::Plain:
        return leaf.source;
    case LeafKind::TableRow: {
        QStringList cells = block::tableCells(leaf.source);
        for (QString &cell : cells)
            cell = parseInline(cell, definitions).text;
        return cells.join(u'\t');
    }
    case LeafKind::Paragraph:
    case LeafKind::Heading:
        break;
    }
    return parseInline(leaf.source, definitions).text;
}

LeafLayout::LeafLayout(const Leaf &leaf, const LeafContext &context)
    : m_lineHeight(context.style.lineHeightFor(leaf))
{
    const TranscriptStyle &style = context.style;
    const QFont font = style.fontFor(leaf);
    const QRectF room(0, 0, context.width, 0);
    switch (leaf.kind) {
    case LeafKind::CodeHead:
        m_height = TranscriptStyle::CodeHeadHeight;
        return;
    case LeafKind::Rule:
        m_height = 1;
        return;
    case LeafKind::ThoughtHead:
        m_height = TranscriptStyle::ThoughtHeadHeight;
        return;
    case LeafKind::CodeLine:
        addPart(plainContent(leaf.source), font, codeFormats(context.colors, style),
                room.adjusted(TranscriptStyle::CardPadding, 0, -TranscriptStyle::CardPadding, 0),
                Qt::AlignLeft, m_lineHeight, true);
        return;
    case LeafKind::Plain:
        addPart(plainContent(leaf.source), font, {}, room, Qt::AlignLeft, m_lineHeight, false);
        return;
    case LeafKind::Paragraph:
    case LeafKind::Heading: {
        addParagraph(parseInline(leaf.source, context.definitions, context.openEnd), font, context);
        return;
    }
    case LeafKind::TableRow:
        addRow(leaf, context);
        return;
    }
}

void LeafLayout::addRow(const Leaf &leaf, const LeafContext &context)
{
    QFont font = context.style.fontFor(leaf);
    if (leaf.header)
        font.setWeight(QFont::DemiBold);
    const int padding = TranscriptStyle::CellPadding;
    QStringList cells = block::tableCells(leaf.source);
    cells.resize(std::min(cells.size(), context.columnWidths.size()));
    qreal x = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QRectF cell(x + padding, padding - 2, context.columnWidths[i] - 2 * padding, 0);
        const bool last = i + 1 == cells.size();
        if (i > 0)
            ++m_textLength; // The tab.
        InlineText content = parseInline(cells[i], context.definitions, context.openEnd && last);
        const auto formats = inlineFormats(content, font, context.style);
        addPart(std::move(content), font, formats, cell, alignmentOf(context.block, i),
                m_lineHeight, false);
        x += context.columnWidths[i];
    }
    m_height = std::max(m_height, m_lineHeight + padding - 2) + padding - 2;
}

void LeafLayout::addPart(InlineText content, const QFont &font,
                         const QList<QTextLayout::FormatRange> &formats, QRectF room,
                         Qt::Alignment alignment, int lineHeight, bool code)
{
    Part part;
    part.start = m_textLength;
    part.origin = room.topLeft();
    part.layout = std::make_unique<QTextLayout>(content.text, font);
    part.layout->setCacheEnabled(true);
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    if (code) {
        option.setTextDirection(Qt::LeftToRight);
        option.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(u' '));
    } else {
        const bool rightToLeft = content.text.isRightToLeft();
        option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        if (rightToLeft && alignment == Qt::AlignLeft)
            option.setAlignment(Qt::AlignRight);
    }
    part.layout->setTextOption(option);
    part.layout->setFormats(formats);

    const QFontMetricsF metrics(font);
    const qreal baseline = std::floor((lineHeight + metrics.ascent() - metrics.descent()) / 2);
    // Wrapped code goes on further in than it began.
    qsizetype indent = 0;
    while (code && indent < std::min<qsizetype>(content.text.size(), 40) &&
           content.text[indent].isSpace())
        ++indent;
    const qreal hang = code ? qreal(indent + 2) * metrics.horizontalAdvance(u' ') : 0;
    qreal y = 0;
    part.layout->beginLayout();
    for (QTextLine line = part.layout->createLine(); line.isValid();
         line = part.layout->createLine()) {
        const qreal x = y > 0 ? hang : 0;
        line.setLineWidth(std::max<qreal>(room.width() - x, 24));
        line.setPosition({x, y + baseline - line.ascent()});
        y += lineHeight;
    }
    part.layout->endLayout();
    m_height = std::max(m_height, int(std::ceil(room.top() + std::max<qreal>(y, lineHeight))));
    m_textLength = part.start + content.text.size();
    part.content = std::move(content);
    m_parts.push_back(std::move(part));
}

bool LeafLayout::isRightToLeft() const
{
    return m_parts.size() == 1 &&
           m_parts.front().layout->textOption().textDirection() == Qt::RightToLeft;
}

void LeafLayout::draw(QPainter &painter, QPoint origin, const QRect &clip, const LeafMarks &marks,
                      const TranscriptStyle &style) const
{
    for (const Part &part : m_parts) {
        const QPointF at = QPointF(origin) + part.origin;
        const QPen pen = painter.pen();
        drawCodeSpans(painter, part, at, clip, style);
        painter.setPen(pen);
        QList<QTextLayout::FormatRange> marked;
        const auto mark = [&](TextRange whole, const QColor &color) {
            const TextRange range{std::max<qsizetype>(whole.start - part.start, 0),
                                  std::min(whole.end - part.start, part.content.text.size())};
            if (range.isEmpty())
                return;
            drawMark(painter, part, at, range, color);
            QTextCharFormat format;
            format.setForeground(style.theme.text);
            marked.append({int(range.start), int(range.end - range.start), format});
        };
        for (const TextRange &range : marks.found)
            mark(range, style.found);
        mark(marks.current, style.foundCurrent);
        mark(marks.selection, style.selection);
        part.layout->draw(&painter, at, marked, clip);
    }
}

QRect LeafLayout::lineRect(qsizetype offset) const
{
    const auto after = std::find_if(m_parts.cbegin(), m_parts.cend(),
                                    [offset](const Part &part) { return part.start > offset; });
    if (after == m_parts.cbegin())
        return {0, 0, 1, std::max(m_height, 1)};
    const Part &part = *std::prev(after);
    const QTextLine line = part.layout->lineForTextPosition(int(offset - part.start));
    const int number = line.isValid() ? line.lineNumber() : 0;
    return {part.origin.toPoint() + QPoint(0, number * m_lineHeight), QSize(1, m_lineHeight)};
}

void LeafLayout::drawCodeSpans(QPainter &painter, const Part &part, QPointF origin,
                               const QRect &clip, const TranscriptStyle &style) const
{
    for (const InlineSpan &span : part.content.spans) {
        if (!(span.styles & InlineStyle::Code))
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.codeBackground);
        for (int i = 0; i < part.layout->lineCount(); ++i) {
            const QTextLine line = part.layout->lineAt(i);
            const int from = std::max(int(span.start), line.textStart());
            const int to =
                std::min(int(span.start + span.length), line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const qreal a = line.cursorToX(from);
            const qreal b = line.cursorToX(to);
            const QRectF pill =
                QRectF(std::min(a, b), i * m_lineHeight + 2.0, std::abs(b - a), m_lineHeight - 4.0)
                    .translated(origin)
                    .adjusted(-2, 0, 2, 0);
            if (pill.intersects(clip))
                painter.drawRoundedRect(pill, 4, 4);
        }
    }
}

void LeafLayout::drawMark(QPainter &painter, const Part &part, QPointF origin, TextRange range,
                          const QColor &color) const
{
    for (int i = 0; i < part.layout->lineCount(); ++i) {
        const QTextLine line = part.layout->lineAt(i);
        const int from = std::max(int(range.start), line.textStart());
        const int to = std::min(int(range.end), line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const qreal a = line.cursorToX(from);
        const qreal b = line.cursorToX(to);
        painter.fillRect(QRectF(std::min(a, b), i * m_lineHeight, std::abs(b - a), m_lineHeight)
                             .translated(origin),
                         color);
    }
}

const LeafLayout::Part &LeafLayout::partAt(QPointF point) const
{
    const auto begins = [point, top = m_parts.front().origin.y()](const Part &part) {
        const bool isBelow = part.origin.y() > top;
        return isBelow ? point.y() >= part.origin.y()
                       : point.x() >= part.origin.x() - TranscriptStyle::CellPadding;
    };
    const auto found = std::find_if(m_parts.crbegin(), std::prev(m_parts.crend()), begins);
    return *found;
}

qsizetype LeafLayout::offsetAt(QPointF point) const
{
    if (m_parts.empty())
        return 0;
    const Part &part = partAt(point);
    const QPointF inside = point - part.origin;
    const int lines = part.layout->lineCount();
    if (lines == 0)
        return part.start;
    if (inside.y() < 0 && part.start == 0)
        return 0;
    const int index = std::clamp(int(inside.y() / m_lineHeight), 0, lines - 1);
    const int offset = part.layout->lineAt(index).xToCursor(inside.x());
    // The space at the end of a stretch's last line is followed by another line.
    const bool goesOn = m_parts.back().origin.y() > part.origin.y();
    return part.start + (goesOn && offset == part.content.text.size() ? offset - 1 : offset);
}

QString LeafLayout::linkAt(QPointF point) const
{
    if (m_parts.empty())
        return {};
    const Part &part = partAt(point);
    const QPointF inside = point - part.origin;
    const int index = int(std::floor(inside.y() / m_lineHeight));
    if (index < 0 || index >= part.layout->lineCount())
        return {};
    const QTextLine line = part.layout->lineAt(index);
    if (!line.naturalTextRect().adjusted(0, -m_lineHeight, 0, m_lineHeight).contains(inside))
        return {};
    const int offset = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
    for (const InlineSpan &span : part.content.spans) {
        if (span.link >= 0 && offset >= span.start && offset < span.start + span.length)
            return part.content.targets.value(span.link);
    }
    return {};
}

} // namespace litedeck
