// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/RequestLog.h"
#include "core/resilience/CircuitBreaker.h"
#include "ui/widgets/Tone.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

/// The words of the diagnostics page.
class RequestWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::RequestWords)

public:
    /// What is said of a state of the circuit breaker.
    struct OfBreaker
    {
        QString name;
        Tone tone;
    };

    /// How an attempt ended: "200", or "no connection" when there is no whole reply.
    static QString result(const RequestLogEntry &entry);
    /// Success, a warning for what the client got wrong, danger for failures of server or network.
    static Tone tone(const RequestLogEntry &entry);
    /// What is known of the effect, in a word or two: "not sent".
    static QString outcome(Outcome known);
    /// Local time of day with seconds.
    static QString timeOfDay(const QDateTime &time);
    /// What the circuit breaker does with calls: "Calls go through".
    static OfBreaker of(CircuitBreaker::State state);
};

} // namespace litedeck
