// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/jobs/JobQuery.h"

#include "ui/words/RecordWords.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace litedeck {

class IconButton;
class InlineNotice;

/// Search and filters of the jobs: the most used in one line, the others in a second one that
/// unfolds, and a strip that tells of a filter that a link has set.
class JobFilterBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobFilterBar)

public:
    /// Jobs that are open for longer are most likely forgotten.
    static constexpr Milliseconds LongOpen = std::chrono::minutes(15);

    /// `clock` and `columns` outlive the bar.
    JobFilterBar(const Clock &clock, const RecordWords &words, QMenu *columns,
                 QWidget *parent = nullptr);

    /// What can be chosen.
    void setChoices(const QSet<QString> &types, const QSet<QString> &models);
    void setExportEnabled(bool enabled);
    void clear();
    void focusSearch();
    /// Shows the jobs that failed for one cause, and nothing else.
    void showCause(const QString &cause);
    /// Shows the jobs that are open for long, and nothing else.
    void showLongOpen();
    /// Searches for a text, and nothing else.
    void showText(const QString &text);

    const JobFilter &filter() const { return m_filter; }
    /// Moves times such as "Last hour" on with the clock, by whole minutes; whether that changed
    /// the filter.
    bool followTime();

signals:
    void filterChanged(const litedeck::JobFilter &filter);
    void exportRequested();

private:
    QLayout *createFirstLine(QMenu *columns);
    QWidget *createMore();
    void createTimes(QHBoxLayout *line);
    void fill(QComboBox *combo, const QString &all, const QSet<QString> &choices);
    void reset();
    void update();
    JobFilter chosen() const;
    void updateTime(JobFilter &filter) const;
    void updateMore();

    const Clock &m_clock;
    const RecordWords m_words;
    JobFilter m_filter;
    QString m_cause;
    bool m_resetting = false;
    QLineEdit *m_search;
    QComboBox *m_status;
    QToolButton *m_unfold;
    IconButton *m_export;
    QComboBox *m_type;
    QComboBox *m_model;
    QComboBox *m_time;
    QDateEdit *m_from;
    QDateEdit *m_until;
    QComboBox *m_cost;
    QWidget *m_more;
    InlineNotice *m_causeNotice;
};

} // namespace litedeck
