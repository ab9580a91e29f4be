// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Expected.h"
#include "gateway/Account.h"
#include "gateway/Jobs.h"

#include <QByteArray>

/// Turns the server's JSON into values; what does not fit is an error that names the member.
/// The shapes are those of SaaS LiteLLM 1.0.2; missing and null are the same for optional members.
namespace litedeck::wire {

template <typename T>
using Parsed = Expected<T, QString>;

Parsed<CreatedJob> parseCreatedJob(const QByteArray &json);
Parsed<Job> parseJob(const QByteArray &json);
Parsed<JobPage> parseJobPage(const QByteArray &json, int offset, int limit);
Parsed<JobCosts> parseJobCosts(const QByteArray &json);
Parsed<CompletedJob> parseCompletedJob(const QByteArray &json);
Parsed<CallReply> parseCallReply(const QByteArray &json);
Parsed<SingleCallReply> parseSingleCallReply(const QByteArray &json);
Parsed<Usage> parseUsage(const QByteArray &json);
Parsed<Balance> parseBalance(const QByteArray &json);
Parsed<Team> parseTeam(const QByteArray &json);
Parsed<QList<Transaction>> parseTransactions(const QByteArray &json);
Parsed<CreditCheck> parseCreditCheck(const QByteArray &json);
Parsed<QList<Model>> parseModels(const QByteArray &json);
Parsed<Model> parseModel(const QByteArray &json);
Parsed<ModelGroup> parseModelGroup(const QByteArray &json);

/// Takes any reply that is a JSON object, such as the one of `/health`.
Parsed<QJsonObject> parseObject(const QByteArray &json);

} // namespace litedeck::wire
