// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/Conversation.h"

#include <QString>

namespace litedeck {

/// What a turn used and cost, in one line that starts with "Cost:"; empty while nothing is known.
/// Numbers that nobody reported are said to be so.
QString costLine(const Turn &turn);

} // namespace litedeck
