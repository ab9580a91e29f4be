// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoScenario.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

void playLiteLlm(DemoScenario &scenario, const QString &name)
{
    scenario.kind = DemoKind::LiteLlm;
    scenario.pastJobs = 240;
    scenario.bookingDelayMs = 4000;
    scenario.proxy.requestsPerMinute = 60;
    if (name == u"litellm-over-budget"_s)
        scenario.proxy.isOverBudget = true;
    else if (name == u"litellm-blocked"_s)
        scenario.proxy.state = KeyState::Blocked;
    else if (name == u"litellm-old"_s)
        scenario.proxy.isOld = true;
    else if (name == u"litellm-calls-only"_s)
        scenario.proxy.owner = KeyOwner::CallsOnly;
    else if (name == u"litellm-service"_s)
        scenario.proxy.owner = KeyOwner::Service;
}

} // namespace

std::optional<DemoScenario> DemoScenario::named(const QString &name)
{
    if (!names().contains(name))
        return std::nullopt;
    DemoScenario scenario;
    scenario.seed = 20;
    scenario.providerDelayMs = 450;
    scenario.textPaceMs = 16;
    if (name == u"real"_s) {
        scenario.burstReplies = true;
        scenario.providerDelayMs = 1800;
        scenario.bookingDelayMs = 30;
    } else if (name == u"suspended"_s || name == u"paused"_s) {
        scenario.teamStatus = name;
    } else if (name == u"no-credits"_s) {
        scenario.credits = 0;
        scenario.uncreditedJobs = 14;
    } else if (name == u"flaky"_s) {
        scenario.flaky = true;
        scenario.failurePercent = 24;
    } else if (name == u"empty"_s) {
        scenario.pastJobs = 0;
        scenario.uncreditedJobs = 0;
    } else if (name == u"busy"_s) {
        scenario.pastJobs = 6000;
        scenario.credits = 25000;
    } else if (name.startsWith(u"litellm"_s)) {
        playLiteLlm(scenario, name);
    }
    return scenario;
}

QStringList DemoScenario::names()
{
    return {u"default"_s,
            u"real"_s,
            u"suspended"_s,
            u"paused"_s,
            u"no-credits"_s,
            u"flaky"_s,
            u"empty"_s,
            u"busy"_s,
            u"litellm"_s,
            u"litellm-over-budget"_s,
            u"litellm-blocked"_s,
            u"litellm-old"_s,
            u"litellm-calls-only"_s,
            u"litellm-service"_s};
}

} // namespace litedeck::demo
