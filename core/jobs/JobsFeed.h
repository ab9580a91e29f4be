// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Expected.h"
#include "core/base/Redactor.h"
#include "core/errors/Error.h"
#include "core/gateway/PendingReply.h"
#include "core/server/Record.h"

#include <QObject>

#include <memory>
#include <optional>

namespace litedeck {

class JobBook;
class JobListLoader;
class Server;

/// Keeps the jobs of a book as the server has them: everything once and when the user asks, after
/// that only the newest, now and then while somebody looks, and a few of the open jobs that are not
/// among these. What was fetched stays when a request fails. changed() follows every change of what
/// the functions below tell.
class JobsFeed : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsFeed)

public:
    /// Between two looks for what is new.
    static constexpr Milliseconds LookInterval{30'000};
    /// Open jobs that are asked for after a look that did not bring them: few, since those that
    /// were left open stay so for ever.
    static constexpr int CheckedPerLook = 3;

    /// All outlive the feed.
    JobsFeed(const Server &server, Clock &clock, const Redactor &redactor, JobBook &book,
             QObject *parent = nullptr);

    bool isLoading() const;
    /// Whether the run under way goes on past its first page.
    bool isLong() const { return m_pages > 0; }
    /// Whether the server has older jobs that were not fetched.
    bool hasOlder() const { return m_hasOlder; }
    /// When the newest jobs were last fetched, UTC; invalid until then.
    const QDateTime &loadedAt() const { return m_loadedAt; }
    /// Why the last request failed; empty when it did not.
    const std::optional<Error> &error() const { return m_error; }

    /// Fetches the whole list again.
    void refresh();
    /// Goes on where loading was stopped.
    void loadOlder();
    void stop();
    /// Whether somebody looks. Begins with a look.
    void setWatched(bool watched);
    /// Whether the server lets this key see its records; nothing is asked for while it does not.
    void setAllowed(bool allowed);
    bool isAllowed() const { return m_allowed; }
    /// Something has happened: looks for new jobs now, if somebody watches.
    void look();

signals:
    void changed();
    /// Jobs came, as the server lists them now.
    void listed(const QList<litedeck::Record> &jobs);
    void failed(const litedeck::Error &error);
    /// The list was given again after a failure.
    void recovered();

private:
    /// How far a run goes back.
    enum class Depth : quint8 { Everything, Newest };

    void listenTo(const JobListLoader &loader);
    void load(Depth depth);
    void onPage(const QList<Record> &jobs);
    void onLoaded();
    void onFailed(const Error &error);
    void checkNext();
    void onChecked(const JobId &id, const Expected<Record, Error> &job);

    const Server &m_server;
    Clock &m_clock;
    const Redactor m_redactor;
    JobBook &m_book;
    JobListLoader *m_all;    ///< Keeps its place in the list while it is stopped.
    JobListLoader *m_newest; ///< Never runs along with the other one.
    std::unique_ptr<Timer> m_timer;
    QList<JobId> m_unchecked;
    PendingReply m_check;
    std::optional<Error> m_error;
    Depth m_depth = Depth::Everything;
    QDateTime m_loadedAt;
    quint64 m_mergesBefore = 0; ///< This run.
    int m_pages = 0;            ///< Of this run.
    bool m_hasOlder = false;
    bool m_watched = false;
    bool m_allowed = true;
    bool m_quiet = false; ///< Nobody asked for this run: the same error is not told again.
};

} // namespace litedeck
