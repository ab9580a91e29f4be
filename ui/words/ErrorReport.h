// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"

#include <QString>

namespace litedeck {

/// An entry as Markdown that can be pasted in public: what happened, when (UTC), in whose hands it
/// is and the evidence. Everything goes through a Redactor once more, since this text leaves the
/// program; foreign texts stand in code spans and fences, where they cannot mention or embed.
QString errorReport(const ErrorEntry &entry);

} // namespace litedeck
