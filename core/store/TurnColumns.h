// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"

#include <QString>

namespace litedeck {

class Query;

/// The columns of the table turns that hold a Turn, in the order of bindTurn() and turnFrom().
QString turnColumns();
/// As many question marks, joined by commas.
QString turnPlaceholders();
/// "column = excluded.column" for each column but the id.
QString turnUpdates();

void bindTurn(Query &query, const Turn &turn);
/// Reads a Turn from the columns of turnColumns(), the first of them at `firstColumn`.
Turn turnFrom(const Query &row, int firstColumn);

} // namespace litedeck
