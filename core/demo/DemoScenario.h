// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/ProxyTraits.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck::demo {

/// What kind of team and server the gateway plays. The defaults suit tests: no waiting anywhere.
struct DemoScenario
{
    DemoKind kind = DemoKind::SaasLiteLlm;
    ProxyTraits proxy;  ///< Of a plain LiteLLM proxy, for which credits, team and jobs say nothing.
    quint32 seed = 1;   ///< Everything random follows from it.
    int credits = 1000; ///< The balance at the start.
    int pastJobs = 300; ///< Jobs (or calls) that ran before the start, over the last 40 days.
    QString teamStatus = QStringLiteral("active"); ///< Or "suspended", "paused".
    /// How credits are counted; or "consumption_usd", "consumption_tokens". Past jobs were charged
    /// by the job all the same.
    QString budgetMode = QStringLiteral("job_based");
    double creditsPerDollar = 10;
    int tokensPerCredit = 10'000;
    double costMarkupPercentage = 0;
    int failurePercent = 9; ///< Share of the past jobs that failed.
    int uncreditedJobs = 2; ///< Last jobs that completed when no credit was left to take.

    int providerDelayMs = 0;   ///< Silence before the first text of a reply.
    int textPaceMs = 0;        ///< Between two events of a paced stream; 0 is as fast as possible.
    bool burstReplies = false; ///< The real server's habit: nothing, then all events at once.
    int slowThinkerMs = 4000;  ///< The silence of `slow-thinker` and `fault-timeout`.
    int bookingDelayMs = 0;    ///< Between the end of a reply and its booking.
    int keepAliveMs = 5000;    ///< After which an idle connection is closed; uvicorn's default.
    /// Whether a stream that loses its client before the provider answered is given up, its job
    /// IN_PROGRESS for ever (uvicorn from 0.32 on); otherwise it ends as if nobody had left, as
    /// with the server's locked packages. Seen in a run of SaaS LiteLLM e762188.
    bool abandonsOnDisconnect = false;
    bool flaky = false; ///< Every few calls fail, each time in another way.
    QDateTime now;      ///< "Now" of the past jobs; invalid takes the time at the start.

    /// The scenario of that name, or nothing.
    static std::optional<DemoScenario> named(const QString &name);
    /// All names, the one for people who just try the program first.
    static QStringList names();
};

} // namespace litedeck::demo
