// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoSeed.h"

#include "core/demo/JobKinds.h"
#include "core/demo/ModelCatalogue.h"
#include "core/demo/PastTimes.h"

#include <QJsonArray>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

constexpr int StuckPercent = 3;
constexpr int CancelledPercent = 1;

CallRecord pastCall(const JobKind &kind, const QString &alias, const QDateTime &at, Rng &rng)
{
    CallRecord call;
    call.id = rng.uuid();
    call.model = alias;
    call.modelGroup = alias;
    call.purpose = rng.pick(kind.purposes);
    call.createdAt = at;
    const int prompt = rng.between(kind.minPrompt, kind.maxPrompt);
    const int completion = rng.between(kind.minCompletion, kind.maxCompletion);
    call.latencyMs = 350 + completion * rng.between(8, 16);
    const Model *model = findModel(alias);
    const bool streamed = kind.maxCalls == 1;
    // A stream without usage leaves the server without tokens and without a price.
    if (streamed && !model->streamsUsage)
        return call;
    call.promptTokens = prompt;
    call.completionTokens = completion;
    call.totalTokens = prompt + completion;
    call.costUsd = (prompt * model->priceIn + completion * model->priceOut) / 1e6;
    call.clientCostUsd = streamed ? 0.0 : call.costUsd;
    return call;
}

void fillCalls(JobRecord &job, const JobKind &kind, Rng &rng)
{
    job.model = rng.pick(kind.models);
    QDateTime at = job.createdAt.addMSecs(rng.between(20, 90));
    job.startedAt = at;
    const int count = rng.between(kind.minCalls, kind.maxCalls);
    for (int i = 0; i < count; ++i) {
        const CallRecord call = pastCall(kind, job.model, at, rng);
        at = at.addMSecs(call.latencyMs.toInt() + rng.between(15, 400));
        job.calls.append(call);
    }
    job.completedAt = at;
}

void failJob(JobRecord &job, const JobKind &kind, Rng &rng)
{
    job.status = u"FAILED"_s;
    job.error = pickFailure(kind, rng);
    CallRecord &last = job.calls.last();
    last.error = job.error;
    last.model.clear();
    last.promptTokens = last.completionTokens = last.totalTokens = 0;
    last.costUsd = last.clientCostUsd = 0.0;
    last.latencyMs = QJsonValue::Null;
    job.summarised = kind.maxCalls > 1;
}

void addPastJob(DemoStore &store, const DemoScenario &scenario, const QDateTime &at)
{
    Rng &rng = store.rng();
    const JobKind &kind = pickKind(rng);
    JobRecord &job = store.addJob(kind.type, at);
    job.userId = pickUser(rng);
    job.metadata = pickMetadata(kind, rng);
    const int dice = rng.between(0, 99);
    if (dice < StuckPercent) {
        // The client went away before the first text: such jobs stay open for ever.
        job.status = rng.percent(60) ? u"IN_PROGRESS"_s : u"PENDING"_s;
        if (job.status == u"IN_PROGRESS"_s) {
            job.startedAt = at.addMSecs(40);
            job.model = rng.pick(kind.models);
        }
        return;
    }
    fillCalls(job, kind, rng);
    if (dice < StuckPercent + CancelledPercent) {
        job.status = u"CANCELLED"_s;
        return;
    }
    if (dice < StuckPercent + CancelledPercent + scenario.failurePercent)
        return failJob(job, kind, rng);
    job.status = u"COMPLETED"_s;
    job.summarised = true;
}

/// A line of the ledger before balances are known.
struct Booking
{
    QDateTime at;
    QString type;
    int change = 0;
    QString jobId;
    QString reason;
};

QString deductionReason(const JobRecord &job)
{
    const QString form = job.calls.size() > 1 ? u"Job %1 completed (job_based mode: 1 credits)"_s
                                              : u"Streaming single-call job %1 completed "
                                                "(job_based mode: 1 credits)"_s;
    return form.arg(job.type);
}

/// Marks which completed jobs were charged and lists the deductions and refunds.
std::vector<Booking> jobBookings(DemoStore &store, const DemoScenario &scenario)
{
    std::vector<Booking> bookings;
    int unpaid = scenario.uncreditedJobs;
    for (auto it = store.jobs().crbegin(); it != store.jobs().crend(); ++it) {
        if (it->teamId != store.team().id)
            continue;
        JobRecord &job = *store.job(it->id);
        if (job.status == u"FAILED"_s && job.calls.size() > 2 && store.rng().percent(40)) {
            bookings.push_back({job.completedAt.addSecs(5400), u"refund"_s, 1, job.id,
                                u"Refund after a provider outage"_s});
        }
        if (job.status != u"COMPLETED"_s)
            continue;
        const bool marked = unpaid-- <= 0;
        // Without credits the last jobs were never charged; otherwise a client completed its job
        // twice, which takes the mark away but not the charge.
        if (!marked && scenario.credits == 0)
            continue;
        job.creditApplied = marked;
        bookings.push_back({job.completedAt, u"deduction"_s, -1, job.id, deductionReason(job)});
    }
    return bookings;
}

void seedLedger(DemoStore &store, const DemoScenario &scenario, const QDateTime &now)
{
    std::vector<Booking> bookings = jobBookings(store, scenario);
    if (scenario.pastJobs > 0) {
        bookings.push_back({now.addDays(-31), u"subscription_payment"_s, 200, QString(),
                            u"Monthly plan Team 200"_s});
        bookings.push_back(
            {now.addDays(-12), u"one_time_payment"_s, 100, QString(), u"Top-up of 100 credits"_s});
        store.team().lastRefillAt = now.addDays(-31);
    }
    std::stable_sort(bookings.begin(), bookings.end(),
                     [](const Booking &a, const Booking &b) { return a.at < b.at; });
    // Backwards from the balance of today, leaving out what would have needed a debt before it.
    int balance = scenario.credits;
    for (auto it = bookings.rbegin(); it != bookings.rend(); ++it) {
        if (it->at > now || balance - it->change < 0)
            it->change = 0;
        balance -= it->change;
    }
    const QDateTime opened = now.addDays(-PastDays - 20);
    if (balance > 0) {
        store.book(u"allocation"_s, balance, QString(), u"Initial credit allocation"_s, opened);
    }
    for (const Booking &booking : bookings) {
        if (booking.change != 0)
            store.book(booking.type, booking.change, booking.jobId, booking.reason, booking.at);
    }
}

} // namespace

void seedPast(DemoStore &store, const DemoScenario &scenario)
{
    const QDateTime now =
        scenario.now.isValid() ? scenario.now.toUTC() : QDateTime::currentDateTimeUtc();
    store.team().createdAt = now.addDays(-PastDays - 20);
    store.team().updatedAt = store.team().createdAt;
    for (const QDateTime &at : pastTimes(store.rng(), scenario.pastJobs, now))
        addPastJob(store, scenario, at);
    seedLedger(store, scenario, now);
}

} // namespace litedeck::demo
