// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errors/Error.h"

#include <QString>

namespace litedeck {

/// Why something could not be fetched, in one or two sentences that say whom to ask; for the place
/// where the data would stand. What failed in full is the error panel's to show.
QString fetchProblem(const Error &error);

/// Whether the server knows us and says no: no use in asking again before somebody acts.
bool isRefusal(const Error &error);

} // namespace litedeck
