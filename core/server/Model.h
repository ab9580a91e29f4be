// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QString>

#include <optional>

namespace litedeck {

/// What a server tells of a model: what a message costs, and what it may have in it.
struct Model
{
    ModelAlias alias;
    QString provider;
    std::optional<double> inputPrice; ///< US dollars for a million tokens, as the server stores it.
    std::optional<double> outputPrice;   ///< Likewise.
    std::optional<qint64> contextTokens; ///< The longest prompt; empty where nobody told.
    std::optional<bool> takesImages;     ///< Likewise.
    std::optional<bool> callsTools;      ///< Likewise.
    std::optional<bool> reasons;         ///< Likewise.

    friend bool operator==(const Model &, const Model &) = default;
};

} // namespace litedeck
