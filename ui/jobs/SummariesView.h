// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/CostSummaries.h"

#include <QWidget>

class QComboBox;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace litedeck {

class EmptyState;
class IconButton;
class JobsModel;
class MutedLabel;
class PlotCard;
class SummariesModel;
struct JobsContent;

/// What the jobs cost by type, model, day or conversation: of those that the filters of the list
/// let through. Costs that are not known are read when the user asks, one job after the other.
class SummariesView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummariesView)

public:
    /// Both outlive the view.
    SummariesView(const JobsContent &content, const JobsModel &jobs, QWidget *parent = nullptr);

    /// Works the sums out again, if somebody looks.
    void refresh();

signals:
    /// The jobs of one conversation are wanted.
    void conversationRequested(const litedeck::ConversationId &id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *createToolbar();
    QWidget *createCard();
    void show(CostGrouping grouping, const QList<CostGroup> &groups);
    void updateReading();
    void updatePlot();
    void readCosts();
    void exportTable();
    QHash<JobId, qint64> credits() const;
    CostGrouping chosenGrouping() const;

    const JobsContent &m_content;
    const JobsModel &m_jobs;
    SummariesModel *m_model;
    QComboBox *m_grouping;
    MutedLabel *m_note;
    QPushButton *m_read;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    IconButton *m_export;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    PlotCard *m_plot;
    QTableView *m_table;
    bool m_running = false; ///< Sums are worked out on another thread.
    bool m_again = false;   ///< Something has changed since they were begun.
};

} // namespace litedeck
