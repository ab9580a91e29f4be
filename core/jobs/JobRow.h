// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobFacts.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace litedeck {

/// A job with what is derived from it once, so that a hundred thousand can be searched and sorted.
struct JobRow
{
    Record job;
    std::optional<JobFigures> figures; ///< Once the job's final costs were read.
    std::optional<qint64> credits;     ///< Taken for it; empty where the ledger does not know.
    QString cause;                     ///< See failureCause(); empty for jobs that did not fail.
    QByteArray haystack;  ///< All text to search in, case-folded, UTF-8 (half as large as UTF-16).
    qint64 createdMs = 0; ///< Milliseconds since 1970, for comparing.
};

/// It ran and nothing was taken for it, as far as its mark and the ledger tell.
inline bool ranUncharged(const JobRow &row)
{
    return ranUncharged(row.job) && row.credits.value_or(0) <= 0;
}

/// Rows never change once they are shared, so other threads may read them.
using JobRowPtr = std::shared_ptr<const JobRow>;

/// Some hundred jobs; shared as a whole, so that a snapshot of all jobs costs next to nothing.
using JobChunk = std::vector<JobRowPtr>;

/// Some jobs in some order, with what keeps them alive. For any thread; a copy does not touch the
/// jobs.
struct JobRows
{
    std::vector<const JobRow *> list;
    std::vector<std::shared_ptr<const JobChunk>> owners;

    size_t size() const { return list.size(); }
    bool empty() const { return list.empty(); }
    const JobRow *operator[](size_t place) const { return list[place]; }
    auto begin() const { return list.cbegin(); }
    auto end() const { return list.cend(); }
};

} // namespace litedeck
