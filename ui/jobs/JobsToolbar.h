// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace litedeck {

class IconButton;
class JobsFeed;
class JobsModel;
class MutedLabel;

/// The head of the Jobs page: title, how many jobs, how far they are fetched and how old they are.
class JobsToolbar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsToolbar)

public:
    /// All outlive the toolbar.
    JobsToolbar(JobsFeed &feed, const JobsModel &model, QWidget *parent = nullptr);

    void refresh();
    /// `text` says how old the list is.
    void setAgeText(const QString &text);

private:
    QString countText() const;

    JobsFeed &m_feed;
    const JobsModel &m_jobs;
    MutedLabel *m_count;
    MutedLabel *m_age;
    QPushButton *m_stop;
    QPushButton *m_older;
    IconButton *m_refresh;
};

} // namespace litedeck
