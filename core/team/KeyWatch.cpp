// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/KeyWatch.h"

#include "core/errors/Verdict.h"
#include "core/resilience/Attempt.h"

namespace litedeck {

namespace {

/// The team itself, the models and the health are told to anybody.
bool needsKey(const QByteArray &endpoint)
{
    return endpoint.startsWith("/api/jobs") || endpoint.startsWith("/api/credits/") ||
           endpoint.startsWith("/api/teams/{id}/");
}

} // namespace

KeyWatch::KeyWatch(const Gateway &gateway, const AttemptFeed &attempts, QObject *parent)
    : QObject(parent)
    , m_api(gateway)
{
    connect(&attempts, &AttemptFeed::attemptEnded, this, &KeyWatch::onAttemptEnded);
}

void KeyWatch::ask()
{
    // What it answers is heard of as of any attempt.
    m_api.balance();
}

void KeyWatch::onAttemptEnded(const Attempt &attempt)
{
    if (attempt.error && isKeyRefusal(*attempt.error)) {
        if (!std::exchange(m_isRefused, true))
            emit refused(*attempt.error);
    } else if (!attempt.error && needsKey(attempt.request.endpoint)) {
        if (std::exchange(m_isRefused, false))
            emit accepted();
    }
}

} // namespace litedeck
