// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace litedeck {

class ErrorHistoryModel;
class ErrorBoard;
class MutedLabel;

/// The errors that ended: a table, and what can still be read of the selected one.
class ErrorHistoryView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorHistoryView)

public:
    /// `board` outlives the view.
    explicit ErrorHistoryView(const ErrorBoard &board, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createTable();
    void showEvidence();
    void copyReport();
    void updateState();

    ErrorHistoryModel *m_model;
    MutedLabel *m_count;
    QPushButton *m_evidence;
    QPushButton *m_copy;
    QStackedWidget *m_stack;
    QTableView *m_table;
};

} // namespace litedeck
