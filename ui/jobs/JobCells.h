// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobQuery.h"
#include "ui/widgets/CellModel.h"
#include "ui/words/RecordWords.h"

#include <QCoreApplication>

namespace litedeck {

/// What stands above a column of jobs, and its first width in device-independent pixels.
struct JobColumn
{
    TableHeading heading;
    int width;
};

/// What stands in the cells of a table of jobs.
class JobCells
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::JobCells)

public:
    static JobColumn column(JobField field, const RecordWords &words);
    static TableCell cell(const JobRow &row, JobField field);
};

} // namespace litedeck
