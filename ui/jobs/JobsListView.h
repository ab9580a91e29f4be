// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobQuery.h"
#include "core/server/KeySight.h"
#include "ui/words/RecordWords.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace litedeck {

class EmptyState;
class InlineNotice;
class JobFilterBar;
class JobInspector;
class JobsFeed;
class JobsModel;
class JobsTable;
class OpenJobsNotice;
struct Error;
struct JobsContent;

/// The jobs with their filters, and the details of the selected one beside the table, or below it
/// when there is little width.
class JobsListView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsListView)

public:
    /// All outlive the view.
    JobsListView(const JobsContent &content, JobsModel &model, JobsFeed &feed,
                 QWidget *parent = nullptr);

    /// What the key may see, or why it sees nothing.
    void setSight(Sight sight);
    /// Selects that job and opens its details; fetches it when the list does not have it. Filters
    /// that hide it are cleared.
    void showJob(const JobId &id);
    JobFilterBar *filterBar() const { return m_filters; }
    JobInspector *inspector() const { return m_inspector; }
    void closeInspector();
    /// Shows what has changed of the list.
    void refresh();
    /// Lets filters such as "Last hour" follow the clock.
    void followTime();

signals:
    void errorOccurred(const litedeck::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createCard();
    void connectParts();
    void onFilterChanged(const JobFilter &filter);
    void onArranged();
    void setCurrent(const JobId &id);
    void onCurrentChanged(const QModelIndex &current);
    void onStateAction();
    void onJobFetched(const Record &job);
    void exportJobs();
    bool select(const JobId &id);
    void openInspector();
    void arrangeSplitter();
    void updateInspector();
    void updateState();

    const JobsContent &m_content;
    const RecordWords m_words;
    Sight m_sight = Sight::Granted;
    JobsModel &m_model;
    JobsFeed &m_feed;
    JobsTable *m_table;
    JobFilterBar *m_filters;
    InlineNotice *m_notice;
    OpenJobsNotice *m_openNotice;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    JobInspector *m_inspector;
    JobId m_wanted; ///< To be selected when the filters have given way.
    bool m_arranging = false;
    bool m_staysPut = false; ///< The clock arranges, not the user: no reason to scroll.
};

} // namespace litedeck
