// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FormField.h"

#include "ui/widgets/FieldNotes.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QLineEdit>

namespace litedeck {

FormField::FormField(const QString &label, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_line(new QHBoxLayout)
{
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(label);
    m_notes = new FieldNotes(m_edit, this);

    auto *caption = new QLabel(label, this);
    caption->setTextFormat(Qt::PlainText);
    caption->setBuddy(m_edit);
    m_line->setSpacing(Spacing::XS);
    m_line->addWidget(m_edit, 1);
    columnOf(this, Spacing::XS, {caption, m_line, m_notes});
}

QString FormField::text() const
{
    return m_edit->text().trimmed();
}

void FormField::addControl(QWidget *control)
{
    m_line->addWidget(control);
}

void FormField::setHint(const QString &hint)
{
    m_notes->setHint(hint);
}

void FormField::setProblem(const QString &problem)
{
    m_notes->setProblem(problem);
}

QString FormField::problem() const
{
    return m_notes->problem();
}

} // namespace litedeck
