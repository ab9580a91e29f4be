// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/FollowUpTables.h"

#include <QObject>

#include <functional>

namespace litedeck {

class Store;

/// Which calls are open, on disk before their first byte leaves (row A21 of the error guide), so
/// that a killed program's jobs are closed at the next start.
///
/// leftOpen() comes exactly once, with what earlier runs left behind. Lives on the store's owner's
/// thread and goes before the store.
class OpenCalls : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenCalls)

public:
    explicit OpenCalls(Store &store, QObject *parent = nullptr);

    /// Writes the call down, then calls `written`, unless `context` is gone by then. A store that
    /// cannot write calls it too: the store tells its trouble, and the user can go on.
    void open(const OpenCall &call, QObject *context, std::function<void()> written);
    /// The end of the call is known, and its job is closed.
    void close(const QString &callKey);

signals:
    void leftOpen(const QList<litedeck::OpenCall> &calls);

private:
    Store &m_store;
};

} // namespace litedeck
