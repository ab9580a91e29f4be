// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/KeyWatch.h"

#include "core/errors/Verdict.h"
#include "core/resilience/Attempt.h"
#include "core/server/Server.h"

namespace litedeck {

KeyWatch::KeyWatch(const Server &server, const AttemptFeed &attempts, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    connect(&attempts, &AttemptFeed::attemptEnded, this, &KeyWatch::onAttemptEnded);
}

void KeyWatch::ask()
{
    // What it answers is heard of as of any attempt.
    m_server.checkKey();
}

void KeyWatch::onAttemptEnded(const Attempt &attempt)
{
    if (attempt.error && isKeyRefusal(*attempt.error)) {
        if (!std::exchange(m_isRefused, true))
            emit refused(*attempt.error);
    } else if (!attempt.error && attempt.request.provesKey) {
        if (std::exchange(m_isRefused, false))
            emit accepted();
    }
}

} // namespace litedeck
