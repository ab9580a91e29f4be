// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/Reply.h"

#include <utility>

namespace litedeck {

/// The answer that somebody waits for. It is cancelled, and tells nobody that it was, when whoever
/// waits is gone or asks something else instead.
class PendingReply
{
    Q_DISABLE_COPY(PendingReply)

public:
    PendingReply() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): what was asked is assigned as it is
    PendingReply(ReplyBase *reply)
        : m_reply(reply)
    {}
    PendingReply(PendingReply &&other) noexcept
        : m_reply(std::exchange(other.m_reply, {}))
    {}
    PendingReply &operator=(PendingReply &&other) noexcept
    {
        const PendingReply earlier(std::exchange(m_reply, std::exchange(other.m_reply, {})));
        return *this;
    }
    ~PendingReply() { drop(); }

    /// Whether the answer has not come yet.
    explicit operator bool() const { return m_reply && !m_reply->isFinished(); }
    /// Nobody waits for it any more.
    void drop()
    {
        const QPointer<ReplyBase> reply = std::exchange(m_reply, {});
        if (!reply || reply->isFinished())
            return;
        QObject::disconnect(reply, &ReplyBase::finished, nullptr, nullptr);
        reply->cancel();
    }

private:
    QPointer<ReplyBase> m_reply;
};

} // namespace litedeck
