// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/LateCharges.h"

#include "core/base/Logging.h"
#include "core/jobs/JobReconciler.h"
#include "core/store/Store.h"

namespace litedeck {

LateCharges::LateCharges(Store &store, JobReconciler &reconciler, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_reconciler(reconciler)
{}

void LateCharges::examine(const QList<Record> &jobs)
{
    QList<BookedCall> charged;
    for (const Record &job : jobs) {
        const BookedCall call{.call = job.call, .job = job.id};
        // One that is being settled, or will be, is looked at again when the list comes again.
        const bool isOurs = job.isCharged() && !call.call.callKey.isEmpty() &&
                            !m_examined.contains(job.id) &&
                            !m_reconciler.isSettling(call.call.callKey);
        if (isOurs)
            charged.append(call);
    }
    if (charged.isEmpty())
        return;
    m_store.post(
        [charged](Database &database) { return OpenCallTable::classify(database, charged); }, this,
        [this](const StoreResult<QList<BookedCall>> &result) {
            if (result)
                onClassified(*result);
        });
}

void LateCharges::onClassified(const QList<BookedCall> &calls)
{
    for (const BookedCall &each : calls) {
        if (each.state == BookedCall::State::Open || m_reconciler.isSettling(each.call.callKey))
            continue;
        m_examined.insert(each.job);
        if (each.state != BookedCall::State::Unbooked)
            continue;
        qCInfo(logChat, "job %s was charged for turn %s and is booked on none",
               qUtf8Printable(each.job.value), qUtf8Printable(each.call.turn.value));
        m_reconciler.settle(each.call, {.outcome = Outcome::Committed});
    }
}

} // namespace litedeck
