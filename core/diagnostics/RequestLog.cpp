// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostics/RequestLog.h"

#include "core/base/Clock.h"
#include "core/resilience/Attempt.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// The server tells the id of a job that it makes only in its reply.
JobId createdJob(const HttpRequest &request, const HttpResult &result)
{
    if (!request.makesJob || !result.isSuccess())
        return {};
    return {QJsonDocument::fromJson(result.body).object().value("job_id"_L1).toString()};
}

JobId jobOf(const Attempt &attempt)
{
    if (!attempt.request.job.isEmpty())
        return attempt.request.job;
    if (attempt.error && !attempt.error->jobId.isEmpty())
        return attempt.error->jobId;
    return createdJob(attempt.request, attempt.result);
}

} // namespace

RequestLog::RequestLog(const AttemptFeed &attempts, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(&attempts, &AttemptFeed::attemptEnded, this, &RequestLog::onAttemptEnded);
}

void RequestLog::clear()
{
    m_entries.clear();
    emit cleared();
}

void RequestLog::onAttemptEnded(const Attempt &attempt)
{
    const auto &[request, result, error, retryIn] = attempt;
    qsizetype dropped = 0;
    if (m_entries.size() == Capacity) {
        m_entries.removeFirst();
        dropped = 1;
    }
    const QUrl url =
        request.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    m_entries.append({.number = ++m_count,
                      .at = m_clock.utcNow(),
                      .method = QString::fromLatin1(httpMethodName(request.method)),
                      .endpoint = QString::fromLatin1(request.endpoint),
                      .url = url.toString(),
                      .path = url.path(),
                      .requestId = QString::fromLatin1(request.requestId),
                      .job = jobOf(attempt),
                      .attempt = request.attempt,
                      .status = result.status,
                      .end = result.end,
                      .outcome = error ? error->outcome : result.outcome,
                      .duration = result.duration,
                      .timesSent = result.timesSent,
                      .sent = result.timesSent > 0 ? request.body.size() : 0,
                      .received = result.received,
                      .error = error ? std::optional(error->category) : std::nullopt,
                      .errorText = error ? error->message.left(LongestText) : QString(),
                      .exceptionClass = error ? error->exceptionClass : QString(),
                      .retryIn = retryIn});
    emit entryAdded(m_entries.constLast(), dropped);
}

} // namespace litedeck
