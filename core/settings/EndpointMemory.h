// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

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

    /// The endpoints that stream, each of which has another one that gives a reply in one piece.
    enum class Stream : quint8 {
        SingleCall, ///< create-and-call-stream
        InJob       ///< llm-call-stream
    };

    /// Whether replies can be streamed, as far as is known.
    bool canStream(Stream stream) const;
    void noteFailure(Stream stream);

private:
    QString keyOf(Stream stream) const;

    Settings &m_settings;
    const QString m_server;
    Clock &m_clock;
};

} // namespace litedeck
