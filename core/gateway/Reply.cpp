// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/Reply.h"

#include "core/base/Logging.h"

namespace litedeck {

Error malformedReply(const HttpResult &result, const QString &problem)
{
    qCWarning(logGateway, "a reply does not fit: %s", qUtf8Printable(problem));
    Error error = Error::of(ErrorCategory::MalformedReply);
    error.outcome = result.outcome;
    error.httpStatus = result.status;
    error.message = problem;
    return error;
}

ReplyBase::ReplyBase(Call *call)
    : QObject(call->parent())
    , m_call(call)
{
    call->setParent(this);
    connect(call, &Call::retryScheduled, this, &ReplyBase::retryScheduled);
    connect(call, &Call::finished, this, &ReplyBase::onCallFinished);
    call->start();
}

ReplyBase::ReplyBase(QObject *parent)
    : QObject(parent)
{}

void ReplyBase::add(ReplyBase *part)
{
    part->setParent(this);
    m_parts.append(part);
    connect(part, &ReplyBase::retryScheduled, this, &ReplyBase::retryScheduled);
}

void ReplyBase::cancel()
{
    if (m_call)
        m_call->cancel();
    const auto parts = m_parts;
    for (const auto &part : parts) {
        if (part)
            part->cancel();
    }
}

void ReplyBase::retryNow()
{
    if (m_call)
        m_call->retryNow();
    const auto parts = m_parts;
    for (const auto &part : parts) {
        if (part)
            part->retryNow();
    }
}

void ReplyBase::take(const CallResult &)
{}

void ReplyBase::onCallFinished(const CallResult &result)
{
    take(result);
    finish();
}

void ReplyBase::finish()
{
    m_isFinished = true;
    emit finished();
    deleteLater();
}

} // namespace litedeck
