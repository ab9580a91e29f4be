// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TextField.h"

#include "ui/widgets/FieldNotes.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QPlainTextEdit>

namespace litedeck {

namespace {

/// An edit that wants to be as high as it has to be, and takes what more there is.
class LinesEdit final : public QPlainTextEdit
{
public:
    using QPlainTextEdit::QPlainTextEdit;

    QSize sizeHint() const override
    {
        return {QPlainTextEdit::sizeHint().width(), minimumHeight()};
    }
};

} // namespace

TextField::TextField(const QString &label, const QString &objectName, int lines, QWidget *parent)
    : QWidget(parent)
    , m_edit(new LinesEdit(this))
    , m_head(new QHBoxLayout)
{
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(label);
    m_edit->setTabChangesFocus(true);
    const int frame = 2 * (m_edit->frameWidth() + qRound(m_edit->document()->documentMargin()));
    m_edit->setMinimumHeight(lines * m_edit->fontMetrics().lineSpacing() + frame);
    m_notes = new FieldNotes(m_edit, this);

    auto *caption = new QLabel(label, this);
    caption->setTextFormat(Qt::PlainText);
    caption->setBuddy(m_edit);
    m_head->addWidget(caption, 1);
    columnOf(this, Spacing::XS, {m_head, {m_edit, 1}, m_notes});
}

void TextField::addControl(QWidget *control)
{
    m_head->addWidget(control);
}

void TextField::setHint(const QString &hint)
{
    m_notes->setHint(hint);
}

void TextField::setProblem(const QString &problem)
{
    m_notes->setProblem(problem);
}

QString TextField::problem() const
{
    return m_notes->problem();
}

} // namespace litedeck
