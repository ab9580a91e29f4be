// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobQuery.h"
#include "ui/widgets/CellModel.h"

#include <QCoreApplication>

namespace litedeck {

/// What stands in the cells of a table of jobs.
class JobCells
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::JobCells)

public:
    static TableHeading heading(JobField field);
    static TableCell cell(const JobRow &row, JobField field);
    /// Device-independent pixels.
    static int width(JobField field);
};

} // namespace litedeck
