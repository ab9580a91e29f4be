// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobRow.h"

namespace litedeck {

/// The cause in an error text, the same for every job that failed for it: ids, numbers, hex,
/// addresses and whatever stands in quotes are taken for details of one job. Never empty; a pure
/// function, bounded in time for any text.
QString failureCause(const QString &errorText);

/// The jobs that failed for one cause.
struct FailureGroup
{
    int jobs = 0;
    QDateTime first; ///< When the oldest one was created.
    QDateTime last;  ///< When the newest one was created.

    friend bool operator==(const FailureGroup &, const FailureGroup &) = default;
};

/// Those of `rows` that failed for `cause`.
FailureGroup failureGroup(const JobRows &rows, const QString &cause);

/// What makes jobs comparable.
enum class Likeness : quint8 {
    Type,
    Model, ///< For requests, whose sessions say nothing of what they do.
};

/// The newest job like it that completed, the one before `failed` when there is one; null
/// when none did. As long-lived as `rows`.
const JobRow *lastThatWorked(const JobRows &rows, const Record &failed, Likeness likeness);

/// What other jobs say about one that failed.
struct FailureRelatives
{
    FailureGroup sameCause; ///< Counts the job itself too.
    JobId worked;           ///< See lastThatWorked(); empty when none did.

    friend bool operator==(const FailureRelatives &, const FailureRelatives &) = default;
};

/// Looks at every job; for any thread.
FailureRelatives relativesOf(const JobRows &rows, const JobRow &failed, Likeness likeness);

} // namespace litedeck
