// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/Gateway.h"
#include "gateway/Jobs.h"

#include <QWidget>

#include <memory>
#include <optional>

class QSplitter;
class QStackedWidget;
class QTableView;

namespace litedeck {

class EmptyState;
class InlineNotice;
class JobInspector;
class JobListLoader;
class JobsFilter;
class JobsModel;
class JobsToolbar;

/// All jobs of the team with search, filter and, for the selected one, its details.
///
/// Fetches every job when it is first shown and when the user asks; when it is shown again, only
/// the newest until one is known already. What was fetched stays when a request fails.
class JobsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsPage)

public:
    /// `gateway` outlives the page.
    explicit JobsPage(const Gateway &gateway, QWidget *parent = nullptr);
    ~JobsPage() override;

    /// Selects that job and opens its details; fetches it when the list does not have it. Filters
    /// that hide it are cleared.
    void showJob(const JobId &id);
    /// Fetches the whole list again.
    void refresh();

signals:
    void errorOccurred(const litedeck::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// How far a run goes back.
    enum class Depth : quint8 { Everything, Newest };

    void createTable();
    void connectParts();
    void addShortcuts();

    void load(Depth depth);
    void loadOlder();
    void onPage(const QList<Job> &jobs);
    void onLoaded();
    void onFailed(const Error &error);
    void setSearch(const QString &text);
    void setStatus(std::optional<JobStatus> status);
    template <typename Change>
    void changeFilter(Change change);
    void onCurrentChanged(const QModelIndex &current);
    bool select(const JobId &id);
    void openInspector();
    void closeInspector();
    void arrangeSplitter();
    void updateState();
    void updateCount();
    void updateAge();

    const Gateway &m_gateway;
    JobsModel *m_model;
    JobsFilter *m_filter;
    JobListLoader *m_loader;
    JobsToolbar *m_toolbar;
    InlineNotice *m_notice;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QTableView *m_table;
    JobInspector *m_inspector;
    std::unique_ptr<Timer> m_ageTimer;
    QSet<JobId> m_knownBefore; ///< Of these, the ones that a whole run did not see are gone.
    Depth m_depth = Depth::Everything;
    QDateTime m_loadedAt; ///< UTC; invalid until the list was whole once.
    std::optional<Error> m_error;
    bool m_filtering = false;
};

} // namespace litedeck
