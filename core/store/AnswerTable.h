// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/store/StoreError.h"

#include <QDateTime>

#include <optional>

namespace litedeck {

class Database;

/// What the server last answered about a team; never holds a secret.
struct KnownAnswer
{
    QByteArray json; ///< In a format of ours, without what is secret.
    QDateTime at;    ///< When it came, in UTC.

    friend bool operator==(const KnownAnswer &, const KnownAnswer &) = default;
};

/// Last answers in the table of Schema.cpp, by team and question, such as "team". Every function
/// runs on the database's thread.
namespace AnswerTable {

StoreResult<> save(const Database &database, const TeamId &team, const QString &question,
                   const KnownAnswer &answer);
StoreResult<std::optional<KnownAnswer>> load(const Database &database, const TeamId &team,
                                             const QString &question);

} // namespace AnswerTable

} // namespace litedeck
