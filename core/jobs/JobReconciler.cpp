// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobReconciler.h"

#include "core/base/Logging.h"
#include "core/server/Server.h"

#include <algorithm>
#include <utility>

namespace litedeck {

using namespace Qt::StringLiterals;

JobReconciler::JobReconciler(const Server &server, OpenCalls &openCalls, Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_openCalls(openCalls)
    , m_clock(clock)
{
    connect(&openCalls, &OpenCalls::leftOpen, this, &JobReconciler::onLeftOpen);
}

void JobReconciler::onLeftOpen(const QList<OpenCall> &calls)
{
    if (!calls.isEmpty())
        qCInfo(logChat, "%lld calls of an earlier run are still open",
               static_cast<long long>(calls.size()));
    for (const OpenCall &call : calls)
        settle(call, {.outcome = Outcome::Ambiguous,
                      .failure = u"Litedeck ended before the reply had arrived"_s,
                      .hadText = call.hadText,
                      .attempts = 0});
}

void JobReconciler::settle(const OpenCall &call, const CallEnd &end)
{
    if (m_pending.contains(call.callKey))
        return;
    Pending pending{.call = call, .end = end, .timer = m_clock.createTimer()};
    connect(pending.timer.get(), &Timer::fired, this, [this, key = call.callKey] { look(key); });
    m_pending.emplace(call.callKey, std::move(pending));
    emit settling();
    look(call.callKey);
}

void JobReconciler::look(const QString &callKey)
{
    const Pending &pending = m_pending.at(callKey);
    Inquiry *inquiry = m_server.inquire(pending.call, pending.end, this);
    connect(inquiry, &Inquiry::waiting, this,
            [this, call = pending.call](CallFate why) { emit waiting(call, why); });
    connect(inquiry, &Inquiry::settled, this,
            [this, callKey](const CallFinding &finding) { onSettled(callKey, finding); });
    inquiry->start();
}

bool JobReconciler::isOver(const OpenCall &call, const CallFinding &finding) const
{
    switch (finding.fate) {
    case CallFate::NeverRan:
    case CallFate::Uncharged:
    case CallFate::Charged:
        return true;
    case CallFate::NotFoundYet:
    case CallFate::StillRunning:
        return false;
    case CallFate::Unknown:
        break;
    }
    return !finding.error && call.sentAt.addDuration(LongestSearch) < m_clock.utcNow();
}

void JobReconciler::onSettled(const QString &callKey, const CallFinding &finding)
{
    Pending &pending = m_pending.at(callKey);
    const OpenCall call = pending.call;
    if (isOver(call, finding)) {
        m_openCalls.close(callKey);
        m_pending.erase(callKey);
    } else {
        pending.timer->start(pending.pause);
        pending.pause = std::min(2 * pending.pause, LongestPause);
    }
    emit settled(call, finding);
}

} // namespace litedeck
