// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobTables.h"

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

QVariant dollars(const Measured<Usd> &amount)
{
    return amount.isKnown() ? QVariant(amount.value.toString().toLatin1()) : QVariant();
}

QVariant number(const Measured<qint64> &amount)
{
    return amount.isKnown() ? QVariant(amount.value) : QVariant();
}

QVariant milliseconds(const std::optional<Milliseconds> &duration)
{
    return duration ? QVariant(qint64(duration->count())) : QVariant();
}

/// The server keeps whole seconds.
QVariant seconds(const std::optional<Milliseconds> &duration)
{
    return duration ? QVariant(qint64(duration->count() / 1000)) : QVariant();
}

QVariant cell(const JobRow &row, JobField field)
{
    const Record &job = row.job;
    switch (field) {
    case JobField::Status:
        return storedName(job.status);
    case JobField::Type:
        return job.group;
    case JobField::Model:
        return job.models.join(u' ');
    case JobField::Created:
        return job.createdAt;
    case JobField::Duration:
        return seconds(durationOf(job));
    case JobField::Cost:
        return row.figures ? dollars(row.figures->cost) : QVariant();
    case JobField::Credit:
        return job.isCharged();
    case JobField::Error:
        return job.errorMessage;
    case JobField::Waited:
        return seconds(waitOf(job));
    case JobField::Ended:
        return job.completedAt ? QVariant(*job.completedAt) : QVariant();
    case JobField::Calls:
        return row.figures ? QVariant(row.figures->calls) : QVariant();
    case JobField::Tokens:
        return row.figures ? number(row.figures->tokens) : QVariant();
    case JobField::User:
        return job.userId;
    case JobField::Id:
        return job.id.value;
    }
    Q_UNREACHABLE();
}

QString keyName(CostGrouping grouping)
{
    switch (grouping) {
    case CostGrouping::Type:
        return u"type"_s;
    case CostGrouping::Model:
        return u"model"_s;
    case CostGrouping::Day:
        return u"day"_s;
    case CostGrouping::Conversation:
        return u"conversation"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ExportTable jobsTable(const JobRows &rows, const QList<JobField> &fields)
{
    ExportTable table;
    for (const JobField field : fields) {
        table.names += storedName(field);
        if (field == JobField::Credit)
            table.names += u"credits"_s;
    }
    table.rows = qsizetype(rows.size());
    table.cells = [rows, fields](qsizetype place) {
        const JobRow &row = *rows[size_t(place)];
        QVariantList cells;
        for (const JobField field : fields) {
            cells += cell(row, field);
            if (field == JobField::Credit)
                cells += row.credits ? QVariant(*row.credits) : QVariant();
        }
        return cells;
    };
    return table;
}

ExportTable summariesTable(const QList<CostGroup> &groups, CostGrouping grouping,
                           const QHash<QString, QString> &titles)
{
    ExportTable table;
    table.names = {
        keyName(grouping), u"jobs"_s,         u"failed_jobs"_s,          u"unread_jobs"_s,
        u"calls"_s,        u"failed_calls"_s, u"calls_without_cost"_s,   u"tokens"_s,
        u"cost_usd"_s,     u"credits"_s,      u"jobs_without_credits"_s, u"average_ms"_s,
        u"p95_ms"_s};
    table.rows = groups.size();
    table.cells = [groups, titles](qsizetype row) -> QVariantList {
        const CostGroup &group = groups.at(row);
        return {titles.value(group.key, group.key),
                group.jobs,
                group.failedJobs,
                group.unreadJobs,
                group.calls,
                group.failedCalls,
                group.uncostedCalls,
                number(group.tokens),
                dollars(group.cost),
                number(group.credits),
                group.uncreditedJobs,
                milliseconds(group.averageLatency),
                milliseconds(group.p95Latency)};
    };
    return table;
}

ExportTable callsTable(const ShownCalls &shown)
{
    ExportTable table;
    table.names = {u"call_id"_s,       u"created_at"_s,        u"model"_s,   u"purpose"_s,
                   u"prompt_tokens"_s, u"completion_tokens"_s, u"cost_usd"_s};
    const bool isReported = shown.reports.has_value();
    if (isReported)
        table.names += {u"latency_ms"_s, u"error"_s};
    QHash<CallId, CallReport> reports;
    for (const CallReport &report : shown.reports.value_or(QList<CallReport>()))
        reports.insert(report.id, report);
    table.rows = shown.calls.size();
    table.cells = [calls = shown.calls, isReported, reports](qsizetype row) {
        const CallCost &call = calls.at(row);
        QVariantList cells{call.id.value,
                           call.createdAt,
                           call.model,
                           call.purpose,
                           number(tokensOf(call, call.promptTokens)),
                           number(tokensOf(call, call.completionTokens)),
                           dollars(costOf(call))};
        if (isReported) {
            const CallReport report = reports.value(call.id);
            cells += {milliseconds(report.latency), report.error};
        }
        return cells;
    };
    return table;
}

} // namespace litedeck
