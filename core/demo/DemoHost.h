// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/DemoGateway.h"

#include <QThread>

namespace litedeck::demo {

/// A gateway on a thread of its own, for a program that plays its own server.
///
/// Not a QObject: owns thread and gateway, and ends both in its destructor.
class DemoHost
{
    Q_DISABLE_COPY_MOVE(DemoHost)

public:
    /// Starts the thread and begins to listen on a free port of 127.0.0.1.
    explicit DemoHost(const DemoScenario &scenario);
    ~DemoHost();

    /// Valid as long as the host; all its methods may be called from the caller's thread.
    DemoGateway &gateway() { return *m_gateway; }

private:
    QThread m_thread;
    DemoGateway *m_gateway; ///< Deleted by the thread as it ends.
};

} // namespace litedeck::demo
