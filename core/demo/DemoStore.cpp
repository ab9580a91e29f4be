// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoStore.h"

#include "core/demo/Http.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

DemoStore::DemoStore(const DemoScenario &scenario)
    : m_rng(scenario.seed)
{
    m_team.id = u"team_northwind"_s;
    m_team.organizationId = u"org_northwind"_s;
    m_team.status = scenario.teamStatus;
    m_team.budgetMode = scenario.budgetMode;
    m_team.creditsPerDollar = scenario.creditsPerDollar;
    m_team.tokensPerCredit = scenario.tokensPerCredit;
    m_team.costMarkupPercentage = scenario.costMarkupPercentage;
    m_team.virtualKey = u"sk-"_s + m_rng.hex(22);
    JobRecord &foreign = addJob(u"chat"_s, QDateTime::currentDateTimeUtc().addDays(-50));
    foreign.teamId = u"team_southwind"_s;
    m_foreignJobId = foreign.id;
}

JobRecord &DemoStore::addJob(const QString &type, const QDateTime &createdAt)
{
    JobRecord job;
    job.id = m_rng.uuid();
    job.teamId = m_team.id;
    job.type = type;
    job.createdAt = createdAt;
    m_index.insert(job.id, m_jobs.size());
    m_jobs.push_back(job);
    return m_jobs.back();
}

JobRecord *DemoStore::job(const QString &id)
{
    const auto found = m_index.constFind(id);
    return found == m_index.constEnd() ? nullptr : &m_jobs[found.value()];
}

int DemoStore::creditsOf(const JobRecord &job) const
{
    const QJsonObject costs = costSummary(job);
    int credits = 0;
    if (m_team.budgetMode == u"consumption_usd"_s)
        credits = int(costs.value(u"total_cost_usd"_s).toDouble() * m_team.creditsPerDollar);
    else if (m_team.budgetMode == u"consumption_tokens"_s)
        credits = costs.value(u"total_tokens"_s).toInt() / m_team.tokensPerCredit;
    return std::max(credits, 1);
}

bool DemoStore::charge(JobRecord &job, const QString &form, const QDateTime &at)
{
    const int credits = creditsOf(job);
    if (m_team.remaining() < credits)
        return false;
    book(u"deduction"_s, -credits, job.id,
         u"%1 %2 completed (%3 mode: %4 credits)"_s.arg(form, job.type, m_team.budgetMode)
             .arg(credits),
         at);
    job.creditApplied = true;
    return true;
}

void DemoStore::book(const QString &type, int amount, const QString &jobId, const QString &reason,
                     const QDateTime &at)
{
    TransactionRecord line;
    line.id = m_rng.uuid();
    line.jobId = jobId;
    line.type = type;
    line.amount = std::abs(amount);
    // The server's own slip: what a payment begins and ends with is what was ever allocated.
    line.before = type.endsWith(u"_payment"_s) ? m_team.allocated : m_team.remaining();
    line.after = line.before + amount;
    line.reason = reason;
    line.createdAt = at;
    m_transactions.append(line);
    if (type == u"deduction"_s || type == u"refund"_s)
        m_team.used -= amount;
    else
        m_team.allocated += amount;
    m_team.updatedAt = at;
}

QJsonObject DemoStore::costSummary(const JobRecord &job) const
{
    int failed = 0;
    int tokens = 0;
    double cost = 0.0;
    double latency = 0.0;
    int timed = 0;
    for (const CallRecord &call : job.calls) {
        failed += call.error.isEmpty() ? 0 : 1;
        tokens += call.totalTokens;
        cost += call.clientCostUsd;
        if (call.latencyMs.isDouble()) {
            latency += call.latencyMs.toDouble();
            ++timed;
        }
    }
    const int total = int(job.calls.size());
    return {{u"total_calls"_s, total},
            {u"successful_calls"_s, total - failed},
            {u"failed_calls"_s, failed},
            {u"total_tokens"_s, tokens},
            {u"total_cost_usd"_s, std::round(cost * 1e6) / 1e6},
            {u"avg_latency_ms"_s, timed == 0 ? 0 : int(latency / timed)},
            {u"credit_applied"_s, job.creditApplied},
            {u"credits_remaining"_s, m_team.remaining()}};
}

QJsonValue zuluTime(const QDateTime &time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

QString naiveTime(const QDateTime &time)
{
    // Qt has milliseconds; the last three digits only have to look like a clock's.
    const int micros = (time.time().msec() * 37 + 211) % 1000;
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz"_s) +
           u"%1"_s.arg(micros, 3, 10, QChar(u'0'));
}

QJsonObject toJson(const JobRecord &job)
{
    QJsonArray models;
    if (!job.model.isEmpty())
        models.append(job.model);
    return {{u"job_id"_s, job.id},
            {u"team_id"_s, job.teamId},
            {u"user_id"_s, job.userId},
            {u"job_type"_s, job.type},
            {u"status"_s, job.status},
            {u"created_at"_s, zuluTime(job.createdAt)},
            {u"started_at"_s, zuluTime(job.startedAt)},
            {u"completed_at"_s, zuluTime(job.completedAt)},
            {u"metadata"_s, job.metadata},
            {u"error_message"_s, textOrNull(job.error)},
            {u"organization_id"_s, QJsonValue::Null},
            {u"external_task_id"_s, QJsonValue::Null},
            {u"credit_applied"_s, job.creditApplied},
            {u"model_groups_used"_s, models}};
}

QJsonObject toJson(const TransactionRecord &transaction, const TeamRecord &team)
{
    return {{u"transaction_id"_s, transaction.id},
            {u"team_id"_s, team.id},
            {u"organization_id"_s, team.organizationId},
            {u"job_id"_s, textOrNull(transaction.jobId)},
            {u"transaction_type"_s, transaction.type},
            {u"credits_amount"_s, transaction.amount},
            {u"credits_before"_s, transaction.before},
            {u"credits_after"_s, transaction.after},
            {u"reason"_s, textOrNull(transaction.reason)},
            {u"created_at"_s, zuluTime(transaction.createdAt)}};
}

QJsonObject toJson(const TeamRecord &team)
{
    return {{u"team_id"_s, team.id},
            {u"organization_id"_s, team.organizationId},
            {u"credits_allocated"_s, team.allocated},
            {u"credits_used"_s, team.used},
            {u"credits_remaining"_s, team.remaining()},
            {u"credit_limit"_s, QJsonValue::Null},
            {u"auto_refill"_s, false},
            {u"refill_amount"_s, QJsonValue::Null},
            {u"refill_period"_s, QJsonValue::Null},
            {u"last_refill_at"_s, zuluTime(team.lastRefillAt)},
            {u"budget_mode"_s, team.budgetMode},
            {u"credits_per_dollar"_s, team.creditsPerDollar},
            {u"tokens_per_credit"_s, team.tokensPerCredit},
            {u"cost_markup_percentage"_s, team.costMarkupPercentage},
            {u"status"_s, team.status},
            {u"created_at"_s, zuluTime(team.createdAt)},
            {u"updated_at"_s, zuluTime(team.updatedAt)}};
}

} // namespace litedeck::demo
