// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ReadingThread.h"

#include "core/base/Background.h"

#include <QLoggingCategory>
#include <QObject>

namespace litedeck {

namespace {

Q_LOGGING_CATEGORY(logReading, "litedeck.store")

} // namespace

/// Lives on the thread and owns the connection there.
class ReadingThread::Worker : public QObject
{
    Q_DISABLE_COPY_MOVE(Worker)

public:
    explicit Worker(QString path)
        : m_path(std::move(path))
    {}

    void run(const Job &job)
    {
        if (!m_database)
            open();
        job(m_database.get());
    }

    void close()
    {
        m_database.reset();
        thread()->quit();
    }

private:
    void open()
    {
        if (auto opened = Database::openForReading(m_path))
            m_database = std::move(opened).value();
        else
            qCWarning(logReading) << "cannot read beside the writer:" << opened.error().message;
    }

    const QString m_path;
    std::unique_ptr<Database> m_database;
};

ReadingThread::ReadingThread(const QString &path)
    : m_worker(std::make_unique<Worker>(path))
{
    m_thread.setObjectName(QStringLiteral("reading"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

ReadingThread::~ReadingThread()
{
    later(m_worker.get(), [worker = m_worker.get()] { worker->close(); });
    m_thread.wait();
}

void ReadingThread::post(Job job)
{
    later(m_worker.get(), [worker = m_worker.get(), job = std::move(job)] { worker->run(job); });
}

} // namespace litedeck
