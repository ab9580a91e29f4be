// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Database.h"

#include <QThread>

#include <functional>
#include <memory>

namespace litedeck {

/// A thread that reads a database beside its writer, through a connection of its own.
class ReadingThread
{
    Q_DISABLE_COPY_MOVE(ReadingThread)

public:
    /// What is run on the thread; the database is null when it could not be opened.
    using Job = std::function<void(Database *)>;

    /// Opens the database, which its writer has open, with the first job.
    explicit ReadingThread(const QString &path);
    /// Waits for all jobs, which whoever posted them should have told to come to an end.
    ~ReadingThread();

    /// Runs the jobs one after the other.
    void post(Job job);

private:
    class Worker;

    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace litedeck
