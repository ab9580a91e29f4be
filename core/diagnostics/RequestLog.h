// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"
#include "core/net/Http.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace litedeck {

class AttemptFeed;
class Clock;
struct Attempt;

/// One attempt, as the log keeps it: never a body, a header or a key.
struct RequestLogEntry
{
    qint64 number = 0; ///< Counts from 1.
    QDateTime at;      ///< When it ended, UTC.
    QString method;
    QString endpoint; ///< The path with ids replaced.
    QString url;      ///< Without user, query and fragment.
    QString path;     ///< The path of `url`.
    QString requestId;
    JobId job; ///< As the path, the error or the reply tells it; empty when none does.
    int attempt = 1;
    int status = 0; ///< 0 for none.
    WireEnd end = WireEnd::Complete;
    Outcome outcome = Outcome::NotSent;
    Milliseconds duration{0};
    int timesSent = 0;
    qint64 sent = 0;                     ///< Bytes of the request's body.
    qint64 received = 0;                 ///< Bytes of the reply's body.
    std::optional<ErrorCategory> error;  ///< What was wrong with it, if anything.
    QString errorText;                   ///< In the server's own words, redacted and bounded.
    QString exceptionClass;              ///< LiteLLM's, such as "RateLimitError"; may be empty.
    std::optional<Milliseconds> retryIn; ///< The wait before the next attempt; none after the last.

    bool isFailure() const { return error.has_value(); }
    friend bool operator==(const RequestLogEntry &, const RequestLogEntry &) = default;
};

/// The newest attempts of all calls, oldest first.
class RequestLog : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLog)

public:
    static constexpr qsizetype Capacity = 2'000;
    /// Longer texts of errors are cut, in characters.
    static constexpr qsizetype LongestText = 1'000;

    /// Both outlive the log.
    RequestLog(const AttemptFeed &attempts, Clock &clock, QObject *parent = nullptr);

    const QList<RequestLogEntry> &entries() const { return m_entries; }
    void clear();

signals:
    /// A new last entry; `dropped` oldest ones left to make room.
    void entryAdded(const litedeck::RequestLogEntry &entry, qsizetype dropped);
    void cleared();

private:
    void onAttemptEnded(const Attempt &attempt);

    Clock &m_clock;
    QList<RequestLogEntry> m_entries;
    qint64 m_count = 0;
};

} // namespace litedeck
