// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/OpenCall.h"
#include "core/store/StoreError.h"

#include <QList>
#include <QString>

namespace litedeck {

class Database;

/// A call with one of its jobs, and whether its turn tells of that.
struct BookedCall
{
    enum class State : quint8 {
        Foreign,  ///< Of a turn that is not kept here.
        Open,     ///< What it took is being found out.
        Booked,   ///< A turn of its conversation has the job.
        Unbooked, ///< None has it.
    };

    OpenCall call;
    JobId job;
    State state = State::Foreign;
};

/// Open calls in the table of Schema.cpp. Every function runs on the database's thread.
namespace OpenCallTable {

StoreResult<> insert(const Database &database, const OpenCall &call);
StoreResult<> remove(const Database &database, const QString &callKey);
/// All of them, the oldest first.
StoreResult<QList<OpenCall>> load(const Database &database);
/// The same calls, each with its state.
StoreResult<QList<BookedCall>> classify(const Database &database, QList<BookedCall> calls);

} // namespace OpenCallTable

} // namespace litedeck
