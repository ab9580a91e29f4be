// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/DemoScenario.h"
#include "core/demo/DemoStore.h"
#include "core/demo/Router.h"

namespace litedeck::demo {

/// What every group of handlers works with; all must outlive the rooms.
struct Premises
{
    DemoStore &store;
    const DemoScenario &scenario;
};

/// The check of `verify_virtual_key`: 401 for a bad key, 403 for a team that is not active.
std::optional<Response> checkKey(const DemoStore &store, const Request &request);

/// The job of a `{job_id}` in the path; otherwise the response says why not (500 for a malformed
/// id, 404, 403).
struct FoundJob
{
    JobRecord *job = nullptr;
    Response refusal;
};
FoundJob findOwnJob(DemoStore &store, const Call &call);

// Column widths of the server's tables.
constexpr int MaxJobType = 100;
constexpr int MaxUserId = 255;
constexpr int MaxPurpose = 200;

/// Whether the database takes the text: not too long, no NUL.
bool fitsColumn(const QString &text, int width);

/// The one object with the other's fields over its own, not looking deeper (metadata updates).
QJsonObject merged(QJsonObject into, const QJsonObject &from);

/// Adds the handlers of `/health`, jobs (create, get, metadata, complete, costs, list).
void addJobRoutes(Router &router, const Premises &premises);
/// Adds the handlers of teams and usage.
void addTeamRoutes(Router &router, const Premises &premises);
/// Adds the handlers of credits.
void addCreditRoutes(Router &router, const Premises &premises);
/// Adds the handlers of models and model groups.
void addModelRoutes(Router &router, const Premises &premises);

} // namespace litedeck::demo
