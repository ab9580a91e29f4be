// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/FormField.h"

#include "widgets/Fonts.h"
#include "widgets/SectionHeading.h"
#include "widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace litedeck {

FormField::FormField(const QString &label, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_line(new QHBoxLayout)
    , m_hintLabel(new MutedLabel({}, this))
    , m_problemLabel(new QLabel(this))
{
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(label);
    m_hintLabel->setObjectName(objectName + u"Hint"_s);
    m_hintLabel->setFont(Fonts::small());
    m_problemLabel->setObjectName(objectName + u"Problem"_s);
    m_problemLabel->setTextFormat(Qt::PlainText);
    m_problemLabel->setWordWrap(true);
    m_problemLabel->setFont(Fonts::small());

    auto *caption = new QLabel(label, this);
    caption->setTextFormat(Qt::PlainText);
    caption->setBuddy(m_edit);
    m_line->setSpacing(Spacing::XS);
    m_line->addWidget(m_edit, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::XS);
    column->addWidget(caption);
    column->addLayout(m_line);
    column->addWidget(m_hintLabel);
    column->addWidget(m_problemLabel);
    updateNotes();
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
    m_hint = hint;
    updateNotes();
}

void FormField::setProblem(const QString &problem)
{
    m_problem = problem;
    updateNotes();
}

void FormField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateNotes();
}

void FormField::updateNotes()
{
    QPalette red = m_problemLabel->palette();
    const QColor danger = Theme::of(palette()).danger;
    if (red.color(QPalette::WindowText) != danger) {
        red.setColor(QPalette::WindowText, danger);
        m_problemLabel->setPalette(red);
    }
    m_problemLabel->setText(m_problem);
    m_problemLabel->setVisible(!m_problem.isEmpty());
    m_hintLabel->setText(m_hint);
    m_hintLabel->setVisible(m_problem.isEmpty() && !m_hint.isEmpty());
    m_edit->setAccessibleDescription(m_problem.isEmpty() ? m_hint : m_problem);
}

} // namespace litedeck
