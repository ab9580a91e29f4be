// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/TableExport.h"
#include "core/jobs/CostSummaries.h"
#include "core/jobs/JobQuery.h"

#include <optional>

namespace litedeck {

/// Jobs in this order with these columns; whether a job was charged and how much are two.
ExportTable jobsTable(const JobRows &rows, const QList<JobField> &fields);

/// Summaries; `titles` are what conversations are called, by id.
ExportTable summariesTable(const QList<CostGroup> &groups, CostGrouping grouping,
                           const QHash<QString, QString> &titles = {});

/// The calls of one job as they are shown.
struct ShownCalls
{
    QList<CallCost> calls;
    /// What completing the job told of them; none when it was not done here.
    std::optional<QList<CallReport>> reports;
};

/// The calls of one job; latency and error only with reports.
ExportTable callsTable(const ShownCalls &shown);

} // namespace litedeck
