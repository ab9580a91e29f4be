// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/Reply.h"

namespace litedeck {

ReplyBase::ReplyBase(Call *call)
    : QObject(call->parent())
    , m_call(call)
{
    call->setParent(this);
    connect(call, &Call::retryScheduled, this, &ReplyBase::retryScheduled);
    connect(call, &Call::finished, this, &ReplyBase::onCallFinished);
    call->start();
}

void ReplyBase::cancel()
{
    if (m_call)
        m_call->cancel();
}

void ReplyBase::retryNow()
{
    if (m_call)
        m_call->retryNow();
}

void ReplyBase::onCallFinished(const CallResult &result)
{
    take(result);
    emit finished();
    deleteLater();
}

} // namespace litedeck
