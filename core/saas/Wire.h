// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/server/Account.h"
#include "core/server/CallPlan.h"
#include "core/server/JobCosts.h"
#include "core/server/LedgerLine.h"
#include "core/server/Model.h"

#include <QByteArray>

/// Turns the server's JSON into values; what does not fit is an error that names the member.
/// The shapes are those of SaaS LiteLLM 1.0.2; missing and null are the same for optional members.
namespace litedeck::wire {

template <typename T>
using Parsed = Expected<T, QString>;

/// The server writes statuses in upper case, its documentation in lower case; both are read.
RecordStatus parseJobStatus(const QString &text);
Parsed<CreatedJob> parseCreatedJob(const QByteArray &bytes);
Parsed<Record> parseJob(const QByteArray &bytes);
Parsed<RecordPage> parseJobPage(const QByteArray &bytes, int offset, int limit);
Parsed<JobCosts> parseJobCosts(const QByteArray &bytes);
Parsed<CompletedJob> parseCompletedJob(const QByteArray &bytes);
/// The answer to a call in an open job.
Parsed<ModelReply> parseCallReply(const QByteArray &bytes);
/// The answer to a call that is a job of its own.
Parsed<ModelReply> parseSingleCallReply(const QByteArray &bytes);
/// The credits alone.
Parsed<Allowance> parseBalance(const QByteArray &bytes);
Parsed<Account> parseTeam(const QByteArray &bytes);
Parsed<QList<Transaction>> parseTransactions(const QByteArray &bytes);
Parsed<Model> parseModel(const QByteArray &bytes);

/// Takes any reply that is a JSON object, such as the one of `/health`.
Parsed<QJsonObject> parseObject(const QByteArray &bytes);

} // namespace litedeck::wire
