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

QString durationText(const std::optional<Milliseconds> &duration)
{
    return duration ? JobWords::duration(*duration) : dash();
}

} // namespace

QString JobCells::heading(JobField field)
{
    switch (field) {
    case JobField::Status:
        return tr("Status");
    case JobField::Type:
        return tr("Type");
    case JobField::Model:
        return tr("Model");
    case JobField::Created:
        return tr("Created");
    case JobField::Duration:
        return tr("Duration");
    case JobField::Cost:
        return tr("Cost");
    case JobField::Credit:
        return tr("Credit");
    case JobField::Error:
        return tr("Error");
    case JobField::Waited:
        //: Column: how long a job waited before its work began.
        return tr("Waited");
    case JobField::Ended:
        return tr("Ended");
    case JobField::Calls:
        return tr("Calls");
    case JobField::Tokens:
        return tr("Tokens");
    case JobField::User:
        //: Column: the user who started a job.
        return tr("Started by");
    case JobField::Id:
        return tr("Job id");
    }
    Q_UNREACHABLE();
}

QString JobCells::text(const JobRow &row, JobField field)
{
    const Job &job = row.job;
    switch (field) {
    case JobField::Status:
        return JobWords::status(job.status);
    case JobField::Type:
        return job.type;
    case JobField::Model:
        return orDash(JobWords::models(job));
    case JobField::Created:
        return formatTime(job.createdAt);
    case JobField::Duration:
        return durationText(durationOf(job));
    case JobField::Cost:
        return row.figures ? formatUsd(row.figures->cost) : dash();
    case JobField::Credit:
        return row.credits || job.creditApplied || ranUncharged(job)
                   ? JobWords::charge(job, row.credits)
                   : dash();
    case JobField::Error:
        return job.errorMessage.left(LongestShown).simplified();
    case JobField::Waited:
        return durationText(waitOf(job));
    case JobField::Ended:
        return job.completedAt ? formatTime(*job.completedAt) : dash();
    case JobField::Calls:
        return row.figures ? formatCount(row.figures->calls) : dash();
    case JobField::Tokens:
        return row.figures ? formatCount(row.figures->tokens) : dash();
    case JobField::User:
        return orDash(job.userId);
    case JobField::Id:
        return job.id.value;
    }
    Q_UNREACHABLE();
}

QString JobCells::spoken(const JobRow &row, JobField field)
{
    const QString shown = text(row, field);
    if (shown != dash())
        return shown;
    const bool ofCosts =
        field == JobField::Cost || field == JobField::Calls || field == JobField::Tokens;
    //: The costs of this job were not asked for yet.
    return ofCosts ? tr("not read yet") : JobWords::notRecorded();
}

QString JobCells::toolTip(const JobRow &row, JobField field)
{
    switch (field) {
    case JobField::Status:
        return row.job.id.value;
    case JobField::Credit:
        return ranUncharged(row) ? JobWords::whyUncharged() : QString();
    case JobField::Cost:
    case JobField::Calls:
    case JobField::Tokens:
        if (!row.figures && row.job.isOpen())
            return tr("The job is still open; its costs are read once it has ended. Select it to "
                      "see what it cost so far.");
        return row.figures ? QString()
                           : tr("The costs of this job were not read yet. Select the job, or read "
                                "all of them under Summaries.");
    case JobField::Error:
        return row.job.errorMessage;
    default:
        return {};
    }
}

std::optional<Tone> JobCells::badge(const JobRow &row, JobField field)
{
    if (field == JobField::Status)
        return JobWords::tone(row.job.status);
    if (field == JobField::Credit && ranUncharged(row))
        return Tone::Warning;
    return std::nullopt;
}

bool JobCells::isNumber(JobField field)
{
    switch (field) {
    case JobField::Duration:
    case JobField::Cost:
    case JobField::Waited:
    case JobField::Calls:
    case JobField::Tokens:
        return true;
    default:
        return false;
    }
}

int JobCells::width(JobField field)
{
    switch (field) {
    case JobField::Status:
        return 124;
    case JobField::Type:
        return 164;
    case JobField::Model:
        return 140;
    case JobField::Created:
    case JobField::Ended:
        return 172;
    case JobField::Duration:
    case JobField::Waited:
    case JobField::Calls:
    case JobField::Tokens:
        return 92;
    case JobField::Cost:
        return 108;
    case JobField::Credit:
        return 164;
    case JobField::User:
        return 136;
    case JobField::Error:
        return 136;
    case JobField::Id:
        return 296;
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
