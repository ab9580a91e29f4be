// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/RequestLogDelegate.h"

#include "ui/diagnostics/RequestLogModel.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/Tone.h"

namespace litedeck {

void RequestLogDelegate::initStyleOption(QStyleOptionViewItem *option,
                                         const QModelIndex &index) const
{
    BadgeDelegate::initStyleOption(option, index);
    const bool loud =
        index.column() == RequestLogModel::Path || index.column() == RequestLogModel::Method;
    if (!loud)
        option->palette.setColor(QPalette::Text, Theme::of(option->palette).mutedText);
    if (index.column() == RequestLogModel::Path)
        option->textElideMode = Qt::ElideMiddle;
}

bool RequestLogDelegate::isFailed(const QModelIndex &index) const
{
    const auto tone =
        index.siblingAtColumn(RequestLogModel::Result).data(RequestLogModel::ToneRole);
    return Tone(tone.toInt()) == Tone::Danger;
}

} // namespace litedeck
