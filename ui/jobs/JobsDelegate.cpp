// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/JobsDelegate.h"

#include "jobs/JobWords.h"
#include "jobs/JobsModel.h"
#include "widgets/Badge.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace litedeck {

namespace {

constexpr qreal FailedTint = 0.55;
constexpr int BadgeIndent = 12;

JobStatus statusOf(const QModelIndex &index)
{
    return JobStatus(index.data(JobsModel::StatusRole).toInt());
}

} // namespace

JobsDelegate::JobsDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void JobsDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme theme = Theme::of(option->palette);
    const JobStatus status = statusOf(index);
    if (isOpen(status))
        option->palette.setColor(QPalette::Text, theme.mutedText);
    else if (status == JobStatus::Failed && JobField(index.column()) == JobField::Error)
        option->palette.setColor(QPalette::Text, theme.danger);
}

void JobsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (!selected && statusOf(index) == JobStatus::Failed)
        painter->fillRect(option.rect.adjusted(0, 0, 0, -1),
                          mixed(theme.surface, theme.dangerSoft, FailedTint));
    const QVariant tone = index.data(JobsModel::BadgeToneRole);
    if (!tone.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, {});
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    Badge::paint(painter, QRectF(option.rect).adjusted(BadgeIndent, 0, -BadgeIndent, 0), text,
                 Tone(tone.toInt()), option.palette);
}

} // namespace litedeck
