// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/ConversationDelegate.h"

#include "chat/ConversationListModel.h"
#include "widgets/ButtonRole.h"
#include "widgets/Icon.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {
constexpr int MarkSize = 14;
} // namespace

ConversationDelegate::ConversationDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString title = std::exchange(item.text, {});
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    const Theme theme = Theme::of(option.palette);
    const bool isDraft = index.data(ConversationListModel::DraftRole).toBool();
    const bool isPinned = index.data(ConversationListModel::PinnedRole).toBool();
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

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), ControlHeight};
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
                                                const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

} // namespace litedeck
