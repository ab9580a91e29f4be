// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/RecordWords.h"

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
    /// `feed` and `model` outlive the toolbar.
    JobsToolbar(JobsFeed &feed, const JobsModel &model, const RecordWords &words,
                QWidget *parent = nullptr);

    void refresh();
    /// `text` says how old the list is.
    void setAgeText(const QString &text);

private:
    QString countText() const;

    JobsFeed &m_feed;
    const JobsModel &m_jobs;
    const RecordWords m_words;
    MutedLabel *m_count;
    MutedLabel *m_age;
    QPushButton *m_stop;
    QPushButton *m_older;
    IconButton *m_refresh;
};

} // namespace litedeck
