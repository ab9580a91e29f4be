// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobQuery.h"
#include "ui/widgets/Tone.h"

#include <QCoreApplication>

namespace litedeck {

/// What stands in the cells of a table of jobs.
class JobCells
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::JobCells)

public:
    /// The heading of a column.
    static QString heading(JobField field);
    static QString text(const JobRow &row, JobField field);
    /// What screen readers say, where a dash stands for something.
    static QString spoken(const JobRow &row, JobField field);
    /// More about a cell, as plain text; empty when there is no more.
    static QString toolTip(const JobRow &row, JobField field);
    /// Of a cell that is painted as a badge.
    static std::optional<Tone> badge(const JobRow &row, JobField field);
    /// Whether the column holds numbers.
    static bool isNumber(JobField field);
    /// Device-independent pixels.
    static int width(JobField field);
};

} // namespace litedeck
