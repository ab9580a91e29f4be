// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobQuery.h"

#include <algorithm>
#include <limits>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

int sign(qint64 a, qint64 b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

int compareText(const QString &a, const QString &b)
{
    return QString::compare(a, b, Qt::CaseInsensitive);
}

qint64 durationKey(const std::optional<Milliseconds> &duration)
{
    return duration ? qint64(duration->count()) : -1;
}

qint64 endKey(const Record &job)
{
    return job.completedAt ? job.completedAt->toMSecsSinceEpoch() : -1;
}

/// Unread before not reported before amounts.
qint64 costKey(const JobRow &row)
{
    if (!row.figures)
        return -2;
    return row.figures->cost.isKnown() ? row.figures->cost.value.nano : -1;
}

qint64 tokensKey(const JobRow &row)
{
    if (!row.figures)
        return -2;
    return row.figures->tokens.isKnown() ? row.figures->tokens.value : -1;
}

/// Uncharged before charged with how much unknown before amounts; what was never to be charged
/// comes last.
qint64 creditKey(const JobRow &row)
{
    if (ranUncharged(row))
        return std::numeric_limits<qint64>::min();
    if (row.credits)
        return *row.credits;
    return row.job.isCharged() ? std::numeric_limits<qint64>::min() + 1
                               : std::numeric_limits<qint64>::max();
}

int compareModels(const QStringList &a, const QStringList &b)
{
    return compareText(a.value(0), b.value(0));
}

int compare(const JobRow &a, const JobRow &b, JobField field)
{
    switch (field) {
    case JobField::Status:
        return sign(qint64(a.job.status), qint64(b.job.status));
    case JobField::Type:
        return compareText(a.job.group, b.job.group);
    case JobField::Model:
        return compareModels(a.job.models, b.job.models);
    case JobField::Created:
        return sign(a.createdMs, b.createdMs);
    case JobField::Duration:
        return sign(durationKey(durationOf(a.job)), durationKey(durationOf(b.job)));
    case JobField::Cost:
        return sign(costKey(a), costKey(b));
    case JobField::Credit:
        return sign(creditKey(a), creditKey(b));
    case JobField::Error:
        return compareText(a.job.errorMessage, b.job.errorMessage);
    case JobField::Waited:
        return sign(durationKey(waitOf(a.job)), durationKey(waitOf(b.job)));
    case JobField::Ended:
        return sign(endKey(a.job), endKey(b.job));
    case JobField::Calls:
        return sign(a.figures ? a.figures->calls : -1, b.figures ? b.figures->calls : -1);
    case JobField::Tokens:
        return sign(tokensKey(a), tokensKey(b));
    case JobField::User:
        return compareText(a.job.userId, b.job.userId);
    case JobField::Id:
        return compareText(a.job.id.value, b.job.id.value);
    }
    Q_UNREACHABLE();
}

bool fitsCost(const JobRow &row, CostKnowledge wanted, const std::optional<Usd> &least)
{
    const bool reported = row.figures && row.figures->cost.isKnown();
    if (least && (!reported || row.figures->cost.value < *least))
        return false;
    switch (wanted) {
    case CostKnowledge::Any:
        return true;
    case CostKnowledge::Reported:
        return reported;
    case CostKnowledge::NotReported:
        return row.figures && !reported;
    case CostKnowledge::NotRead:
        return !row.figures;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<QByteArray> searchWords(const QString &text)
{
    QList<QByteArray> words;
    for (const QString &word : text.toCaseFolded().split(u' ', Qt::SkipEmptyParts))
        words += word.toUtf8();
    return words;
}

bool JobFilter::accepts(const JobRow &row) const
{
    const Record &job = row.job;
    if (status && job.status != *status)
        return false;
    if (openSince.isValid() && (!job.isOpen() || job.createdAt >= openSince))
        return false;
    if (!type.isEmpty() && job.group != type)
        return false;
    if (!model.isEmpty() && !job.models.contains(model))
        return false;
    if (from.isValid() && row.createdMs < from.toMSecsSinceEpoch())
        return false;
    if (until.isValid() && row.createdMs >= until.toMSecsSinceEpoch())
        return false;
    if (!cause.isEmpty() && row.cause != cause)
        return false;
    if (!fitsCost(row, cost, leastCost))
        return false;
    return std::all_of(words.cbegin(), words.cend(),
                       [&row](const QByteArray &word) { return row.haystack.contains(word); });
}

bool JobOrder::operator()(const JobRow *a, const JobRow *b) const
{
    if (const int order = compare(*a, *b, field); order != 0)
        return direction == Qt::AscendingOrder ? order < 0 : order > 0;
    if (a->createdMs != b->createdMs)
        return a->createdMs > b->createdMs;
    return a->job.id < b->job.id;
}

JobRows arranged(JobRows rows, const JobQuery &query, const std::atomic_bool &cancelled)
{
    if (!query.filter.isEmpty()) {
        std::erase_if(rows.list, [&](const JobRow *row) {
            return cancelled.load(std::memory_order_relaxed) || !query.filter.accepts(*row);
        });
    }
    if (!cancelled)
        std::sort(rows.list.begin(), rows.list.end(), query.order);
    return rows;
}

} // namespace litedeck
