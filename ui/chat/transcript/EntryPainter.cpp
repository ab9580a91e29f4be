// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/EntryPainter.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Beside the label that folds thoughts.
constexpr int ChevronWidth = 16;

} // namespace

EntryPainter::EntryPainter(QPainter &painter, const Entry &entry, const QRect &clip)
    : m_painter(painter)
    , m_entry(entry)
    , m_style(entry.frame().style)
    , m_clip(clip)
{}

void EntryPainter::drawBand(const QRect &entryRect)
{
    if (m_entry.role() != Entry::Role::User || !entryRect.intersects(m_clip))
        return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.theme.accentSoft);
    m_painter.drawRoundedRect(entryRect.adjusted(0, EntryChrome::topMargin(m_entry), 0, 0),
                              Radius::M, Radius::M);
}

void EntryPainter::drawHead(const QRect &row, const Interaction &interaction)
{
    const QRect label = EntryChrome::labelRect(m_entry).translated(row.topLeft());
    m_painter.setFont(m_style.label);
    m_painter.setPen(m_entry.role() == Entry::Role::User ? m_style.theme.text
                                                         : m_style.theme.mutedText);
    m_painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, EntryChrome::name(m_entry));
    if (m_entry.role() == Entry::Role::User)
        drawButtons(row, interaction);
}

void EntryPainter::drawTail(const QRect &row, const Interaction &interaction)
{
    if (m_entry.role() == Entry::Role::User)
        return;
    const Entry::Details &details = m_entry.details();
    const QRect waiting = EntryChrome::waitingRect(m_entry);
    if (waiting.height() > 0) {
        m_painter.setFont(m_style.body);
        m_painter.setPen(m_style.theme.mutedText);
        m_painter.drawText(waiting.translated(row.topLeft()), Qt::AlignLeft | Qt::AlignVCenter,
                           details.waitingText);
    }
    const QRect notice = EntryChrome::noticeRect(m_entry).translated(row.topLeft());
    if (notice.height() > 0) {
        const ToneColors colors = toneColors(m_style.theme, details.tone);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colors.background);
        m_painter.drawRoundedRect(notice, Radius::S, Radius::S);
        m_painter.setFont(m_style.small);
        m_painter.setPen(colors.text);
        m_painter.drawText(notice.adjusted(Spacing::L, 0, -Spacing::L, 0),
                           Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, details.notice);
    }
    const QRect cost = EntryChrome::costRect(m_entry).translated(row.topLeft());
    if (cost.width() > 0) {
        m_painter.setFont(m_style.small);
        m_painter.setPen(m_style.theme.mutedText);
        m_painter.drawText(cost, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                           EntryChrome::costLine(m_entry));
    }
    drawButtons(row, interaction);
}

void EntryPainter::drawButtons(const QRect &row, const Interaction &interaction)
{
    m_painter.setFont(m_style.small);
    for (const EntryChrome::Button &button : EntryChrome::buttons(m_entry)) {
        const QRect rect = button.rect.translated(row.topLeft());
        const bool hovered = interaction.hovered == button.action;
        const bool focused = interaction.focused == button.action;
        if (hovered || focused)
            drawLight(rect, focused);
        drawButtonText(rect, button.text, hovered || focused, interaction.copied == button.action);
    }
}

void EntryPainter::drawBox(const QRectF &box, const QPen &pen, const QColor &fill)
{
    m_painter.setPen(pen);
    m_painter.setBrush(fill);
    m_painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Radius::S, Radius::S);
}

void EntryPainter::drawLight(const QRectF &button, bool focused)
{
    drawBox(button, focused ? QPen(m_style.theme.accent, 1.5) : QPen(Qt::NoPen),
            m_style.theme.raised);
}

void EntryPainter::drawButtonText(const QRect &button, const QString &text, bool lit, bool copied)
{
    m_painter.setPen(copied ? m_style.theme.success
                     : lit  ? m_style.theme.text
                            : m_style.theme.mutedText);
    m_painter.drawText(button, Qt::AlignCenter, copied ? EntryChrome::copiedText() : text);
}

void EntryPainter::drawCodeCard(const QRect &card)
{
    // Curves cost by the height of what they enclose, so only the ends of the card are drawn so.
    constexpr int End = 2 * Radius::S;
    const QRect sides = card.adjusted(0, End - 1, 0, 1 - End);
    const QColor border = m_style.theme.border;
    m_painter.fillRect(sides, m_style.theme.raised);
    m_painter.fillRect(QRect(sides.left(), sides.top(), 1, sides.height()), border);
    m_painter.fillRect(QRect(sides.right(), sides.top(), 1, sides.height()), border);
    drawCardEnd(card, QRect(card.left(), card.top(), card.width(), End));
    drawCardEnd(card, QRect(card.left(), card.bottom() + 1 - End, card.width(), End));
}

