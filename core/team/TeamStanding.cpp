// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/TeamStanding.h"

namespace litedeck {

namespace {

TeamState stateTold(ErrorCategory category)
{
    using enum ErrorCategory;
    if (category == TeamSuspended)
        return TeamState::Suspended;
    if (category == TeamPaused)
        return TeamState::Paused;
    return category == InsufficientCredits ? TeamState::OutOfCredits : TeamState::Unknown;
}

} // namespace

TeamState stateOf(const Account &account)
{
    switch (account.status) {
    case Account::Status::Active:
        return account.isUsedUp() ? TeamState::OutOfCredits : TeamState::Active;
    case Account::Status::Suspended:
        return TeamState::Suspended;
    case Account::Status::Paused:
        return TeamState::Paused;
    case Account::Status::Unknown:
        return account.statusWord.isEmpty() ? TeamState::Unknown : TeamState::Other;
    }
    Q_UNREACHABLE();
}

TeamStanding TeamStanding::afterAnswer(const Account &account, const QDateTime &now) const
{
    const TeamState told = stateOf(account);
    return {told, Source::Account, told == state && since.isValid() ? since : now};
}

TeamStanding TeamStanding::afterMemory(const Account &account, const QDateTime &then) const
{
    return source == Source::None ? TeamStanding{stateOf(account), Source::Memory, then} : *this;
}

TeamStanding TeamStanding::afterRefusal(const Error &error, const QDateTime &now) const
{
    const TeamState told = stateTold(error.category);
    if (told == TeamState::Unknown || error.isGuess)
        return *this;
    return {told, Source::Refusal, told == state && since.isValid() ? since : now};
}

} // namespace litedeck
