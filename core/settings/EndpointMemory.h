// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"

#include <QUrl>

namespace litedeck {

class Settings;

/// What was learned about a server's endpoints, so that a call does not fail each time over one
/// that does not work there. Forgotten after a week, as servers are mended.
class EndpointMemory
{
    Q_DISABLE_COPY_MOVE(EndpointMemory)

public:
    static constexpr int DaysKept = 7;

    /// Settings and clock outlive the memory.
    EndpointMemory(Settings &settings, const QUrl &server, Clock &clock);

    /// Whether replies can be streamed, as far as is known.
    bool canStream() const;
    void noteThatStreamsFail();

private:
    Settings &m_settings;
    const QString m_server;
    Clock &m_clock;
};

} // namespace litedeck
