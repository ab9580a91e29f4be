// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ReplyWait.h"

#include "ui/chat/Composer.h"
#include "ui/chat/transcript/TranscriptView.h"
#include "ui/words/ErrorTexts.h"
#include "ui/words/Format.h"
#include "ui/words/WaitingText.h"

namespace litedeck {

using namespace std::chrono_literals;

ReplyWait::ReplyWait(TranscriptView &transcript, Composer &composer, Clock &clock)
    : m_transcript(transcript)
    , m_composer(composer)
    , m_ticker(clock.createTimer())
{
    connect(m_ticker.get(), &Timer::fired, this, &ReplyWait::update);
}

void ReplyWait::setSession(ChatSession *session)
{
    m_fromSession.end();
    m_retryText.clear();
    m_session = session;
    if (session != nullptr) {
        m_fromSession += connect(session, &ChatSession::busyChanged, this, &ReplyWait::update);
        m_fromSession +=
            connect(session, &ChatSession::retryScheduled, this, &ReplyWait::onRetryScheduled);
        m_fromSession +=
            connect(session, &ChatSession::inquiryStarted, this, &ReplyWait::onInquiryStarted);
        m_fromSession += connect(session, &ChatSession::attemptStarted, this, [this] {
            m_retryText.clear();
            update();
        });
    }
    update();
}

void ReplyWait::onRetryScheduled(const TurnId &id, const RetryPlan &plan)
{
    //: %1 is what went wrong, %2 a duration such as "4 s", %3 and %4 count attempts.
    m_retryText = tr("%1 Trying again in %2 (attempt %3 of %4).")
                      .arg(errorTitle(plan.cause) + u'.', formatDuration(plan.delay))
                      .arg(plan.next)
                      .arg(plan.most);
    m_transcript.setWaitingText(id, m_retryText);
}

void ReplyWait::onInquiryStarted(const TurnId &id, const Error &cause)
{
    //: %1 is what went wrong.
    m_retryText = tr("%1 Asking the server what became of the call before anything is sent again.")
                      .arg(errorTitle(cause) + u'.');
    m_transcript.setWaitingText(id, m_retryText);
}

void ReplyWait::update()
{
    m_ticker->stop();
    if (!m_session || !m_session->isBusy())
        return;
    const Turn &turn = *m_session->runningTurn();
    const bool hasNothing = turn.state == TurnState::Pending && turn.reasoning.isEmpty();
    m_composer.setAwaiting(hasNothing);
    if (turn.state == TurnState::Pending && m_retryText.isEmpty())
        m_transcript.setWaitingText(turn.id, waitingText(turn.model, m_session->elapsed(),
                                                         m_session->usualWait(turn.model)));
    m_ticker->start(1s);
}

} // namespace litedeck
