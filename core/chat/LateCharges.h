// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Record.h"

#include <QObject>
#include <QSet>

namespace litedeck {

class JobReconciler;
class Store;
struct BookedCall;

/// Puts turns right whose calls ran after they were given up, such as one that a proxy held for
/// longer than anybody looked for it. A charged job in a list of the server that is booked on no
/// turn of its conversation is handed to the reconciler, which finds all that its call took.
class LateCharges : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LateCharges)

public:
    /// Both outlive this.
    LateCharges(Store &store, JobReconciler &reconciler, QObject *parent = nullptr);

    /// Looks at jobs as the server lists them, each of them once in a run.
    void examine(const QList<Record> &jobs);

private:
    void onClassified(const QList<BookedCall> &calls);

    Store &m_store;
    JobReconciler &m_reconciler;
    QSet<JobId> m_examined;
};

} // namespace litedeck
