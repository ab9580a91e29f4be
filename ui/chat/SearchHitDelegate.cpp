// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/SearchHitDelegate.h"

#include "ui/chat/SearchHitsModel.h"
#include "ui/widgets/Theme.h"

#include <QPainter>
#include <QTextLayout>

namespace litedeck {

namespace {

constexpr int MostLines = 3;

QFont titleFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

/// The text in at most `lines` lines of the width, with the matches marked.
void layOut(QTextLayout &layout, const QList<SearchMatch> &matches, const Theme &theme, int width,
            int lines)
{
    QList<QTextLayout::FormatRange> marks;
    for (const SearchMatch &match : matches) {
        QTextLayout::FormatRange mark{match.start, match.length, {}};
        mark.format.setFontWeight(QFont::DemiBold);
        mark.format.setForeground(theme.text);
        mark.format.setBackground(theme.warningSoft);
        marks.append(mark);
    }
    layout.setFormats(marks);
    layout.beginLayout();
    qreal top = 0;
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, top});
        top += line.height();
    }
    layout.endLayout();
}

} // namespace

SearchHitDelegate::SearchHitDelegate(const SearchHitsModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{}

QSize SearchHitDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const bool isTitle = m_model.at(index.row()).excerpt.isEmpty();
    const int lines = isTitle ? 1 : 1 + MostLines;
    // A list asks for sizes without a rectangle; it widens what is narrower than itself.
    constexpr int AnyWidth = 40;
    return {AnyWidth, 2 * Spacing::S + lines * option.fontMetrics.lineSpacing()};
}

void SearchHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const SearchHit &hit = m_model.at(index.row());
    const Theme theme = Theme::of(option.palette);
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &background, painter,
                                        option.widget);

    const QRect box = option.rect.adjusted(Spacing::S, Spacing::S, -Spacing::S, -Spacing::S);
    const int line = option.fontMetrics.lineSpacing();
    const QFont font = titleFont(option.font);
    const QString title = QFontMetrics(font).elidedText(hit.title, Qt::ElideRight, box.width());
    const bool isTitle = hit.excerpt.isEmpty();
    painter->save();
    painter->setPen(theme.text);
    QTextLayout head(title, font);
    layOut(head, isTitle ? hit.matches : QList<SearchMatch>(), theme, box.width(), 1);
    head.draw(painter, box.topLeft());
    painter->setPen(theme.mutedText);
    QTextLayout excerpt(hit.excerpt, option.font);
    layOut(excerpt, isTitle ? QList<SearchMatch>() : hit.matches, theme, box.width(), MostLines);
    excerpt.draw(painter, box.topLeft() + QPoint(0, line));
    painter->restore();
}

} // namespace litedeck
