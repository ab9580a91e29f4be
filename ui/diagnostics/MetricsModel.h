// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/EndpointMetrics.h"
#include "ui/widgets/TableModel.h"

namespace litedeck {

/// EndpointMetrics as a table, one endpoint a row; refresh() changes only what differs.
class MetricsModel : public TableModel<EndpointStats>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricsModel)

public:
    enum Column { Endpoint, Requests, Errors, ErrorRate, Average, P95 };
    static constexpr int ColumnCount = P95 + 1;

    /// `metrics` outlives the model, which reads it now and at each refresh().
    explicit MetricsModel(const EndpointMetrics &metrics, QObject *parent = nullptr);

    void refresh();

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;

private:
    const EndpointMetrics &m_metrics;
};

} // namespace litedeck
