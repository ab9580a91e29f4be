// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/OpenJobBar.h"

#include "core/chat/Pricing.h"
#include "core/jobs/JobFacts.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Parts.h"
#include "ui/words/Format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// What finishing a job takes that holds so many answered messages.
QString priceText(int answered, const std::optional<JobCosts> &costs, const Pricing &pricing)
{
    if (answered == 0)
        return OpenJobBar::tr("No message in the open job was answered: finishing it is free.");
    const auto credits = costs ? pricing.ofJob(*costs) : std::nullopt;
    if (!credits)
        return OpenJobBar::tr("%n answered message(s) in one open job. It is charged when you "
                              "finish it.",
                              nullptr, answered);
    const JobFigures figures = figuresOf(*costs);
    const bool isSure = pricing.charges().kind == ChargeRule::Kind::PerJob;
    if (isSure || !figures.tokens.isKnown())
        //: %1 is such as "1 credit".
        return OpenJobBar::tr("%n answered message(s) in one open job. Finishing it takes %1.",
                              nullptr, answered)
            .arg(formatCredits(*credits));
    //: %1 is such as "30 credits", %2 such as "3,090 tokens", %3 such as "$0.00444".
    return OpenJobBar::tr("%n answered message(s) in one open job. Finishing it takes about %1, "
                          "for %2, %3.",
                          nullptr, answered)
        .arg(formatCredits(*credits), formatTokens(figures.tokens), formatUsd(figures.cost));
}

} // namespace

OpenJobBar::OpenJobBar(Pricing &pricing, QWidget *parent)
    : QWidget(parent)
    , m_pricing(pricing)
    , m_notice(new InlineNotice({}, Tone::Neutral))
{
    setObjectName(u"openJobBar"_s);
    m_notice->setClosable(false);
    columnOf(this, -1, {m_notice});
    connect(m_notice, &InlineNotice::actionRequested, this, &OpenJobBar::finishRequested);
    connect(&pricing, &Pricing::changed, this, &OpenJobBar::update);
    hide();
}

void OpenJobBar::setSession(ChatSession *session)
{
    m_fromSession.end();
    m_session = session;
    m_finished.reset();
    if (session != nullptr) {
        m_fromSession +=
            connect(session, &ChatSession::conversationChanged, this, &OpenJobBar::update);
        m_fromSession += connect(session, &ChatSession::busyChanged, this, &OpenJobBar::update);
        m_fromSession += connect(session, &ChatSession::jobCosted, this, &OpenJobBar::update);
        m_fromSession +=
            connect(session, &ChatSession::jobFinished, this, [this](const Record &job) {
                m_finished = job;
                m_pricing.noteFinished();
                update();
            });
        session->readJobCosts();
    }
    update();
}

int OpenJobBar::answeredInJob() const
{
    const Conversation &conversation = m_session->conversation();
    const QList<Turn> all = conversation.turns + conversation.asides;
    return static_cast<int>(std::ranges::count_if(all, [&](const Turn &turn) {
        return turn.jobId == conversation.openJob && !turn.reply.isEmpty();
    }));
}

JobId OpenJobBar::lastJob() const
{
    const Conversation &conversation = m_session->conversation();
    const QList<Turn> all = conversation.turns + conversation.asides;
    const Turn *last = nullptr;
    for (const Turn &turn : all) {
        // What a message took that was a job of its own stands under it.
        const bool isShared = !turn.jobId.isEmpty() && !turn.cost.credits.isKnown();
        if (isShared && (last == nullptr || turn.order > last->order))
            last = &turn;
    }
    return last != nullptr ? last->jobId : JobId();
}

void OpenJobBar::update()
{
    const bool isBilledWhole =
        m_session && m_session->conversation().settings.billing == Billing::PerConversation;
    const bool hasJob = m_session && !m_session->conversation().openJob.isEmpty();
    setVisible(isBilledWhole || hasJob || m_finished);
    if (!m_session)
        return;
    if (hasJob)
        showOpenJob();
    else
        showNoOpenJob();
}

void OpenJobBar::showOpenJob()
{
    m_finished.reset();
    const bool canFinish = m_session->canFinishJob();
    if (m_session->isBusy() || canFinish)
        m_notice->setMessage(priceText(answeredInJob(), m_session->jobCosts(), m_pricing),
                             Tone::Neutral);
    else
        m_notice->setMessage(tr("Finishing the job of this chat…"), Tone::Neutral);
    m_notice->setAction(canFinish ? tr("Finish and pay") : QString());
}

void OpenJobBar::showNoOpenJob()
{
    m_notice->setAction({});
    const auto taken = m_pricing.taken(m_finished ? m_finished->id : lastJob());
    const Tone tone = m_finished ? Tone::Success : Tone::Neutral;
    if (taken && *taken > 0)
        //: %1 is such as "30 credits".
        m_notice->setMessage(tr("The job of this chat is finished and took %1. The next message "
                                "opens another one.")
                                 .arg(formatCredits(*taken)),
                             tone);
    else if (m_finished && m_finished->isCharged())
        m_notice->setMessage(tr("The job of this chat is finished and was charged. The next "
                                "message opens another one."),
                             tone);
    else if (m_finished)
        m_notice->setMessage(tr("The job of this chat is finished. Nothing was charged."), tone);
    else
        m_notice->setMessage(tr("The messages of this chat go into one job, which is charged when "
                                "you finish it."),
                             tone);
}

} // namespace litedeck
