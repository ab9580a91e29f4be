// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Record.h"

#include "ui/words/RecordWords.h"

#include <QWidget>

class QVBoxLayout;

namespace litedeck {

class Badge;
class ElidedLabel;
class FactList;
class IconButton;
class InlineNotice;

/// Everything that the server keeps of a job, except its costs.
class JobDetails : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobDetails)

public:
    explicit JobDetails(const RecordWords &words, QWidget *parent = nullptr);

    /// `credits` are those that the ledger tells.
    void showJob(const Record &job, const std::optional<qint64> &credits);
    void showCharge(const Record &job, const std::optional<qint64> &credits);
    /// Puts a widget between the error and the facts.
    void insertBelowError(QWidget *widget);

private:
    QWidget *createErrorPart();
    void showTimes(const Record &job);
    void copyId();
    void copyError();

    const RecordWords m_words;
    JobId m_id;
    QString m_errorText;
    Badge *m_status;
    Badge *m_charge;
    ElidedLabel *m_idLabel;
    IconButton *m_copyId;
    InlineNotice *m_error;
    IconButton *m_copyError;
    QWidget *m_errorPart = nullptr;
    FactList *m_facts;
    QVBoxLayout *m_column;
};

} // namespace litedeck
