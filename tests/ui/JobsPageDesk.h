// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/connection/Connection.h"
#include "core/demo/DemoGateway.h"
#include "core/jobs/JobCostsBook.h"
#include "core/settings/Settings.h"
#include "core/store/Store.h"
#include "ui/jobs/JobsPage.h"

#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>

#include <memory>

namespace litedeck::test {

/// The real page of jobs on a real socket, for either kind of server.
struct JobsPageDesk
{
    explicit JobsPageDesk(const demo::DemoScenario &scenario)
        : server(scenario)
        , listening(server.listen())
        , connection({.server = server.baseUrl(),
                      .team = {server.teamId()},
                      .virtualKey = server.virtualKey(),
                      .kind = scenario.kind == demo::DemoKind::LiteLlm ? ServerKind::LiteLlmProxy
                                                                       : ServerKind::SaasLiteLlm},
                     RetryPolicy{.maxRetries = 0}, clock)
        , store(directory.filePath(QStringLiteral("jobs.sqlite")))
        , costs(connection.server(), connection.team(), clock, store)
        , page(std::make_unique<JobsPage>(JobsContent{.server = connection.server(),
                                                      .clock = clock,
                                                      .redactor = connection.redactor(),
                                                      .settings = settings,
                                                      .costs = costs}))
    {
        page->resize(1280, 800);
    }

    template <typename T>
    T *find(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    QTableView *table() const { return find<QTableView>(QStringLiteral("jobsTable")); }
    QString text(const QString &name) const { return find<QLabel>(name)->text(); }

    QTemporaryDir directory;
    Settings settings{directory.filePath(QStringLiteral("settings.ini"))};
    SystemClock clock;
    demo::DemoGateway server;
    bool listening;
    Connection connection;
    Store store;
    JobCostsBook costs;
    std::unique_ptr<JobsPage> page;
};

} // namespace litedeck::test
