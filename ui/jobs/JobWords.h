// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/JobCosts.h"
#include "widgets/Tone.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

class Redactor;

/// What is said about a job, the same in the table, the inspector and elsewhere.
class JobWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::JobWords)

public:
    static QString status(JobStatus status);
    static Tone tone(JobStatus status);
    /// "Charged", "Ran, not charged" or, for what was never to be charged, "Not charged".
    static QString charge(const Job &job);
    /// Why a job that ran was not charged, as far as it can be known.
    static QString whyUncharged();
    /// The models it used; empty when the server kept none.
    static QString models(const Job &job);
    /// A duration between times that the server keeps in whole seconds: "under 1 s", "4 s".
    static QString duration(Milliseconds duration);
    /// Stands where the server keeps nothing.
    static QString notRecorded();
};

/// A label with its value.
struct Fact
{
    QString label;
    QString value;

    friend bool operator==(const Fact &, const Fact &) = default;
};

/// Metadata as lines: nested names are joined by dots, lists of plain values by commas.
QList<Fact> flattened(const QJsonObject &metadata);

/// The job without secrets in its error text: the server stores provider keys there.
Job redacted(Job job, const Redactor &redactor);

/// Neither finished nor failed nor cancelled.
bool isOpen(JobStatus status);
/// It completed, but is not marked as charged: the only sign of a balance that was too low. The
/// server also takes the mark away when a job is completed a second time.
bool ranUncharged(const Job &job);
/// From the start of the work, or from creation when the start was not kept, to its end.
std::optional<Milliseconds> durationOf(const Job &job);
/// From creation to the start of the work.
std::optional<Milliseconds> waitOf(const Job &job);
/// The cost of a call; unknown when neither tokens nor costs were booked, as for streamed calls.
Measured<Usd> costOf(const CallCost &call);
/// Tokens of a call that were booked; unknown under the same condition.
Measured<qint64> tokensOf(const CallCost &call, qint64 tokens);

} // namespace litedeck
