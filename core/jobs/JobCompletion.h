// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Expected.h"
#include "core/errors/Error.h"
#include "core/server/JobCosts.h"

#include <QObject>

#include <memory>

namespace litedeck {

class Server;

/// Ends an open job, as succeeded or as failed.
///
/// A job that is completed again and again is charged again, so it is looked at first, and again
/// when an answer was lost, as long as a proxy may hold the request. Emits completed() when the
/// server reported what the job came to, then finished() exactly once, with the job as it was seen
/// last, and deletes itself after it.
class JobCompletion : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobCompletion)

public:
    /// What the server is told of a job that nobody finished.
    static inline const QString LeftOpen =
        QStringLiteral("Left open; completed as failed by a person");

    /// `server`, which knows jobs, and `clock` outlive the completion; `failure` is empty for a job
    /// that succeeded.
    JobCompletion(const Server &server, Clock &clock, const JobId &job, const QString &failure,
                  QObject *parent = nullptr);

    void start() { look(); }

signals:
    void completed(const litedeck::CompletedJob &report);
    void finished(const litedeck::Expected<litedeck::Record, litedeck::Error> &job);

private:
    void look();
    void onLooked(const Expected<Record, Error> &job);
    void onCompleted(const Expected<CompletedJob, Error> &report);
    void lookLater();
    void finish(const Expected<Record, Error> &job);

    const Server &m_server;
    const JobId m_id;
    const QString m_failure;
    std::unique_ptr<Timer> m_pause;
    size_t m_looks = 0;           ///< After a lost answer.
    bool m_isSent = false;        ///< The job was, or may have been, completed.
    std::optional<Error> m_doubt; ///< Why it is not known whether it was; empty when it is.
};

} // namespace litedeck
