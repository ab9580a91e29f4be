// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"

#include <QObject>

namespace litedeck {

class Server;
class AttemptFeed;
struct Attempt;

/// Whether the server takes the team's virtual key (row A3 of the error guide). The team's account
/// is told without one, so that all looks well with a wrong key until something else is asked.
///
/// ask() asks for something free of charge; every answer to a request that needs the key counts
/// from then on. refused() comes once, and accepted() once when it was refused before.
class KeyWatch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyWatch)

public:
    /// Both outlive the watch.
    KeyWatch(const Server &server, const AttemptFeed &attempts, QObject *parent = nullptr);

    void ask();
    bool isRefused() const { return m_isRefused; }

signals:
    void refused(const litedeck::Error &error);
    void accepted();

private:
    void onAttemptEnded(const Attempt &attempt);

    const Server &m_server;
    bool m_isRefused = false;
};

} // namespace litedeck
