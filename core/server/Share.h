// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace litedeck {

/// What one key or member of a team has used in this period, in the unit of the team's allowance.
struct Share
{
    enum class Kind : quint8 { Key, Member };

    Kind kind = Kind::Key;
    QString name;
    bool isOwn = false; ///< Of whoever uses this key.
    qint64 used = 0;
    std::optional<qint64> limit;

    friend bool operator==(const Share &, const Share &) = default;
};

/// How much a key may ask for in a minute; empty where there is no such limit.
struct RateLimits
{
    std::optional<qint64> requests;
    std::optional<qint64> tokens;

    friend bool operator==(const RateLimits &, const RateLimits &) = default;
};

} // namespace litedeck
