// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/FactList.h"

#include "widgets/SectionHeading.h"
#include "widgets/Theme.h"

#include <QFormLayout>

namespace litedeck {

namespace {

constexpr int LabelWidth = 112;
constexpr qsizetype LongValue = 24; // may not fit without a space to wrap at

/// Lets a label wrap inside a long name such as "context.document_id".
QString breakable(QString label)
{
    for (const QChar separator : {u'.', u'_', u'-'})
        label.replace(separator, QString(separator) + QChar(0x200b));
    return label;
}

} // namespace

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(Spacing::M);
    m_form->setVerticalSpacing(Spacing::S);
    m_form->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void FactList::setFact(const QString &label, const QString &value)
{
    QLabel *&field = m_values[label];
    if (field == nullptr) {
        auto *caption = new MutedLabel(breakable(label), this);
        caption->setFixedWidth(LabelWidth);
        field = new QLabel(this);
        field->setTextFormat(Qt::PlainText);
        field->setWordWrap(true);
        field->setTextInteractionFlags(Qt::TextSelectableByMouse);
        field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        m_form->addRow(caption, field);
    }
    field->setText(value);
    field->setToolTip(value.size() > LongValue ? value.toHtmlEscaped() : QString());
    //: Read aloud by screen readers: %1 is a label such as "Model", %2 its value.
    field->setAccessibleName(tr("%1: %2").arg(label, value));
}

QString FactList::fact(const QString &label) const
{
    const QLabel *field = m_values.value(label);
    return field == nullptr ? QString() : field->text();
}

void FactList::clear()
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_values.clear();
}

} // namespace litedeck
