// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/server/Account.h"
#include "core/team/TeamStanding.h"

#include <QByteArray>
#include <QJsonValue>

namespace litedeck {

// How accounts and states stand on disk: in names of our own, which never change.

QByteArray accountToJson(const Account &account);
/// What accountToJson() made; anything else is refused, with what does not fit.
Expected<Account, QString> accountFromJson(const QByteArray &json);

QJsonValue stateToJson(TeamState state);
/// Also takes the numbers that earlier versions wrote; empty when there is none.
std::optional<TeamState> stateFromJson(const QJsonValue &value);

/// Null for a number that is not known.
template <typename T>
QJsonValue orNull(const std::optional<T> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonValue unitToJson(AmountUnit unit);
/// Credits for a name that is not known.
AmountUnit unitFromJson(const QJsonValue &value);

} // namespace litedeck
