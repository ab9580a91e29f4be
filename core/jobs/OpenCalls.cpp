// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/OpenCalls.h"

#include "core/store/Store.h"

namespace litedeck {

OpenCalls::OpenCalls(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_store.post(OpenCallTable::load, this, [this](const StoreResult<QList<OpenCall>> &result) {
        emit leftOpen(result ? *result : QList<OpenCall>());
    });
}

void OpenCalls::open(const OpenCall &call, QObject *context, std::function<void()> written)
{
    m_store.post([call](Database &database) { return OpenCallTable::insert(database, call); },
                 context, [written = std::move(written)](const StoreResult<> &) { written(); });
}

void OpenCalls::close(const QString &callKey)
{
    m_store.write(
        [callKey](Database &database) { return OpenCallTable::remove(database, callKey); });
}

} // namespace litedeck
