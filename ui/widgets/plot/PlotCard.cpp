// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/PlotCard.h"

#include "ui/widgets/plot/PlotView.h"

#include <QAbstractButton>
#include <QVBoxLayout>

namespace litedeck {

PlotCard::PlotCard(const QString &title, const QStringList &headers, QWidget *parent)
    : Card(title, parent)
    , m_view(new PlotView(title, headers, this))
{
    addHeaderWidget(m_view->tableButton());
    content()->addWidget(m_view, 1);
}

void PlotCard::setPlot(const Plot &plot)
{
    m_view->setPlot(plot);
}

void PlotCard::setEmpty(const QString &title, const QString &sentence)
{
    m_view->setEmpty(title, sentence);
}

} // namespace litedeck
