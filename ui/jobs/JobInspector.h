// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/JobsApi.h"
#include "widgets/Card.h"

#include <QPointer>

#include <memory>

class QScrollArea;
class QStackedWidget;

namespace litedeck {

class EmptyState;
class FactList;
class JobCostsView;
class JobDetails;
class MutedLabel;

/// One job in detail, with its costs by call. Fetches what it was not given: a job known only by
/// its id, and the costs always. Showing another job cancels what is under way for the last.
class JobInspector : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobInspector)

public:
    /// `gateway` outlives the inspector.
    explicit JobInspector(const Gateway &gateway, QWidget *parent = nullptr);
    ~JobInspector() override;

    /// The job that is shown or being fetched; empty for none.
    const JobId &jobId() const { return m_id; }

    /// Shows a job that is known, and fetches its costs when they may have changed.
    void setJob(const Job &job);
    /// Fetches the job first; jobFetched() follows, or errorOccurred().
    void fetchJob(const JobId &id);
    void clear();

signals:
    void jobFetched(const litedeck::Job &job);
    void closeRequested();
    void errorOccurred(const litedeck::Error &error);

private:
    void showJob(const Job &job);
    void showMetadata(const QJsonObject &metadata);
    void requestJob();
    void requestCosts();
    void onJob(const Expected<Job, Error> &job);
    void onCosts(const Expected<JobCosts, Error> &costs);
    void abandonRequest();

    const Gateway &m_gateway;
    const JobsApi m_api;
    JobId m_id;
    std::optional<Job> m_job;
    /// Keys that are held down step over many jobs; only the one that they stop at is asked for.
    std::unique_ptr<Timer> m_settle;
    QPointer<ReplyBase> m_request;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QScrollArea *m_scroll;
    JobDetails *m_details;
    JobCostsView *m_costs;
    FactList *m_metadata;
    MutedLabel *m_noMetadata;
};

} // namespace litedeck
