// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot/PlotCard.h"

#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/plot/PlotChart.h"
#include "ui/widgets/plot/PlotTableModel.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace litedeck {

PlotCard::PlotCard(const QString &name, const QStringList &headers, QWidget *parent)
    : Card(name, parent)
    , m_name(name)
    , m_button(named(u"plotAsTable"_s, new QToolButton(this)))
    , m_stack(new QStackedWidget(this))
    , m_chart(new PlotChart)
    , m_model(new PlotTableModel(headers, this))
    , m_table(named(u"plotTable"_s, new RowTable))
    , m_empty(new EmptyState(u"credits"_s, {}, {}))
    , m_readout(named(u"plotReadout"_s, new MutedLabel({}, this)))
{
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setMinimumHeight(ControlHeight);
    m_button->setText(tr("Show as table"));
    //: Read aloud by screen readers: %1 is what is plotted, such as "Balance".
    m_button->setAccessibleName(tr("Show as table: %1").arg(name));
    m_chart->setAccessibleName(name);
    m_chart->setAccessibleDescription(tr("Arrow keys walk the values."));
    m_table->setAccessibleName(name);
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_readout->setFont(Fonts::small());

    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    addHeaderWidget(m_button);
    content()->setSpacing(Spacing::XS);
    addParts(content(), {{m_stack, 1}, m_readout});
    connect(m_button, &QToolButton::toggled, this, &PlotCard::updatePage);
    connect(m_chart, &PlotChart::currentChanged, this, &PlotCard::onCurrentChanged);
    updatePage();
}

void PlotCard::setPlot(const Plot &plot)
{
    m_plot = plot;
    m_model->setRows(plot.rows);
    m_chart->setPlot(plot);
    updatePage();
    onCurrentChanged(m_chart->current());
}

void PlotCard::setEmpty(const QString &title, const QString &sentence)
{
    m_empty->setContent(u"credits"_s, title, sentence, Tone::Neutral);
}

void PlotCard::updatePage()
{
    const bool isEmpty = m_plot.points.isEmpty();
    QWidget *page = m_chart;
    if (isEmpty)
        page = m_empty;
    else if (m_button->isChecked())
        page = m_table;
    m_stack->setCurrentWidget(page);
    m_button->setVisible(!isEmpty);
    m_readout->setVisible(page == m_chart);
}

void PlotCard::onCurrentChanged(int stop)
{
    const QList<PlotPoint> stops = m_plot.stops();
    const bool isMarked = stop >= 0 && stop < stops.size();
    m_readout->setText(isMarked ? stops.at(stop).readout : m_plot.caption);
    //: Read aloud by screen readers: what is plotted, and one value of it in words.
    m_chart->setAccessibleName(isMarked ? tr("%1: %2").arg(m_name, stops.at(stop).readout)
                                        : m_name);
}

} // namespace litedeck
