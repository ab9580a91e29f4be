// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnostics/TableExport.h"
#include "jobs/CostSummaries.h"
#include "jobs/JobQuery.h"

namespace litedeck {

/// Jobs in this order with these columns.
ExportTable jobsTable(const JobRows &rows, const QList<JobField> &fields);

/// Summaries; `titles` are what conversations are called, by id.
ExportTable summariesTable(const QList<CostGroup> &groups, CostGrouping grouping,
                           const QHash<QString, QString> &titles = {});

/// The calls of one job.
ExportTable callsTable(const JobCosts &costs);

} // namespace litedeck
