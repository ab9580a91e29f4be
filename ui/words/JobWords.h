// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobFacts.h"
#include "core/server/JobCosts.h"
#include "ui/widgets/Tone.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

/// What is said about a job, the same in the table, the inspector and elsewhere.
class JobWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::JobWords)

public:
    /// What is said of a status.
    struct OfStatus
    {
        QString name;
        Tone tone;
    };

    static OfStatus of(RecordStatus status);
    /// Such as "30 credits" where the ledger tells them; else "Charged", "Ran, not charged" or, for
    /// what was never to be charged, "Not charged".
    static QString charge(const Record &job, const std::optional<qint64> &credits);
    /// Why a job that ran was not charged, as far as it can be known.
    static QString whyUncharged();
    /// The models it used; empty when the server kept none.
    static QString models(const Record &job);
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

} // namespace litedeck
