// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Rng.h"

#include <QJsonValue>
#include <QList>
#include <QStringList>

namespace litedeck::demo {

/// What one kind of past job looks like.
struct JobKind
{
    QString type;
    int weight = 1; ///< How often it occurs, against the others.
    QStringList models;
    int minCalls = 1; ///< More than one call means create, llm-call and complete.
    int maxCalls = 1;
    int minPrompt = 100; ///< Tokens of a call.
    int maxPrompt = 1000;
    int minCompletion = 50; ///< Tokens of a call.
    int maxCompletion = 500;
    QStringList purposes;
};

/// The kinds of work of the demo's team, of job-kinds.json.
const QList<JobKind> &jobKinds();

/// A kind at random, by weight.
const JobKind &pickKind(Rng &rng);

/// What a client of that kind stores with its job; sometimes null.
QJsonValue pickMetadata(const JobKind &kind, Rng &rng);

/// Who started a job; sometimes null.
QJsonValue pickUser(Rng &rng);

/// Why a job failed, in the real server's words.
QString pickFailure(const JobKind &kind, Rng &rng);

} // namespace litedeck::demo
