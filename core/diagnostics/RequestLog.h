// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errors/Error.h"
#include "net/Http.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

namespace litedeck {

class Clock;
class HttpClient;

/// One attempt, as the log keeps it: never a body, a header or a key.
struct RequestLogEntry
{
    qint64 number = 0; ///< Counts from 1.
    QDateTime at;      ///< When it ended, UTC.
    QString method;
    QString endpoint; ///< The path with ids replaced.
    QString path;     ///< The path as sent, without the query.
    QString requestId;
    int attempt = 1;
    int status = 0; ///< 0 for none.
    WireEnd end = WireEnd::Complete;
    Outcome outcome = Outcome::NotSent;
    Milliseconds duration{0};
    int timesSent = 0;

    bool isFailure() const { return end != WireEnd::Complete || status < 200 || status >= 300; }
    friend bool operator==(const RequestLogEntry &, const RequestLogEntry &) = default;
};

/// The newest attempts of all calls, oldest first.
class RequestLog : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLog)

public:
    static constexpr qsizetype Capacity = 2'000;

    /// Both outlive the log.
    RequestLog(const HttpClient &client, Clock &clock, QObject *parent = nullptr);

    const QList<RequestLogEntry> &entries() const { return m_entries; }
    void clear();

signals:
    /// A new last entry; `dropped` oldest ones left to make room.
    void entryAdded(const litedeck::RequestLogEntry &entry, qsizetype dropped);
    void cleared();

private:
    void onExchangeFinished(const HttpRequest &request, const HttpResult &result);

    Clock &m_clock;
    QList<RequestLogEntry> m_entries;
    qint64 m_count = 0;
};

/// The name of an ending, for logs and exports.
QString wireEndName(WireEnd end);
/// The name of an outcome, for logs and exports.
QString outcomeName(Outcome outcome);

} // namespace litedeck