void EntryPainter::drawCardEnd(const QRect &card, const QRect &end)
{
    if (!end.intersects(m_clip))
        return;
    const QRect outline = card & end.adjusted(0, -end.height(), 0, end.height());
    m_painter.save();
    m_painter.setClipRect(end, Qt::IntersectClip);
    drawBox(outline, QPen(m_style.theme.border, 1), m_style.theme.raised);
    m_painter.restore();
}

QRect EntryPainter::codeButtonRect(const QRect &bar, const TranscriptStyle &style)
{
    const int width =
        QFontMetrics(style.small).horizontalAdvance(EntryChrome::copiedText()) + 2 * Spacing::M;
    return {bar.right() + 1 - width - Spacing::XS, bar.top() + 4, width, bar.height() - 8};
}

void EntryPainter::drawCodeBar(const QRect &bar, const QString &language,
                               const Interaction &interaction, int block)
{
    m_painter.setFont(m_style.small);
    m_painter.setPen(m_style.theme.mutedText);
    m_painter.drawText(bar.adjusted(TranscriptStyle::CardPadding, 0, 0, 0),
                       Qt::AlignLeft | Qt::AlignVCenter, language);
    const QRect button = codeButtonRect(bar, m_style);
    const bool hovered = interaction.hoveredCode == block;
    if (hovered)
        drawBox(button, QPen(m_style.theme.border, 1), m_style.theme.surface);
    drawButtonText(button, EntryChrome::actionText(EntryAction::Copy), hovered,
                   interaction.copiedCode == block);
}

QRect EntryPainter::leafBox(const QRect &row, const Entry &entry, qsizetype index)
{
    const int side = EntryChrome::sidePadding(entry);
    const int indent = entry.frame().style.indentOf(entry.leaves()[index]);
    const LeafLayout *layout = entry.shownLayout(index);
    const bool rightToLeft = layout && layout->isRightToLeft();
    return row.adjusted(side + (rightToLeft ? 0 : indent), entry.gapAbove(index),
                        -side - (rightToLeft ? indent : 0), 0);
}

