// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/StoreError.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace litedeck {

class Database;

/// A call that may cost money and whose end on the server nobody has seen yet.
struct OpenCall
{
    QString callKey; ///< The client-made id in the job's metadata.
    ConversationId conversation;
    TurnId turn;
    QDateTime sentAt; ///< UTC.

    friend bool operator==(const OpenCall &, const OpenCall &) = default;
};

/// Open calls in the table of Schema.cpp. Every function runs on the database's thread.
namespace OpenCallTable {

StoreResult<> insert(const Database &database, const OpenCall &call);
StoreResult<> remove(const Database &database, const QString &callKey);
/// All of them, the oldest first.
StoreResult<QList<OpenCall>> load(const Database &database);

} // namespace OpenCallTable

} // namespace litedeck
