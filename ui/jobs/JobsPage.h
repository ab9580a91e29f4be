// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/errors/Error.h"
#include "core/server/KeySight.h"
#include "core/server/Record.h"
#include "ui/jobs/JobsContent.h"

#include <QWidget>

#include <memory>

class QTabWidget;

namespace litedeck {

class JobBook;
class JobsFeed;
class JobsListView;
class JobsModel;
class JobsToolbar;
class SummariesView;
struct JobFigures;
struct LedgerFacts;

/// All jobs of the team with search, filter and, for the selected one, its details.
///
/// Fetches every job when it is first shown and when the user asks; while it is shown, now and then
/// the newest until one is known already. What was fetched stays when a request fails.
class JobsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsPage)

public:
    explicit JobsPage(const JobsContent &content, QWidget *parent = nullptr);
    ~JobsPage() override;

    /// Selects that job and opens its details; fetches it when the list does not have it. Filters
    /// that hide it are cleared.
    void showJob(const JobId &id);
    /// Fetches the whole list again.
    void refresh();
    /// What this key may see of the records; nothing is asked for that it may not.
    void setSight(Sight sight);
    /// A call has ended: looks for its job, if the page is shown.
    void look();

signals:
    /// The list could not be had; recovered() follows when it can.
    void errorOccurred(const litedeck::Error &error);
    void recovered();
    /// Jobs came, as the server lists them now.
    void jobsListed(const QList<litedeck::Record> &jobs);
    /// The same of what is asked beside the list: one job, its costs, its closing.
    void detailFailed(const litedeck::Error &error);
    void detailRecovered();
    /// The turn that a job came from is wanted.
    void turnRequested(const litedeck::ConversationId &conversation, const litedeck::TurnId &turn);
    /// The turn is to be asked for once more.
    void retryRequested(const litedeck::ConversationId &conversation, const litedeck::TurnId &turn);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectParts();
    void addShortcuts();
    void onFigured(const QHash<JobId, JobFigures> &figures);
    void watchLedger(bool watched);
    void onLedgerChanged();
    void showJobsOf(const ConversationId &conversation);
    void onChanged();
    void updateAge();

    const JobsContent m_content;
    JobBook *m_book;
    JobsModel *m_model;
    JobsFeed *m_feed;
    JobsToolbar *m_toolbar;
    QTabWidget *m_tabs;
    JobsListView *m_list;
    SummariesView *m_summaries;
    std::unique_ptr<Timer> m_ageTimer;
    std::shared_ptr<const LedgerFacts> m_ledger; ///< Whose credits the list shows.
};

} // namespace litedeck
