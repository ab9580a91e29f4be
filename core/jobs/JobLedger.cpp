// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobLedger.h"

#include "core/store/Store.h"

namespace litedeck {

JobLedger::JobLedger(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_store.post(OpenCallTable::load, this, [this](const StoreResult<QList<OpenCall>> &result) {
        emit leftOpen(result ? *result : QList<OpenCall>());
    });
}

void JobLedger::open(const OpenCall &call, QObject *context, std::function<void()> written)
{
    m_store.post([call](Database &database) { return OpenCallTable::insert(database, call); },
                 context, [written = std::move(written)](const StoreResult<> &) { written(); });
}

void JobLedger::close(const QString &callKey)
{
    m_store.write(
        [callKey](Database &database) { return OpenCallTable::remove(database, callKey); });
}

} // namespace litedeck
