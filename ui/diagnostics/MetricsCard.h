// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/EndpointMetrics.h"
#include "ui/widgets/Card.h"

#include <memory>

class QStackedWidget;
class QTableView;

namespace litedeck {

class IconButton;
class MetricsModel;

/// The metrics of each endpoint as a table that sorts by any column.
class MetricsCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricsCard)

public:
    /// Both outlive the card.
    MetricsCard(EndpointMetrics &metrics, Clock &clock, QWidget *parent = nullptr);

private:
    void onChanged();
    void refresh();
    void createTable();
    void exportMetrics();

    EndpointMetrics &m_metrics;
    Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    MetricsModel *m_model;
    QTableView *m_table;
    QStackedWidget *m_stack;
    IconButton *m_export;
    IconButton *m_reset;
};

} // namespace litedeck
