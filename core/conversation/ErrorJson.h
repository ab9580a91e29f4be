// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"

#include <QString>

#include <optional>

namespace litedeck {

/// The JSON text that an error is stored as; empty for none. Its texts are redacted already.
QString errorToJson(const std::optional<Error> &error);

/// The error that a stored text means; none for an empty text, an Unknown one for a text that is
/// not ours, since the turn did fail.
std::optional<Error> errorFromJson(const QString &json);

} // namespace litedeck
