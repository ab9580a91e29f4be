// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/StoreError.h"

#include <QList>

#include <functional>

namespace litedeck {

class Database;

/// Writes in their order, kept while they cannot succeed.
///
/// A write that finds no room, no lock or no permission stays first in line and is tried again, so
/// that an older write never lands on top of a newer one. Lives on the database's thread.
class WriteBacklog
{
    Q_DISABLE_COPY_MOVE(WriteBacklog)

public:
    using Job = std::function<StoreResult<>(Database &)>;

    WriteBacklog() = default;

    void append(Job job) { m_jobs.append(std::move(job)); }

    /// Runs the jobs up to the first one that has to wait, and returns its error; else the last
    /// error of a job that failed for good.
    StoreResult<> run(Database &database);

    /// Whether the same write can succeed later without anything lost.
    static bool canSucceedLater(StoreErrorKind kind);

private:
    QList<Job> m_jobs;
};

} // namespace litedeck
