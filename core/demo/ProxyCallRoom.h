// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/ProxyRoom.h"

#include <QObject>

namespace litedeck::demo {

struct ProxyRequest;

/// The endpoint that calls models: what the proxy refuses by itself, and calls on their way.
class ProxyCallRoom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProxyCallRoom)

public:
    /// `store` and `scenario` outlive the room.
    ProxyCallRoom(ProxyStore &store, const DemoScenario &scenario, QObject *parent);

    void addRoutes(Router &router);

private:
    std::optional<Response> complete(const Call &call);
    /// Refuses a call, with a row of its own.
    Response refuse(const ProxyFailure &failure, const ProxyRequest &request, bool isAtDoor);

    ProxyStore &m_store;
    const DemoScenario &m_scenario;
};

} // namespace litedeck::demo
