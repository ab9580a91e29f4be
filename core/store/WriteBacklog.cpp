// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/WriteBacklog.h"

namespace litedeck {

StoreResult<> WriteBacklog::run(Database &database)
{
    StoreResult<> outcome = Done{};
    while (!m_jobs.isEmpty()) {
        StoreResult<> result = m_jobs.constFirst()(database);
        if (!result && canSucceedLater(result.error().kind))
            return result;
        m_jobs.removeFirst();
        if (!result)
            outcome = result;
        // The store replaces a damaged database right after this; the jobs behind go to the new
        // one.
        if (!result && result.error().kind == StoreErrorKind::Damaged)
            break;
    }
    return outcome;
}

bool WriteBacklog::canSucceedLater(StoreErrorKind kind)
{
    return kind == StoreErrorKind::Locked || kind == StoreErrorKind::ReadOnly ||
           kind == StoreErrorKind::Full;
}

} // namespace litedeck
