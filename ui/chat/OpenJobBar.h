// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SignalConnections.h"
#include "core/chat/ChatSession.h"

#include <QPointer>
#include <QWidget>

namespace litedeck {

class InlineNotice;
class Pricing;

/// Says, in a conversation that is one job, how much is in it and what that will take, and offers
/// to finish it; afterwards what it took. Hidden for any other conversation.
class OpenJobBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenJobBar)

public:
    /// `pricing` outlives the bar.
    explicit OpenJobBar(Pricing &pricing, QWidget *parent = nullptr);

    /// The conversation to show; null for none.
    void setSession(ChatSession *session);

signals:
    void finishRequested();

private:
    void update();
    void showOpenJob();
    void showNoOpenJob();
    int answeredInJob() const;
    /// The job of the newest message that was charged with others; empty when there is none.
    JobId lastJob() const;

    Pricing &m_pricing;
    QPointer<ChatSession> m_session;
    SignalConnections m_fromSession;
    InlineNotice *m_notice;
    std::optional<Record> m_finished; ///< While it is shown.
};

} // namespace litedeck
