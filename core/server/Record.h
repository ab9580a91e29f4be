// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/server/OpenCall.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck {

/// The server writes statuses in upper case, its documentation in lower case; both are read.
enum class JobStatus : quint8 { Pending, InProgress, Completed, Failed, Cancelled, Unknown };

JobStatus parseJobStatus(const QString &text);
/// The only spelling that the server accepts as a filter (any other answers 500); empty for
/// Unknown.
QString jobStatusFilter(JobStatus status);

/// A job as `GET /api/jobs/{id}` and the team's list give it.
struct Job
{
    JobId id;
    TeamId team;
    QString userId;
    QString type;
    JobStatus status = JobStatus::Unknown;
    QDateTime createdAt;
    std::optional<QDateTime> startedAt;
    std::optional<QDateTime> completedAt;
    QJsonObject metadata;
    QString errorMessage;
    bool creditApplied = false; ///< A completed job without it ran but was not charged.
    QStringList models;         ///< The server keeps only the first one.
    OpenCall call;              ///< That made it; without a key when it is none of Litedeck's.

    bool isOpen() const { return status == JobStatus::Pending || status == JobStatus::InProgress; }

    friend bool operator==(const Job &, const Job &) = default;
};

/// The answer to creating a job.
struct CreatedJob
{
    JobId id;
    JobStatus status = JobStatus::Unknown;
    QDateTime createdAt;

    friend bool operator==(const CreatedJob &, const CreatedJob &) = default;
};

/// One page of `GET /api/teams/{id}/jobs`; the server's `total` is the size of the page.
struct JobPage
{
    QList<Job> jobs;
    int offset = 0;
    /// Whether a further page may hold more, known from the page being full.
    bool mayHaveMore = false;

    friend bool operator==(const JobPage &, const JobPage &) = default;
};

} // namespace litedeck
