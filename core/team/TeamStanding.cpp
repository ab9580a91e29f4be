// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/TeamStanding.h"

namespace litedeck {

namespace {

TeamState stateTold(ErrorCategory category)
{
    switch (category) {
    case ErrorCategory::TeamSuspended:
        return TeamState::Suspended;
    case ErrorCategory::TeamPaused:
        return TeamState::Paused;
    case ErrorCategory::InsufficientCredits:
        return TeamState::OutOfCredits;
    default:
        return TeamState::Unknown;
    }
}

} // namespace

TeamState stateOf(const Balance &balance)
{
    switch (balance.status) {
    case TeamStatus::Active:
        return balance.remaining > 0 ? TeamState::Active : TeamState::OutOfCredits;
    case TeamStatus::Suspended:
        return TeamState::Suspended;
    case TeamStatus::Paused:
        return TeamState::Paused;
    case TeamStatus::Unknown:
        return balance.statusText.isEmpty() ? TeamState::Unknown : TeamState::Other;
    }
    Q_UNREACHABLE();
}

TeamStanding TeamStanding::afterAnswer(const Balance &balance, const QDateTime &now) const
{
    const TeamState told = stateOf(balance);
    return {told, Source::Account, told == state && since.isValid() ? since : now};
}

TeamStanding TeamStanding::afterMemory(const Balance &balance, const QDateTime &then) const
{
    return source == Source::None ? TeamStanding{stateOf(balance), Source::Memory, then} : *this;
}

TeamStanding TeamStanding::afterRefusal(const Error &error, const QDateTime &now) const
{
    const TeamState told = stateTold(error.category);
    if (told == TeamState::Unknown || error.isGuess)
        return *this;
    return {told, Source::Refusal, told == state && since.isValid() ? since : now};
}

} // namespace litedeck
