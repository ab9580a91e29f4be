// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoScenario.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

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
    }
    return scenario;
}

QStringList DemoScenario::names()
{
    return {u"default"_s,    u"real"_s,  u"suspended"_s, u"paused"_s,
            u"no-credits"_s, u"flaky"_s, u"empty"_s,     u"busy"_s};
}

} // namespace litedeck::demo
