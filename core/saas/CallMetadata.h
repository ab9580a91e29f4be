// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/OpenCall.h"

#include <QJsonObject>

namespace litedeck {

/// The type of the jobs of chats.
inline constexpr QLatin1StringView ChatJobType("chat");

/// What a job carries of the call that made it; the only way to find it, since the server never
/// tells the id of a streamed job.
QJsonObject metadataOf(const OpenCall &call);
/// The call of a job that was made then; without a key when it is none of Litedeck's.
OpenCall callIn(const QJsonObject &metadata, const QDateTime &createdAt);

} // namespace litedeck
