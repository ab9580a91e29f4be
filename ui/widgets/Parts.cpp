// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/Parts.h"

#include <QScrollArea>

namespace litedeck {

namespace {

template <typename Layout>
Layout *layoutOf(QWidget *owner, int spacing, std::initializer_list<LayoutPart> parts,
                 const QMargins &margins)
{
    auto *layout = new Layout(owner);
    layout->setContentsMargins(margins);
    layout->setSpacing(spacing);
    addParts(layout, parts);
    return layout;
}

} // namespace

LayoutPart::LayoutPart(QWidget *widget, int share, Qt::Alignment alignment)
    : m_widget(widget)
    , m_number(share)
    , m_alignment(alignment)
{}

LayoutPart::LayoutPart(QLayout *layout, int share)
    : m_layout(layout)
    , m_number(share)
{}

LayoutPart::LayoutPart(Stretch stretch)
    : m_number(stretch.share)
{}

LayoutPart::LayoutPart(Gap gap)
    : m_number(gap.pixels)
    , m_isGap(true)
{}

void LayoutPart::addTo(QBoxLayout &layout) const
{
    if (m_widget != nullptr)
        layout.addWidget(m_widget, m_number, m_alignment);
    else if (m_layout != nullptr)
        layout.addLayout(m_layout, m_number);
    else if (m_isGap)
        layout.addSpacing(m_number);
    else
        layout.addStretch(m_number);
}

void showSheet(QScrollArea *area, QWidget *sheet)
{
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(sheet);
    area->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
}

void addParts(QBoxLayout *layout, std::initializer_list<LayoutPart> parts)
{
    for (const LayoutPart &part : parts)
        part.addTo(*layout);
}

QHBoxLayout *rowOf(QWidget *owner, int spacing, std::initializer_list<LayoutPart> parts,
                   const QMargins &margins)
{
    return layoutOf<QHBoxLayout>(owner, spacing, parts, margins);
}

QVBoxLayout *columnOf(QWidget *owner, int spacing, std::initializer_list<LayoutPart> parts,
                      const QMargins &margins)
{
    return layoutOf<QVBoxLayout>(owner, spacing, parts, margins);
}

} // namespace litedeck
