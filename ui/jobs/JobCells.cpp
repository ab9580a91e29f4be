// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobCells.h"

#include "ui/words/Format.h"
#include "ui/words/JobWords.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// Rows are painted often and a long text is cut anyway.
constexpr qsizetype LongestShown = 300;

QString dash()
{
    return u"–"_s;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? dash() : text;
}

TableCell durationCell(const std::optional<Milliseconds> &duration)
{
    return {.text = duration ? JobWords::duration(*duration) : dash()};
}

/// Something of the costs; `text` is empty until they were read.
TableCell costsCell(const JobRow &row, const QString &text)
{
    if (row.figures)
        return {.text = text};
    return {.text = dash(),
            .toolTip =
                row.job.isOpen()
                    ? JobCells::tr("The job is still open; its costs are read once it has ended. "
                                   "Select it to see what it cost so far.")
                    : JobCells::tr("The costs of this job were not read yet. Select the job, or "
                                   "read all of them under Summaries."),
            //: The costs of this job were not asked for yet.
            .spoken = JobCells::tr("not read yet")};
}

TableCell creditCell(const JobRow &row)
{
    const bool told = row.credits || row.job.isCharged() || ranUncharged(row.job);
    TableCell cell{.text = told ? JobWords::charge(row.job, row.credits) : dash()};
    if (ranUncharged(row)) {
        cell.toolTip = JobWords::whyUncharged();
        cell.tone = Tone::Warning;
    }
    return cell;
}

TableCell told(const JobRow &row, JobField field)
{
    const Record &job = row.job;
    const JobFigures figures = row.figures.value_or(JobFigures());
    switch (field) {
    case JobField::Status:
        return {.text = JobWords::of(job.status).name,
                .toolTip = job.id.value,
                .tone = JobWords::of(job.status).tone};
    case JobField::Type:
        return {.text = job.group};
    case JobField::Model:
        return {.text = orDash(JobWords::models(job))};
    case JobField::Created:
        return {.text = formatTime(job.createdAt)};
    case JobField::Duration:
        return durationCell(durationOf(job));
    case JobField::Cost:
        return costsCell(row, formatUsd(figures.cost));
    case JobField::Credit:
        return creditCell(row);
    case JobField::Error:
        return {.text = job.errorMessage.left(LongestShown).simplified(),
                .toolTip = job.errorMessage};
    case JobField::Waited:
        return durationCell(waitOf(job));
    case JobField::Ended:
        return {.text = job.completedAt ? formatTime(*job.completedAt) : dash()};
    case JobField::Calls:
        return costsCell(row, formatCount(figures.calls));
    case JobField::Tokens:
        return costsCell(row, formatCount(figures.tokens));
    case JobField::User:
        return {.text = orDash(job.userId)};
    case JobField::Id:
        return {.text = job.id.value};
    }
    Q_UNREACHABLE();
}

} // namespace

JobColumn JobCells::column(JobField field, const RecordWords &words)
{
    switch (field) {
    case JobField::Status:
        return {{tr("Status"), ColumnKind::Text}, 124};
    case JobField::Type:
        return {{words.group(), ColumnKind::Text}, 164};
    case JobField::Model:
        return {{tr("Model"), ColumnKind::Text}, 140};
    case JobField::Created:
        return {{tr("Created"), ColumnKind::Text}, 172};
    case JobField::Duration:
        return {{tr("Duration"), ColumnKind::Number}, 92};
    case JobField::Cost:
        return {{tr("Cost"), ColumnKind::Number}, 108};
    case JobField::Credit:
        return {{tr("Credit"), ColumnKind::Text}, 164};
    case JobField::Error:
        return {{tr("Error"), ColumnKind::Text}, 136};
    case JobField::Waited:
        //: Column: how long a job waited before its work began.
        return {{tr("Waited"), ColumnKind::Number}, 92};
    case JobField::Ended:
        return {{tr("Ended"), ColumnKind::Text}, 172};
    case JobField::Calls:
        return {{tr("Calls"), ColumnKind::Number}, 92};
    case JobField::Tokens:
        return {{tr("Tokens"), ColumnKind::Number}, 92};
    case JobField::User:
        //: Column: the user who started a job.
        return {{tr("Started by"), ColumnKind::Text}, 136};
    case JobField::Id:
        return {{words.id(), ColumnKind::Text}, 296};
    }
    Q_UNREACHABLE();
}

TableCell JobCells::cell(const JobRow &row, JobField field)
{
    TableCell cell = told(row, field);
    if (cell.text == dash() && cell.spoken.isEmpty())
        cell.spoken = JobWords::notRecorded();
    return cell;
}

} // namespace litedeck
