// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobsDelegate.h"

#include "ui/jobs/JobsModel.h"
#include "ui/widgets/Theme.h"

namespace litedeck {

namespace {

RecordStatus statusOf(const QModelIndex &index)
{
    return RecordStatus(index.data(JobsModel::StatusRole).toInt());
}

} // namespace

void JobsDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    BadgeDelegate::initStyleOption(option, index);
    const Theme theme = Theme::of(option->palette);
    if (isOpen(statusOf(index)))
        option->palette.setColor(QPalette::Text, theme.mutedText);
    else if (isFailed(index) && JobField(index.column()) == JobField::Error)
        option->palette.setColor(QPalette::Text, theme.danger);
}

bool JobsDelegate::isFailed(const QModelIndex &index) const
{
    return statusOf(index) == RecordStatus::Failed;
}

} // namespace litedeck