void EntryPainter::drawThoughtHead(const QRect &box, const Interaction &interaction)
{
    const bool focused = interaction.focused && interaction.focused->foldsThoughts();
    const bool lit = focused || (interaction.hovered && interaction.hovered->foldsThoughts());
    const QString label = EntryChrome::thoughtLabel(m_entry);
    const int width = ChevronWidth + QFontMetrics(m_style.small).horizontalAdvance(label) + 16;
    const QRectF button(box.left() - 6, box.top() + 3, width, box.height() - 6);
    if (lit)
        drawLight(button, focused);
    const QColor color = lit ? m_style.theme.text : m_style.theme.mutedText;
    m_painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c(box.left() + 5, QRectF(box).center().y());
    const QPolygonF right({c + QPointF(-2, -4), c + QPointF(2, 0), c + QPointF(-2, 4)});
    const QPolygonF down({c + QPointF(-4, -2), c + QPointF(0, 2), c + QPointF(4, -2)});
    m_painter.drawPolyline(m_entry.isFolded() ? right : down);
    m_painter.setFont(m_style.small);
    m_painter.setPen(color);
    m_painter.drawText(box.adjusted(ChevronWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                       label);
}

void EntryPainter::drawLeaf(const QRect &row, qsizetype index, const LeafMarks &marks,
                            const Interaction &interaction)
{
    const Leaf &leaf = m_entry.leaves()[index];
    const LeafLayout *layout = m_entry.shownLayout(index);
    if (!layout)
        return;
    const bool rightToLeft = layout->isRightToLeft();
    drawQuoteBars(row, leaf, index > 0 ? &m_entry.leaves()[index - 1] : nullptr, rightToLeft);
    const QRect box = leafBox(row, m_entry, index);
    if (leaf.kind == LeafKind::ThoughtHead)
        return drawThoughtHead(box, interaction);
    if (leaf.kind == LeafKind::Rule) {
        m_painter.fillRect(box, m_style.theme.border);
        return;
    }
    if (leaf.kind == LeafKind::TableRow)
        drawTableRow(box, leaf);
    drawMarkers(box, leaf, rightToLeft);
    const bool isMuted = leaf.containers.contains('q') || leaf.containers.startsWith('t');
    m_painter.setPen(isMuted ? m_style.theme.mutedText : m_style.theme.text);
    layout->draw(m_painter, box.topLeft(), m_clip, marks, m_style);
}

void EntryPainter::drawQuoteBars(const QRect &row, const Leaf &leaf, const Leaf *above,
                                 bool rightToLeft)
{
    const qsizetype depth = std::min(leaf.containers.size(), TranscriptStyle::MaxIndents);
    for (qsizetype i = 0; i < depth; ++i) {
        if (leaf.containers[i] == 'i')
            continue;
        const bool goesOn = above && above->containers.size() > i &&
                            above->containers.first(i + 1) == leaf.containers.first(i + 1);
        const int top = goesOn || !above ? row.top() : row.top() + m_style.gap(above, leaf);
        const int distance = m_style.indentOf(leaf, i);
        const int x = rightToLeft ? row.right() - 2 - distance : row.left() + distance;
        m_painter.fillRect(QRect(x, top, 3, row.bottom() + 1 - top), m_style.theme.border);
    }
}

void EntryPainter::drawMarkers(const QRect &box, const Leaf &leaf, bool rightToLeft)
{
    const int lineHeight = m_style.lineHeightFor(leaf);
    const int gutter = m_style.containerWidth('i');
    for (const ListMarker &marker : leaf.markers) {
        const int distance = m_style.indentOf(leaf) - m_style.indentOf(leaf, marker.depth + 1);
        const int left = rightToLeft ? box.right() + 1 + distance : box.left() - distance - gutter;
        const QRect place(left, box.top(), gutter, lineHeight);
        if (!place.adjusted(-gutter, 0, gutter, 0).intersects(m_clip))
            continue;
        m_painter.setFont(m_style.body);
        const auto depth = leaf.containers.first(marker.depth).count('i');
        const QPointF center = QRectF(place).center() + QPointF(rightToLeft ? -2 : 2, 0.5);
        switch (marker.kind) {
        case ListMarker::Kind::Number:
            m_painter.setPen(m_style.theme.mutedText);
            m_painter.drawText(rightToLeft ? place.adjusted(7, 0, gutter, 0)
                                           : place.adjusted(-gutter, 0, -7, 0),
                               Qt::AlignVCenter | (rightToLeft ? Qt::AlignLeft : Qt::AlignRight),
                               QString::number(marker.number) + marker.delimiter);
            break;
        case ListMarker::Kind::Bullet:
            m_painter.setPen(QPen(m_style.theme.mutedText, 1.2));
            m_painter.setBrush(depth % 2 ? QBrush(Qt::NoBrush) : QBrush(m_style.theme.mutedText));
            m_painter.drawEllipse(center, 2.3, 2.3);
            break;
        case ListMarker::Kind::Unchecked:
        case ListMarker::Kind::Checked:
            drawCheckBox(center - QPointF(rightToLeft ? -5 : 5, 0),
                         marker.kind == ListMarker::Kind::Checked);
            break;
        }
    }
}

void EntryPainter::drawCheckBox(QPointF center, bool checked)
{
    const QRectF box(center.x() - 7, center.y() - 7, 14, 14);
    m_painter.setPen(QPen(checked ? m_style.theme.accent : m_style.theme.mutedText, 1.4));
    m_painter.setBrush(checked ? QBrush(m_style.theme.accent) : QBrush(Qt::NoBrush));
    m_painter.drawRoundedRect(box, 3, 3);
    if (!checked)
        return;
    m_painter.setPen(QPen(m_style.theme.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawPolyline(
        QPolygonF({box.topLeft() + QPointF(3.2, 7.4), box.topLeft() + QPointF(6, 10),
                   box.topLeft() + QPointF(10.8, 4.4)}));
}

void EntryPainter::drawTableRow(const QRect &row, const Leaf &leaf)
{
    const QList<int> widths = m_entry.columnWidths(leaf);
    const int width = std::accumulate(widths.cbegin(), widths.cend(), 0);
    const QRect line(row.left(), row.bottom(), std::min(width, row.width()), 1);
    if (leaf.header) {
        m_painter.fillRect(QRect(line.left(), row.top(), line.width(), row.height()),
                           m_style.theme.raised);
    }
    m_painter.fillRect(line, m_style.theme.border);
}

} // namespace litedeck
