// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/server/Model.h"

#include <QString>

namespace litedeck {

/// What a turn used and cost, in one line that starts with "Cost:"; empty while nothing is known.
/// A cost that nobody reported is estimated where the prices of the turn's model are given, and
/// said to be unknown elsewhere.
QString costLine(const Turn &turn, const std::optional<Model> &model = {});

} // namespace litedeck
