// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/SignalConnections.h"
#include "core/chat/ChatSession.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace litedeck {

class Composer;
class TranscriptView;

/// Says where the reply of a session will be how long it has been waited for, that it is tried
/// again, or that the server is asked what became of it.
class ReplyWait : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplyWait)

public:
    /// All outlive this.
    ReplyWait(TranscriptView &transcript, Composer &composer, Clock &clock);

    /// Whose reply is waited for; null for none.
    void setSession(ChatSession *session);

private:
    void onRetryScheduled(const TurnId &id, const RetryPlan &plan);
    void onInquiryStarted(const TurnId &id, const Error &cause);
    void update();

    TranscriptView &m_transcript;
    Composer &m_composer;
    QPointer<ChatSession> m_session;
    SignalConnections m_fromSession;
    std::unique_ptr<Timer> m_ticker;
    QString m_retryText; ///< Said instead of the waiting time.
};

} // namespace litedeck
