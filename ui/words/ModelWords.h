// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Model.h"

#include <QString>

namespace litedeck {

/// What the server tells of a model, such as "128,000 tokens of context, images, tools; $3.00 in
/// and $15.00 out for a million tokens"; empty where it tells nothing. What a server does not say
/// that a model can do is not said to be impossible.
QString modelFacts(const Model &model);

} // namespace litedeck
