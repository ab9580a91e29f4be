// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/JobFacts.h"

#include "core/base/Redactor.h"

namespace litedeck {

namespace {

std::optional<Milliseconds> between(const QDateTime &from, const QDateTime &to)
{
    if (!from.isValid() || !to.isValid() || to < from)
        return std::nullopt;
    return Milliseconds(from.msecsTo(to));
}

} // namespace

bool ranUncharged(const Record &job)
{
    return job.charging == Charging::Uncharged;
}

std::optional<Milliseconds> durationOf(const Record &job)
{
    return between(job.startedAt.value_or(job.createdAt), job.completedAt.value_or(QDateTime()));
}

std::optional<Milliseconds> waitOf(const Record &job)
{
    return between(job.createdAt, job.startedAt.value_or(QDateTime()));
}

Measured<Usd> costOf(const CallCost &call)
{
    const bool booked = call.cost.nano != 0 || call.promptTokens + call.completionTokens > 0;
    return booked ? Measured<Usd>::reported(call.cost) : Measured<Usd>();
}

Measured<qint64> tokensOf(const CallCost &call, qint64 tokens)
{
    return costOf(call).isKnown() && call.promptTokens + call.completionTokens > 0
               ? Measured<qint64>::reported(tokens)
               : Measured<qint64>();
}

bool hasFailed(const CallCost &call)
{
    return call.model.isEmpty() && !costOf(call).isKnown();
}

JobFigures figuresOf(const JobCosts &costs)
{
    JobFigures figures;
    figures.calls = int(costs.calls.size());
    for (const CallCost &call : costs.calls) {
        if (hasFailed(call)) {
            ++figures.failedCalls;
            continue;
        }
        const Measured<Usd> cost = costOf(call);
        if (!cost.isKnown()) {
            ++figures.uncostedCalls;
            continue;
        }
        figures.cost = Measured<Usd>::reported(figures.cost.value + cost.value);
        const qint64 tokens = call.promptTokens + call.completionTokens;
        if (tokens > 0)
            figures.tokens = Measured<qint64>::reported(figures.tokens.value + tokens);
    }
    return figures;
}

std::optional<JobFigures> figuresOf(const Record &record)
{
    const Charge &charge = record.charge;
    if (!charge.cost.isKnown() && !charge.tokens().isKnown())
        return std::nullopt;
    const bool failed = record.status == RecordStatus::Failed;
    return JobFigures{.calls = 1,
                      .failedCalls = failed ? 1 : 0,
                      .uncostedCalls = !failed && !charge.cost.isKnown() ? 1 : 0,
                      .tokens = charge.tokens(),
                      .cost = charge.cost};
}

Record redacted(Record job, const Redactor &redactor)
{
    job.userId = redactor.redact(job.userId);
    job.group = redactor.redact(job.group);
    job.metadata = redactor.redact(job.metadata);
    job.call.callKey = redactor.redact(job.call.callKey);
    job.call.turn.value = redactor.redact(job.call.turn.value);
    job.call.conversation.value = redactor.redact(job.call.conversation.value);
    job.errorMessage = redactor.redact(job.errorMessage);
    for (QString &model : job.models)
        model = redactor.redact(model);
    return job;
}

JobCosts redacted(JobCosts costs, const Redactor &redactor)
{
    for (CallCost &call : costs.calls) {
        call.model = redactor.redact(call.model);
        call.purpose = redactor.redact(call.purpose);
        if (!call.detail)
            continue;
        RequestDetail &detail = *call.detail;
        for (QString *text : {&detail.session, &detail.modelAsked, &detail.provider, &detail.key,
                              &detail.errorClass, &detail.errorCode, &detail.errorCause})
            *text = redactor.redact(*text);
        for (QStringList *texts : {&detail.guardrails, &detail.tags}) {
            for (QString &text : *texts)
                text = redactor.redact(text);
        }
    }
    return costs;
}

} // namespace litedeck
