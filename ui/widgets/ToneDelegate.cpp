// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ToneDelegate.h"

#include "ui/widgets/CellModel.h"

namespace litedeck {

void ToneDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Tone tone = Tone(index.data(CellModel::ToneRole).toInt());
    if (tone != Tone::Neutral)
        option->palette.setColor(QPalette::Text, toneColors(Theme::of(option->palette), tone).text);
}

} // namespace litedeck
