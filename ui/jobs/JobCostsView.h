// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobTables.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace litedeck {

class CallsModel;
class IconButton;
class InlineNotice;
class MutedLabel;

/// What a job cost, in all and by call; also while that is not known yet or could not be fetched.
class JobCostsView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobCostsView)

public:
    explicit JobCostsView(QWidget *parent = nullptr);

    void showLoading();
    /// `completion` is what completing the job reported, when it was done here; else null.
    void showCosts(const JobCosts &costs, const CompletedJob *completion);
    /// `reason` is a sentence.
    void showFailure(const QString &reason);

    /// The calls that are shown, with what is told of each.
    const ShownCalls &costs() const { return m_shown; }

signals:
    /// Retry was pressed.
    void retryRequested();
    void exportRequested();

private:
    void showTotal(const JobCosts &costs);
    void showCompletion(const JobCosts &costs, const CompletedJob *completion);
    void hideCosts();
    void fitTable();

    ShownCalls m_shown;
    CallsModel *m_calls;
    QLabel *m_total;
    MutedLabel *m_note;
    MutedLabel *m_latency;
    InlineNotice *m_mismatch;
    IconButton *m_export;
    InlineNotice *m_failure;
    QTableView *m_table;
};

} // namespace litedeck
