// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/OpenJobBar.h"

#include "widgets/InlineNotice.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

OpenJobBar::OpenJobBar(QWidget *parent)
    : QWidget(parent)
    , m_notice(new InlineNotice({}, Tone::Neutral))
{
    setObjectName(u"openJobBar"_s);
    m_notice->setClosable(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_notice);
    connect(m_notice, &InlineNotice::actionRequested, this, &OpenJobBar::finishRequested);
    hide();
}

void OpenJobBar::setSession(ChatSession *session)
{
    m_fromSession.end();
    m_session = session;
    if (session != nullptr) {
        m_fromSession +=
            connect(session, &ChatSession::conversationChanged, this, &OpenJobBar::update);
        m_fromSession += connect(session, &ChatSession::busyChanged, this, &OpenJobBar::update);
        m_fromSession += connect(session, &ChatSession::jobFinished, this, &OpenJobBar::onFinished);
    }
    update();
}

int OpenJobBar::answeredInJob() const
{
    const Conversation &conversation = m_session->conversation();
    const QList<Turn> all = conversation.turns + conversation.asides;
    return static_cast<int>(std::count_if(all.cbegin(), all.cend(), [&](const Turn &turn) {
        return turn.jobId == conversation.openJob && !turn.reply.isEmpty();
    }));
}

void OpenJobBar::update()
{
    const bool isBilledWhole =
        m_session && m_session->conversation().settings.billing == Billing::PerConversation;
    const bool hasJob = m_session && !m_session->conversation().openJob.isEmpty();
    setVisible(isBilledWhole || hasJob);
    if (!hasJob) {
        m_notice->setAction({});
        m_notice->setMessage(tr("The messages of this chat go into one job, which is charged when "
                                "you finish it."),
                             Tone::Neutral);
        return;
    }
    if (m_session->isBusy() || m_session->canFinishJob())
        m_notice->setMessage(tr("%n answered message(s) in one open job. It is charged when you "
                                "finish it.",
                                nullptr, answeredInJob()),
                             Tone::Neutral);
    else
        m_notice->setMessage(tr("Finishing the job of this chat…"), Tone::Neutral);
    m_notice->setAction(m_session->canFinishJob() ? tr("Finish and pay") : QString());
}

void OpenJobBar::onFinished(const Job &job)
{
    m_notice->setAction({});
    if (job.creditApplied)
        m_notice->setMessage(tr("The job of this chat is finished and was charged. The next "
                                "message opens another one."),
                             Tone::Success);
    else
        m_notice->setMessage(tr("The job of this chat is finished. Nothing was charged."),
                             Tone::Success);
    show();
}

} // namespace litedeck
