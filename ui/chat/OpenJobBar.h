// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/SignalConnections.h"
#include "chat/ChatSession.h"

#include <QPointer>
#include <QWidget>

namespace litedeck {

class InlineNotice;

/// Says, in a conversation that is one job, how much is in it, and offers to finish it; hidden for
/// any other conversation.
class OpenJobBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenJobBar)

public:
    explicit OpenJobBar(QWidget *parent = nullptr);

    /// The conversation to show; null for none.
    void setSession(ChatSession *session);

signals:
    void finishRequested();

private:
    void update();
    void onFinished(const Job &job);
    int answeredInJob() const;

    QPointer<ChatSession> m_session;
    SignalConnections m_fromSession;
    InlineNotice *m_notice;
};

} // namespace litedeck
