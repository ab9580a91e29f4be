// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/MetricsCard.h"

#include "core/diagnostics/Exports.h"
#include "ui/diagnostics/MetricsModel.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/SectionHeading.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

// Percentiles sort up to a thousand numbers an endpoint; a burst of requests needs them once.
constexpr Milliseconds RefreshDelay{200};
constexpr int NumberWidth = 100;

} // namespace

MetricsCard::MetricsCard(EndpointMetrics &metrics, Clock &clock, QWidget *parent)
    : Card(tr("Endpoints"), parent)
    , m_metrics(metrics)
    , m_clock(clock)
    , m_timer(clock.createTimer())
    , m_model(new MetricsModel(metrics, this))
    , m_table(named(u"metricsTable"_s, new RowTable(this)))
    , m_stack(new QStackedWidget(this))
    , m_export(named(u"metricsExport"_s, new IconButton(u"export"_s, tr("Export metrics"), this)))
    , m_reset(named(u"metricsReset"_s, new IconButton(u"refresh"_s, tr("Reset metrics"), this)))
{
    setObjectName(u"metricsCard"_s);
    setFlush(true);
    addHeaderWidget(m_export);
    addHeaderWidget(m_reset);
    createTable();
    auto *empty = new MutedLabel(tr("No request has been made yet."), this);
    empty->setObjectName(u"metricsEmpty"_s);
    empty->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_table);
    content()->addWidget(m_stack, 1);

    connect(&metrics, &EndpointMetrics::changed, this, &MetricsCard::onChanged);
    connect(m_timer.get(), &Timer::fired, this, &MetricsCard::refresh);
    connect(m_export, &IconButton::clicked, this, &MetricsCard::exportMetrics);
    connect(m_reset, &IconButton::clicked, &metrics, &EndpointMetrics::reset);
    refresh();
}

void MetricsCard::createTable()
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_model);
    sorted->setSortRole(MetricsModel::SortRole);
    m_table->setAccessibleName(tr("Metrics by endpoint"));
    m_table->setModel(sorted);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(MetricsModel::Endpoint, Qt::AscendingOrder);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(NumberWidth);
    header->setSectionResizeMode(MetricsModel::Endpoint, QHeaderView::Stretch);
    for (int column = MetricsModel::Requests; column < MetricsModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, NumberWidth);
}

void MetricsCard::onChanged()
{
    if (!m_timer->isActive())
        m_timer->start(RefreshDelay);
}

void MetricsCard::refresh()
{
    m_model->refresh();
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(any ? 1 : 0);
    m_export->setEnabled(any);
    m_reset->setEnabled(any);
}

void MetricsCard::exportMetrics()
{
    const QList<EndpointStats> stats = m_metrics.stats();
    auto *dialog =
        new ExportDialog(tr("Export metrics"), u"litedeck-metrics"_s,
                         {{tr("CSV table"), u"csv"_s, [stats] { return metricsCsv(stats); }},
                          {tr("JSON"), u"json"_s,
                           [stats, now = m_clock.utcNow()] { return metricsJson(stats, now); }}},
                         window());
    dialog->open();
}

} // namespace litedeck
