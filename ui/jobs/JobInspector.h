// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/errors/Error.h"
#include "core/gateway/PendingReply.h"
#include "core/server/JobCosts.h"
#include "ui/widgets/Card.h"
#include "ui/words/RecordWords.h"

#include <memory>

class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace litedeck {

class EmptyState;
class FactList;
class FailureView;
class JobBook;
class JobCostsView;
class JobDetails;
class MutedLabel;
struct FailureRelatives;
struct JobRow;
struct JobsContent;

/// One job in detail, with its costs by call, why it failed and what can be done about it. Fetches
/// what is not known: a job of which only the id is, and the costs. Showing another job cancels
/// what is under way for the last.
class JobInspector : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobInspector)

public:
    /// Both outlive the inspector.
    JobInspector(const JobsContent &content, const JobBook &book, QWidget *parent = nullptr);
    ~JobInspector() override;

    /// The job that is shown or being fetched; empty for none.
    const JobId &jobId() const { return m_id; }

    /// Shows a job that is known, and fetches its costs when they may have changed.
    void setJob(const Record &job);
    /// Fetches the job first; jobFetched() follows, or errorOccurred().
    void fetchJob(const JobId &id);
    void clear();

signals:
    /// The job as the server has it now.
    void jobFetched(const litedeck::Record &job);
    void closeRequested();
    void errorOccurred(const litedeck::Error &error);
    /// The jobs that failed for this cause are wanted.
    void causeRequested(const QString &cause);
    void jobRequested(const litedeck::JobId &id);
    /// The turn that the job came from is wanted.
    void turnRequested(const litedeck::ConversationId &conversation, const litedeck::TurnId &turn);
    /// The turn is to be asked for once more.
    void retryRequested(const litedeck::ConversationId &conversation, const litedeck::TurnId &turn);

private:
    void createActions();
    QWidget *createSheet();
    void showJob(const Record &job);
    void onLedgerChanged();
    std::optional<qint64> credits() const;
    void showFailure(const Record &job);
    void showRelatives(const std::shared_ptr<const JobRow> &failed,
                       const FailureRelatives &relatives);
    void showActions(const Record &job);
    void showMetadata(const QJsonObject &metadata);
    /// Reads the costs of the job that a failed one is compared with.
    void readComparison();
    void showCosts(const JobCosts &costs);
    void requestJob();
    void requestCosts();
    void onJob(const Expected<Record, Error> &job);
    void onCosts(const Expected<JobCosts, Error> &costs);
    void exportCalls();
    void askToComplete();
    void completeAsFailed();

    const JobsContent &m_content;
    const RecordWords m_words;
    const JobBook &m_book;
    JobId m_id;
    std::optional<Record> m_job;
    JobId m_worked; ///< The last job of its type that worked, when it failed.
    /// Keys that are held down step over many jobs; only the one that they stop at is asked for.
    std::unique_ptr<Timer> m_settle;
    PendingReply m_request;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QScrollArea *m_scroll;
    JobDetails *m_details;
    FailureView *m_failure;
    QWidget *m_actions;
    QPushButton *m_retry;
    QPushButton *m_turn;
    QPushButton *m_complete;
    QPushButton *m_raw;
    JobCostsView *m_costs;
    FactList *m_logged; ///< Of a request, beyond its cost.
    FactList *m_metadata;
    MutedLabel *m_noMetadata;
};

} // namespace litedeck
