// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Store.h"

#include "store/Database.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSemaphore>

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace litedeck {

namespace {

Q_LOGGING_CATEGORY(logStore, "litedeck.store")

constexpr int LongestExit = 30'000; // milliseconds

// Of all stores in the program, since Qt takes away all connections when the program ends.
std::atomic<int> leftThreads = 0;
QSemaphore endedThreads;

void waitForLeftThreads()
{
    if (endedThreads.tryAcquire(leftThreads, LongestExit))
        return;
    // A thread that still uses its connection when Qt takes it away would crash.
    std::fflush(nullptr);
    std::_Exit(EXIT_FAILURE);
}

} // namespace

/// Lives on the store's thread and owns the database there.
class Store::Worker : public QObject
{
    Q_DISABLE_COPY_MOVE(Worker)

public:
    Worker(Store *store, QObject *mailbox)
        : m_store(store)
        , m_mailbox(mailbox)
    {}

    void open(const QString &path);
    void run(Work &work);
    void close();

private:
    void openInMemory();
    void replaceDamaged(StoreError &error);

    QPointer<Store> m_store; ///< Only looked into on the owner's thread.
    QObject *m_mailbox;
    std::unique_ptr<Database> m_database;
    StoreError m_openError; ///< What every job fails with when not even memory could be had.
};

void Store::Worker::open(const QString &path)
{
    StoreOpening opening;
    if (auto opened = Database::open(path)) {
        m_database = std::move(opened).value();
        opening.problem = m_database->notice();
    } else {
        opening.problem = m_openError = opened.error();
        openInMemory();
    }
    opening.inMemory = !m_database || m_database->isInMemory();
    if (opening.problem)
        qCWarning(logStore) << "opening:" << opening.problem->message << opening.problem->path;
    QMetaObject::invokeMethod(
        m_mailbox,
        [store = m_store, opening] {
            if (store)
                emit store->opened(opening);
        },
        Qt::QueuedConnection);
}

void Store::Worker::openInMemory()
{
    if (auto opened = Database::openInMemory())
        m_database = std::move(opened).value();
    else
        m_openError = opened.error();
}

void Store::Worker::run(Work &work)
{
    Finished finished = work(m_database.get(), m_openError);
    if (finished.error && m_database) {
        qCWarning(logStore) << "job failed:" << finished.error->message;
        if (finished.error->kind == StoreErrorKind::Damaged && !m_database->isInMemory())
            replaceDamaged(*finished.error);
    }
    QMetaObject::invokeMethod(
        m_mailbox,
        [store = m_store, finished = std::move(finished)] {
            if (!store)
                return;
            if (finished.error)
                emit store->failed(*finished.error);
            finished.deliver();
        },
        Qt::QueuedConnection);
}

void Store::Worker::replaceDamaged(StoreError &error)
{
    if (auto replaced = Database::replaceDamaged(std::move(m_database), error)) {
        m_database = std::move(replaced).value();
        error = m_database->notice().value_or(error);
    } else {
        m_openError = replaced.error();
        openInMemory();
    }
}

void Store::Worker::close()
{
    m_database.reset();
    thread()->quit();
}

Store::Store(const QString &path, Milliseconds shutdownLimit, QObject *parent)
    : QObject(parent)
    , m_shutdownLimit(shutdownLimit)
    , m_thread(std::make_unique<QThread>())
    , m_mailbox(std::make_unique<QObject>())
    , m_worker(std::make_unique<Worker>(this, m_mailbox.get()))
{
    m_thread->setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(m_thread.get());
    m_thread->start();
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), path] { worker->open(path); },
        Qt::QueuedConnection);
}

Store::~Store()
{
    // The worker itself ends the thread, after all the jobs that stand before this one.
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get()] { worker->close(); }, Qt::QueuedConnection);
    if (m_thread->wait(QDeadlineTimer(m_shutdownLimit)))
        return;
    qCWarning(logStore) << "the disk does not answer; leaving the store's thread behind";
    if (leftThreads++ == 0)
        qAddPostRoutine(waitForLeftThreads);
    connect(
        m_thread.get(), &QThread::finished, m_worker.get(), [] { endedThreads.release(); },
        Qt::DirectConnection);
    connect(m_thread.get(), &QThread::finished, m_worker.get(), &QObject::deleteLater);
    connect(m_thread.get(), &QThread::finished, m_mailbox.get(), &QObject::deleteLater);
    connect(m_thread.get(), &QThread::finished, m_thread.get(), &QObject::deleteLater);
    static_cast<void>(m_worker.release());
    static_cast<void>(m_mailbox.release());
    static_cast<void>(m_thread.release());
}

void Store::enqueue(Work work)
{
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), work = std::move(work)]() mutable { worker->run(work); },
        Qt::QueuedConnection);
}

} // namespace litedeck
