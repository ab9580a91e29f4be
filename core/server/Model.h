// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck {

/// What a server tells of a model.
struct Model
{
    ModelAlias alias;
    QString displayName;
    QString provider;
    QString actualModel;
    QString description;
    std::optional<double> inputPrice; ///< US dollars for a million tokens, as the server stores it.
    std::optional<double> outputPrice; ///< Likewise.
    QStringList accessGroups;
    bool active = false;

    friend bool operator==(const Model &, const Model &) = default;
};

} // namespace litedeck
