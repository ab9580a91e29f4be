// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StoredName.h"
#include "core/jobs/JobRow.h"

#include <atomic>

namespace litedeck {

/// What is told about a job in a table, in the order of the columns.
enum class JobField : quint8 {
    Status,
    Type,
    Model,
    Created,
    Duration,
    Cost,
    Credit,
    Error,
    Waited,
    Ended,
    Calls,
    Tokens,
    User,
    Id,
};
inline constexpr int JobFieldCount = int(JobField::Id) + 1;

/// The names of fields in files and settings.
template <>
struct StoredNames<JobField>
{
    static constexpr auto Otherwise = JobField::Id;
    static constexpr StoredName<JobField> All[] = {
        {JobField::Status, "status"},
        {JobField::Type, "type"},
        {JobField::Model, "model"},
        {JobField::Created, "created_at"},
        {JobField::Duration, "duration_s"},
        {JobField::Cost, "cost_usd"},
        {JobField::Credit, "credit_applied"},
        {JobField::Error, "error"},
        {JobField::Waited, "waited_s"},
        {JobField::Ended, "ended_at"},
        {JobField::Calls, "calls"},
        {JobField::Tokens, "tokens"},
        {JobField::User, "user"},
        {JobField::Id, "job_id"},
    };
};

/// What is known of a job's cost.
enum class CostKnowledge : quint8 {
    Any,
    Reported,
    NotReported, ///< It was asked for, and the server told none.
    NotRead,     ///< Nobody has asked for it yet.
};

/// Which jobs are wanted; all that is not set lets every job through.
struct JobFilter
{
    QList<QByteArray> words; ///< Each one stands somewhere in the job; see searchWords().
    std::optional<RecordStatus> status;
    QString type;
    QString model;
    QDateTime from;      ///< Created then or later.
    QDateTime until;     ///< Created before then.
    QDateTime openSince; ///< Still open, and created before then.
    CostKnowledge cost = CostKnowledge::Any;
    std::optional<Usd> leastCost; ///< Reported, and this much or more.
    QString cause;                ///< Failed for this cause; see failureCause().

    bool accepts(const JobRow &row) const;
    bool isEmpty() const { return *this == JobFilter(); }

    friend bool operator==(const JobFilter &, const JobFilter &) = default;
};

/// The words of a search in the form of JobRow::haystack.
QList<QByteArray> searchWords(const QString &text);

/// An order of jobs. It is total: among equals the newest comes first, then the smaller id.
struct JobOrder
{
    JobField field = JobField::Created;
    Qt::SortOrder direction = Qt::DescendingOrder;

    /// Whether `a` comes before `b`.
    bool operator()(const JobRow *a, const JobRow *b) const;

    friend bool operator==(const JobOrder &, const JobOrder &) = default;
};

/// Which jobs are shown, and how.
struct JobQuery
{
    JobFilter filter;
    JobOrder order;

    friend bool operator==(const JobQuery &, const JobQuery &) = default;
};

/// The rows that the query wants, in its order; for any thread. What is returned after `cancelled`
/// was set has no meaning.
JobRows arranged(JobRows rows, const JobQuery &query, const std::atomic_bool &cancelled);

} // namespace litedeck
