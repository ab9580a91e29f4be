// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/DemoSeed.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

void seedPast(DemoStore &store, const DemoScenario &scenario)
{
    const QDateTime now =
        scenario.now.isValid() ? scenario.now.toUTC() : QDateTime::currentDateTimeUtc();
    const QDateTime start = now.addDays(-41);
    TeamRecord &team = store.team();
    team.createdAt = start;
    for (int i = 0; i < scenario.pastJobs; ++i) {
        JobRecord &job =
            store.addJob(u"chat"_s, start.addSecs(86400 + qint64(i) * 3456000 / scenario.pastJobs));
        job.status = u"COMPLETED"_s;
    }
    store.book(u"allocation"_s, scenario.credits, QString(), u"Initial credit allocation"_s, start);
}

} // namespace litedeck::demo
