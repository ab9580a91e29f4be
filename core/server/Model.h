// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QString>

#include <optional>

namespace litedeck {

/// What a server tells of a model, as far as it matters for what a message costs.
struct Model
{
    ModelAlias alias;
    QString provider;
    std::optional<double> inputPrice; ///< US dollars for a million tokens, as the server stores it.
    std::optional<double> outputPrice; ///< Likewise.

    friend bool operator==(const Model &, const Model &) = default;
};

} // namespace litedeck
