// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <utility>

namespace litedeck {

/// Connections that end together: all of them when the sender is exchanged, whoever receives.
///
/// QObject::disconnect(this) of the old sender would leave those that go to other receivers.
class SignalConnections
{
    Q_DISABLE_COPY_MOVE(SignalConnections)

public:
    SignalConnections() = default;
    ~SignalConnections() { end(); }

    void operator+=(const QMetaObject::Connection &connection) { m_connections += connection; }
    void end()
    {
        for (const QMetaObject::Connection &connection : std::exchange(m_connections, {}))
            QObject::disconnect(connection);
    }

private:
    QList<QMetaObject::Connection> m_connections;
};

} // namespace litedeck
