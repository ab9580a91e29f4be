// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/StylePainting.h"

#include <QPainter>
#include <QVBoxLayout>

namespace litedeck {

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
    , m_header(new QHBoxLayout)
    , m_content(new QVBoxLayout)
    , m_title(new SectionHeading({}, this))
{
    m_header->setSpacing(Spacing::S);
    m_header->addWidget(m_title, 1);
    m_title->setMinimumHeight(ControlHeight);
    m_content->setSpacing(Spacing::S);
    m_column->addLayout(m_header);
    m_column->addLayout(m_content, 1);
    m_title->hide();
    setFlush(false);
}

Card::Card(const QString &title, QWidget *parent)
    : Card(parent)
{
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setFlush(m_flush);
    setAccessibleName(title);
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget);
}

void Card::setFlush(bool flush)
{
    m_flush = flush;
    // One pixel stays for the border; the title keeps its distance either way.
    const int side = flush ? 1 : Spacing::L;
    // A title line has the height of a control, so that cards with and without one line up.
    const int top = m_title->text().isEmpty() ? side : Spacing::S;
    m_column->setContentsMargins(side, top, side, flush ? Radius::M / 2 : Spacing::L);
    m_column->setSpacing(flush ? Spacing::S : Spacing::XS);
    const int inner = flush ? Spacing::L : 0;
    m_header->setContentsMargins(inner, 0, inner, 0);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::of(palette());
    paint::box(&painter, rect(), Radius::M, theme.surface, theme.border);
}

} // namespace litedeck
