// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/JobCosts.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace litedeck {

class CallsModel;
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
    void showCosts(const JobCosts &costs);
    /// `reason` is a sentence.
    void showFailure(const QString &reason);

signals:
    /// Retry was pressed.
    void retryRequested();

private:
    void showTotal(const JobCosts &costs);
    void fitTable();

    CallsModel *m_calls;
    QLabel *m_total;
    MutedLabel *m_note;
    InlineNotice *m_failure;
    QTableView *m_table;
};

} // namespace litedeck
