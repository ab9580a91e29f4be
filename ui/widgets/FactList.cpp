// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FactList.h"

#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/ToolTipText.h"

#include <QGridLayout>

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
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Spacing::M);
    m_grid->setVerticalSpacing(Spacing::S);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFact(const QString &label, const QString &value, const QString &details)
{
    QLabel *&field = m_values[label];
    if (field == nullptr) {
        auto *caption = new MutedLabel(breakable(label), this);
        caption->setFixedWidth(LabelWidth);
        caption->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        field = new QLabel(this);
        field->setTextFormat(Qt::PlainText);
        field->setWordWrap(true);
        field->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        field->setTextInteractionFlags(Qt::TextSelectableByMouse);
        field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        const int row = m_grid->rowCount();
        m_grid->addWidget(caption, row, 0, Qt::AlignTop);
        m_grid->addWidget(field, row, 1, Qt::AlignTop);
    }
    field->setText(value);
    const QString &tip = details.isEmpty() && value.size() > LongValue ? value : details;
    field->setToolTip(plainToolTip(tip));
    //: Read aloud by screen readers: %1 is a label such as "Model", %2 its value.
    field->setAccessibleName(tr("%1: %2").arg(label, value));
    field->setAccessibleDescription(details);
}

void FactList::clear()
{
    qDeleteAll(findChildren<QLabel *>(Qt::FindDirectChildrenOnly));
    m_values.clear();
}

} // namespace litedeck
