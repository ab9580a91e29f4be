// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/OpenCall.h"

#include <QJsonObject>

namespace litedeck {

/// What a record on a server carries of the call that made it; on some servers the only way to find
/// it again.
QJsonObject metadataOf(const OpenCall &call);
/// The call of a record that was made then; without a key when it is none of Litedeck's.
OpenCall callIn(const QJsonObject &metadata, const QDateTime &createdAt);

} // namespace litedeck
