// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"
#include "core/jobs/JobRow.h"

#include "ui/words/RecordWords.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace litedeck {

class MutedLabel;
struct FailureGroup;

/// Why a job failed: what it is, in whose hands, what to do, how many others failed for the same
/// cause, and how the last job like it that worked differs.
class FailureView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FailureView)

public:
    explicit FailureView(const RecordWords &words, QWidget *parent = nullptr);

    void showFailure(const JobRow &failed, const Error &error);
    /// Follows, as soon as the other jobs were looked at. `group` counts the job itself too;
    /// `worked` may be null.
    void showRelatives(const JobRow &failed, const FailureGroup &group, const JobRow *worked,
                       const QDateTime &now);

signals:
    /// The jobs with the same cause are wanted.
    void causeRequested(const QString &cause);
    /// The job that worked is wanted.
    void jobRequested(const litedeck::JobId &id);

private:
    void compare(const JobRow &failed, const JobRow &worked);
    void addRow(const QString &label, const QString &failed, const QString &worked);

    const RecordWords m_words;
    JobId m_failed;
    QString m_cause;
    JobId m_worked;
    QLabel *m_title;
    MutedLabel *m_hands;
    QLabel *m_advice;
    QPushButton *m_others;
    QWidget *m_comparison;
    QGridLayout *m_grid;
    QPushButton *m_showWorked;
};

} // namespace litedeck
