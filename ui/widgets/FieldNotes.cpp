// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FieldNotes.h"

#include "ui/widgets/Fonts.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace litedeck {

FieldNotes::FieldNotes(QWidget *control, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_hintLabel(new MutedLabel({}, this))
    , m_problemLabel(new QLabel(this))
{
    m_hintLabel->setObjectName(control->objectName() + u"Hint"_s);
    m_hintLabel->setFont(Fonts::small());
    m_problemLabel->setObjectName(control->objectName() + u"Problem"_s);
    m_problemLabel->setTextFormat(Qt::PlainText);
    m_problemLabel->setWordWrap(true);
    m_problemLabel->setFont(Fonts::small());
    columnOf(this, -1, {m_hintLabel, m_problemLabel});
    update();
}

void FieldNotes::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

void FieldNotes::setProblem(const QString &problem)
{
    m_problem = problem;
    update();
}

void FieldNotes::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

void FieldNotes::update()
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
    setVisible(!m_problem.isEmpty() || !m_hint.isEmpty());
    m_control->setAccessibleDescription(m_problem.isEmpty() ? m_hint : m_problem);
}

} // namespace litedeck
