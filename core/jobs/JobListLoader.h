// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/base/Redactor.h"
#include "core/errors/Error.h"
#include "core/gateway/PendingReply.h"
#include "core/jobs/ShardedHash.h"
#include "core/server/Record.h"

#include <QObject>

namespace litedeck {

class Server;

/// Fetches what ran page after page, one request at a time, until the server has no more or stop().
///
/// After start() or startMore(): pageArrived() for each page, without secrets, then exactly one of
/// finished() and failed(), unless the loader is stopped, started again or destroyed before.
class JobListLoader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobListLoader)

public:
    /// Of whole lists: few requests, each of them quickly read.
    static constexpr int PageSize = 200;
    /// Of looks for what is new.
    static constexpr int GlanceSize = 50;

    /// `server` outlives the loader.
    JobListLoader(const Server &server, const Redactor &redactor, QObject *parent = nullptr);

    /// Begins with the newest jobs.
    void start(int pageSize = PageSize);
    /// Goes on where the last run stopped or failed. What came since has moved the list on by as
    /// much, so that some jobs arrive again but none is left out.
    void startMore();
    /// Gives up what is under way; nothing is emitted.
    void stop();

    /// Ends the run with the page that just arrived; for a slot of pageArrived().
    void finishRun() { m_enough = true; }

    bool isRunning() const { return m_running; }

signals:
    void pageArrived(const QList<litedeck::Record> &jobs);
    void finished();
    void failed(const litedeck::Error &error);

private:
    void requestPage();
    void onPage(const Expected<RecordPage, Error> &page);

    const Server &m_server;
    const Redactor m_redactor;
    PendingReply m_request;
    ShardedHash<JobId, bool> m_seen; ///< By this run.
    QString m_next;                  ///< The cursor of the page that is to come.
    int m_pageSize = PageSize;
    bool m_enough = false;
    bool m_running = false;
};

} // namespace litedeck
