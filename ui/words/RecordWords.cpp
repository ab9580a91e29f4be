// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/RecordWords.h"

namespace litedeck {

QString RecordWords::title() const
{
    return m_areJobs ? tr("Jobs") : tr("Requests");
}

QString RecordWords::count(int records) const
{
    return m_areJobs ? tr("%Ln job(s)", nullptr, records) : tr("%Ln request(s)", nullptr, records);
}

QString RecordWords::loadOlder() const
{
    return m_areJobs ? tr("Load older jobs") : tr("Load older requests");
}

QString RecordWords::refresh() const
{
    return m_areJobs ? tr("Refresh jobs") : tr("Refresh requests");
}

QString RecordWords::exportAll() const
{
    return m_areJobs ? tr("Export jobs") : tr("Export requests");
}

QString RecordWords::searchHint() const
{
    return m_areJobs ? tr("Search id, type, model, error, metadata")
                     : tr("Search id, session, model, error, metadata");
}

QString RecordWords::group() const
{
    return m_areJobs ? tr("Type") : tr("Session");
}

QString RecordWords::id() const
{
    return m_areJobs ? tr("Job id") : tr("Request id");
}

QString RecordWords::noneMatches() const
{
    return m_areJobs ? tr("No job matches") : tr("No request matches");
}

QString RecordWords::noneMatchesWhy() const
{
    return m_areJobs ? tr("None of the jobs passes these filters.")
                     : tr("None of the requests passes these filters.");
}

QString RecordWords::loading() const
{
    return m_areJobs ? tr("Loading jobs…") : tr("Loading requests…");
}

QString RecordWords::notLoaded() const
{
    return m_areJobs ? tr("The jobs could not be loaded") : tr("The requests could not be loaded");
}

QString RecordWords::notSeen() const
{
    return m_areJobs ? tr("This key cannot see jobs") : tr("This key cannot see requests");
}

QString RecordWords::whyNotSeen(Sight sight)
{
    switch (sight) {
    case Sight::Granted:
        return {};
    case Sight::CallsOnly:
        return tr("It is for calls of models only. Ask your administrator for a key that may also "
                  "read the log of requests.");
    case Sight::NobodysKey:
        return tr("The log of requests needs a key that belongs to a person. Ask your "
                  "administrator for one that is made for your user.");
    case Sight::NotPermitted:
        return tr("The server does not let it read the log of requests. Ask your administrator to "
                  "allow that.");
    case Sight::NotThere:
        return tr("The server keeps no log of requests for it.");
    }
    Q_UNREACHABLE();
}

QString RecordWords::noneYet() const
{
    return m_areJobs ? tr("No jobs yet") : tr("No requests yet");
}

QString RecordWords::noneYetWhy() const
{
    return m_areJobs ? tr("Each message that you send and each program that calls with the team's "
                          "key makes one.")
                     : tr("Each message that you send and each call of a program with this key "
                          "makes one.");
}

QString RecordWords::onlyOfCause() const
{
    return m_areJobs ? tr("Only jobs that failed for the same cause.")
                     : tr("Only requests that failed for the same cause.");
}

QString RecordWords::showAll() const
{
    return m_areJobs ? tr("Show all jobs") : tr("Show all requests");
}

QString RecordWords::details() const
{
    return m_areJobs ? tr("Job details") : tr("Request");
}

QString RecordWords::noneSelected() const
{
    return m_areJobs ? tr("No job selected") : tr("No request selected");
}

QString RecordWords::selectOne() const
{
    return m_areJobs ? tr("Select a job to see when it ran, what it cost and why it failed.")
                     : tr("Select a request to see when it ran, what it cost and why it failed.");
}

QString RecordWords::loadingOne() const
{
    return m_areJobs ? tr("Loading the job…") : tr("Loading the request…");
}

QString RecordWords::oneNotLoaded() const
{
    return m_areJobs ? tr("The job could not be loaded") : tr("The request could not be loaded");
}

QString RecordWords::thisOne() const
{
    return m_areJobs ? tr("This job") : tr("This request");
}

QString RecordWords::showThatOne() const
{
    return m_areJobs ? tr("Show that job") : tr("Show that request");
}

QString RecordWords::sameCause(int others) const
{
    //: %1 is a day, such as "Monday" or "12/11/2026".
    return m_areJobs ? tr("Same cause in %Ln other job(s) since %1", nullptr, others)
                     //: %1 is a day, such as "Monday" or "12/11/2026".
                     : tr("Same cause in %Ln other request(s) since %1", nullptr, others);
}

QString RecordWords::reportedInWords() const
{
    return m_areJobs ? tr("Reported in words of the program that ran the job")
                     : tr("Reported in words of the model's provider");
}

} // namespace litedeck
