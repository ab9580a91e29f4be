// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/errors/Error.h"
#include "core/server/Charge.h"
#include "core/server/JobCosts.h"
#include "core/server/OpenCall.h"

#include <QObject>

#include <array>
#include <optional>

namespace litedeck {

/// When something that a proxy may still hold back is looked for again, from the first look on.
/// Only after the last of them it is said never to have come.
inline constexpr std::array<Milliseconds, 3> AbsenceLooks{Milliseconds(2'000), Milliseconds(10'000),
                                                          Milliseconds(30'000)};

/// How a call ended, as far as this side can tell.
struct CallEnd
{
    Outcome outcome = Outcome::Ambiguous;
    /// The message that an open job is closed with.
    QString failure;
    /// Text has arrived, so the call ran; the provider was done and the job ends at once or never.
    bool hadText = false;
    /// How many attempts left, each of which may have run; 0 when nobody knows any more.
    int attempts = 1;
    /// When the last of them did, UTC; invalid for the time of the call.
    QDateTime lastSentAt;
};

/// What was found on the server.
struct CallFinding
{
    CallFate fate = CallFate::Unknown;
    JobId job;                     ///< Of the last attempt; empty when the server does not know it.
    Charge charge;                 ///< What the last attempt took.
    std::optional<JobCosts> costs; ///< Of that job, where the server tells its calls one by one.
    /// What earlier attempts took whose replies were lost; none for those that took nothing.
    QList<JobCharge> lost;
    std::optional<Error> error; ///< Why less was found than there may be.
};

/// Asks a server what became of a call after it ended.
///
/// Emits waiting() once with NotFoundYet and once with StillRunning when these have to be waited
/// out, settled() exactly once, and deletes itself after it.
class Inquiry : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inquiry)

public:
    using QObject::QObject;

    virtual void start() = 0;

signals:
    void waiting(litedeck::CallFate why);
    void settled(const litedeck::CallFinding &finding);
};

} // namespace litedeck
