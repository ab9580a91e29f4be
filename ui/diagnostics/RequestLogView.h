// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Redactor.h"
#include "core/diagnostics/RequestLog.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace litedeck {

class EmptyState;
class MutedLabel;
class RequestDetails;
class RequestLogFilter;
class RequestLogModel;

/// The request log: a filter, the table, and the details of the selected attempt beside it, or
/// below it when there is little width.
class RequestLogView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLogView)

public:
    /// The log outlives the view; the path is shown, so that people find the file.
    RequestLogView(RequestLog &log, const TeamId &team, const Redactor &redactor,
                   const QString &logPath, QWidget *parent = nullptr);

    void focusFilter();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createTable();
    QLayout *createToolbar();
    void onCurrentChanged(const QModelIndex &current);
    void closeDetails();
    void clearFilter();
    void exportLog();
    void updateState();
    /// Leaves out what the details say when the path has little room.
    void updateColumns();

    RequestLog &m_log;
    const TeamId m_team;
    const Redactor m_redactor;
    RequestLogModel *m_model;
    RequestLogFilter *m_filter;
    MutedLabel *m_count;
    QLineEdit *m_text;
    QCheckBox *m_failures;
    QPushButton *m_export;
    QPushButton *m_clear;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTableView *m_table;
    RequestDetails *m_details;
};

} // namespace litedeck
