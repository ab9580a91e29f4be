// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/RequestLog.h"
#include "core/resilience/CircuitBreaker.h"
#include "ui/widgets/Tone.h"

#include <QString>

/// The words of the diagnostics page.
namespace litedeck::RequestWords {

/// How an attempt ended: "200", or "no connection" when there is no whole reply.
QString result(const RequestLogEntry &entry);
/// Success, a warning for what the client got wrong, danger for failures of server or network.
Tone tone(const RequestLogEntry &entry);
/// What is known of the effect, in a word or two: "not sent".
QString outcome(Outcome outcome);
/// Local time of day with seconds.
QString timeOfDay(const QDateTime &time);
/// What the circuit breaker does with calls: "Calls go through".
QString breakerState(CircuitBreaker::State state);
Tone breakerTone(CircuitBreaker::State state);

} // namespace litedeck::RequestWords
