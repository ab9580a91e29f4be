// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/Jobs.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace litedeck {

class IconButton;
class MutedLabel;

/// The head of the Jobs page: title, how many jobs, how old the list is, search and filter.
class JobsToolbar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsToolbar)

public:
    explicit JobsToolbar(QWidget *parent = nullptr);

    void setCountText(const QString &text);
    void setAgeText(const QString &text);
    /// While loading, Refresh is disabled.
    void setLoading(bool loading);
    /// Whether the server has older jobs that were not fetched.
    void setOlderAvailable(bool available);
    void clearFilters();
    void focusSearch();

signals:
    void searchChanged(const QString &text);
    /// Nothing means all.
    void statusChanged(std::optional<litedeck::JobStatus> status);
    void refreshRequested();
    void olderRequested();

private:
    QLayout *createTitleLine();
    QLayout *createFilterLine();
    void onStatusChosen(int entry);

    MutedLabel *m_count;
    MutedLabel *m_age;
    IconButton *m_refresh;
    QLineEdit *m_search;
    QComboBox *m_status;
    QPushButton *m_older;
};

} // namespace litedeck
