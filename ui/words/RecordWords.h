// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Features.h"
#include "core/server/KeySight.h"

#include <QCoreApplication>
#include <QString>

namespace litedeck {

/// What the records of a server are called: jobs, or requests where calls are logged one by one.
class RecordWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::RecordWords)

public:
    explicit RecordWords(const Features &features)
        : m_areJobs(features.jobs)
    {}

    bool areJobs() const { return m_areJobs; }

    QString title() const;
    /// Such as "300 jobs".
    QString count(int records) const;
    QString loadOlder() const;
    QString refresh() const;
    QString exportAll() const;
    QString searchHint() const;
    /// What Record::group is.
    QString group() const;
    QString id() const;

    QString noneMatches() const;
    QString noneMatchesWhy() const;
    QString loading() const;
    QString notLoaded() const;
    QString notSeen() const;
    /// Why this key sees none, and what to tell the administrator; empty when it does.
    static QString whyNotSeen(Sight sight);
    QString noneYet() const;
    QString noneYetWhy() const;
    QString onlyOfCause() const;
    QString showAll() const;

    QString details() const;
    QString noneSelected() const;
    QString selectOne() const;
    QString loadingOne() const;
    QString oneNotLoaded() const;

    QString thisOne() const;
    QString showThatOne() const;
    /// How many others failed so since a day, which is still %1.
    QString sameCause(int others) const;
    QString reportedInWords() const;

private:
    bool m_areJobs;
};

} // namespace litedeck
