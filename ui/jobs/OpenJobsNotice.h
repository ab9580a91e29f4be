// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Record.h"
#include "ui/widgets/InlineNotice.h"

namespace litedeck {

class JobsModel;
class OpenJobsCloser;
struct Error;
struct JobsContent;

/// Tells of jobs that are open for long: offers to list them, and where they are listed to complete
/// all of them as failed. Jobs of chats that are kept here are not among these; they are finished
/// in their chat.
class OpenJobsNotice : public InlineNotice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenJobsNotice)

public:
    /// Both outlive the notice.
    OpenJobsNotice(const JobsContent &content, const JobsModel &model, QWidget *parent = nullptr);

    /// Shows what has changed of the list.
    void refresh();

signals:
    void listRequested();
    void jobFetched(const litedeck::Record &job);
    void errorOccurred(const litedeck::Error &error);

private:
    void tell(int jobs, const QString &action);
    void onAction();
    void ask(const QList<JobId> &jobs);
    QList<JobId> listed() const;

    const JobsContent &m_content;
    const JobsModel &m_model;
    OpenJobsCloser *m_closer;
    bool m_isDismissed = false;
};

} // namespace litedeck
