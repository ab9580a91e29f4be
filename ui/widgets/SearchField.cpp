// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SearchField.h"

#include "ui/widgets/Icon.h"

#include <QAction>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace litedeck {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    const QAction *search = addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    for (QToolButton *button : findChildren<QToolButton *>()) {
        const bool isSearch = button->defaultAction() == search;
        button->setAccessibleName(isSearch ? tr("Search") : tr("Clear"));
        button->setFocusPolicy(Qt::NoFocus);
    }
}

} // namespace litedeck
