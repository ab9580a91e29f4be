// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ConversationDelegate.h"

#include "ui/chat/ConversationFilter.h"
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/Tone.h"

#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr int MarkSize = 14;

/// The row without the heading above it.
QStyleOptionViewItem rowBelowHeading(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QStyleOptionViewItem row = option;
    row.rect.setTop(row.rect.top() + ConversationDelegate::headingHeight(index));
    return row;
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &heading,
                  int height)
{
    QFont font = Fonts::small();
    font.setWeight(QFont::DemiBold);
    const QRect box(option.rect.left() + Spacing::S, option.rect.top(),
                    option.rect.width() - 2 * Spacing::S, height - Spacing::XS);
    painter.save();
    painter.setFont(font);
    painter.setPen(Theme::of(option.palette).mutedText);
    painter.drawText(box, int(Qt::AlignBottom | Qt::AlignLeading) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(heading, Qt::ElideRight, box.width()));
    painter.restore();
}

} // namespace

ConversationDelegate::ConversationDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

int ConversationDelegate::headingHeight(const QModelIndex &index)
{
    const bool hasHeading = !index.data(ConversationFilter::HeadingRole).toString().isEmpty();
    const int gap = index.row() == 0 ? Spacing::XS : Spacing::M;
    return hasHeading ? gap + QFontMetrics(Fonts::small()).height() + Spacing::XS : 0;
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &whole,
                                 const QModelIndex &index) const
{
    const QString heading = index.data(ConversationFilter::HeadingRole).toString();
    if (!heading.isEmpty())
        paintHeading(*painter, whole, heading, headingHeight(index));
    const QStyleOptionViewItem option = rowBelowHeading(whole, index);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString title = std::exchange(item.text, {});
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    const Theme theme = Theme::of(option.palette);
    const bool isDraft = index.data(ConversationListModel::DraftRole).toBool();
    const bool isPinned = index.data(ConversationListModel::PinnedRole).toBool();
    const bool hasOpenJob = index.data(ConversationListModel::OpenJobRole).toBool();
    QRect box = option.rect.adjusted(Spacing::S, 0, -Spacing::S, 0);
    const auto mark = [&](const QString &name, const QColor &color) {
        const QRect place(box.right() - MarkSize + 1, box.center().y() - MarkSize / 2, MarkSize,
                          MarkSize);
        painter->drawPixmap(
            QStyle::visualRect(option.direction, option.rect, place).topLeft(),
            tintedPixmap(name, color, MarkSize, painter->device()->devicePixelRatioF()));
        box.setRight(place.left() - Spacing::XS);
    };
    if (isPinned)
        mark(u"pin"_s, theme.mutedText);
    if (hasOpenJob)
        mark(u"credits"_s, toneColors(theme, Tone::Warning).text);
    if (isDraft)
        mark(u"edit"_s, theme.accent);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(theme.text);
    const QRect line = QStyle::visualRect(option.direction, option.rect, box);
    painter->drawText(line, int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine,
                      item.fontMetrics.elidedText(title, Qt::ElideRight, line.width()));
    painter->restore();
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    // Rows are as wide as the list, however long their titles are.
    return {1, ControlHeight + headingHeight(index)};
}

QWidget *ConversationDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                            const QModelIndex &) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(u"conversationTitle"_s);
    editor->setAccessibleName(tr("Title"));
    return editor;
}

void ConversationDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                                const QModelIndex &index) const
{
    editor->setGeometry(rowBelowHeading(option, index).rect);
}

} // namespace litedeck
