// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Store.h"

#include "core/base/Background.h"
#include "core/store/Database.h"
#include "core/store/ReadingThread.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSemaphore>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace litedeck {

namespace {

Q_LOGGING_CATEGORY(logStore, "litedeck.store")

constexpr std::size_t ReaderCount = 3;
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

/// Which readings nobody waits for any more; known to all threads of a store.
class Store::Interruptions
{
public:
    /// The number of a new reading.
    quint64 add(Reader reader) { return ++m_counts.at(indexOf(reader)).begun; }
    void interrupt(Reader reader)
    {
        Counts &counts = m_counts.at(indexOf(reader));
        counts.over = counts.begun.load();
    }
    void interruptAll() { m_isClosing = true; }
    bool isOver(Reader reader, quint64 number) const
    {
        return m_isClosing || number <= m_counts.at(indexOf(reader)).over;
    }

    static std::size_t indexOf(Reader reader) { return static_cast<std::size_t>(reader); }

private:
    struct Counts
    {
        std::atomic<quint64> begun = 0;
        std::atomic<quint64> over = 0; ///< All up to this one are.
    };

    std::array<Counts, ReaderCount> m_counts;
    std::atomic<bool> m_isClosing = false;
};

/// Lives on the store's thread and owns the database there.
class Store::Worker : public QObject
{
    Q_DISABLE_COPY_MOVE(Worker)

public:
    struct Reading
    {
        Reader reader;
        quint64 number;
        Work work;
    };

    Worker(Store *store, QObject *mailbox)
        : m_store(store)
        , m_mailbox(mailbox)
        , m_interruptions(store->m_interruptions)
    {}

    void open(const QString &path);
    void run(Work &work);
    void read(const Reading &reading);
    StorePlace look();
    void close();

private:
    void openInMemory();
    void replaceDamaged(StoreError &error);
    void deliver(Finished finished) const;
    /// Runs a reading on whatever thread it came to, unless it `isOver`.
    static Finished perform(Database &database, const Work &work,
                            const std::function<bool()> &isOver);
    void readHere(const Reading &reading);
    void readBeside(Database *database, const Reading &reading, int file);
    void closeReaders();

    QPointer<Store> m_store; ///< Only looked into on the owner's thread.
    QObject *m_mailbox;
    std::shared_ptr<Interruptions> m_interruptions;
    std::unique_ptr<Database> m_database;
    std::pair<qint64, QDateTime> m_otherState; ///< Of what stands in its place.
    StoreError m_openError; ///< What every job fails with when not even memory could be had.
    std::array<std::unique_ptr<ReadingThread>, ReaderCount> m_readers;
    std::atomic<int> m_file = 0; ///< Counts the files that took each other's place.
    bool m_readsHere = false;    ///< The readers cannot open the file.
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
    later(m_mailbox, [store = m_store, opening] {
        if (store)
            emit store->opened(opening);
    });
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
        const bool isDamaged = finished.error->kind == StoreErrorKind::Damaged;
        if (isDamaged && !m_database->isInMemory() && m_database->isInPlace())
            replaceDamaged(*finished.error);
    }
    deliver(std::move(finished));
}

void Store::Worker::deliver(Finished finished) const
{
    later(m_mailbox, [store = m_store, finished = std::move(finished)] {
        if (!store)
            return;
        if (finished.error && finished.error->kind != StoreErrorKind::Interrupted)
            emit store->failed(*finished.error);
        finished.deliver();
    });
}

void Store::Worker::read(const Reading &reading)
{
    if (m_readsHere || !m_database || !m_database->canBeReadBeside()) {
        readHere(reading);
        return;
    }
    std::unique_ptr<ReadingThread> &thread = m_readers.at(Interruptions::indexOf(reading.reader));
    if (!thread)
        thread = std::make_unique<ReadingThread>(m_database->path());
    // The readers go before this object does, and before the file is another one.
    thread->post([this, reading, file = m_file.load()](Database *database) {
        readBeside(database, reading, file);
    });
}

Store::Finished Store::Worker::perform(Database &database, const Work &work,
                                       const std::function<bool()> &isOver)
{
    if (isOver())
        return work(nullptr, {StoreErrorKind::Interrupted, {}, database.path(), {}});
    database.stopWhen(isOver);
    Finished finished = work(&database, {});
    database.stopWhen({});
    return finished;
}

void Store::Worker::readHere(const Reading &reading)
{
    Work work = [this, reading](Database *database, const StoreError &openError) {
        const auto isOver = [this, &reading] {
            return m_interruptions->isOver(reading.reader, reading.number);
        };
        return database ? perform(*database, reading.work, isOver)
                        : reading.work(nullptr, openError);
    };
    run(work);
}

void Store::Worker::readBeside(Database *database, const Reading &reading, int file)
{
    const auto readAgain = [this, reading] { read(reading); };
    const auto again = [this, readAgain] { later(this, readAgain); };
    if (!database) {
        const auto readHereFromNowOn = [this] { m_readsHere = true; };
        later(this, readHereFromNowOn);
        again();
        return;
    }
    const auto isReplaced = [this, file] { return file != m_file; };
    const Finished finished = perform(*database, reading.work, [&] {
        return isReplaced() || m_interruptions->isOver(reading.reader, reading.number);
    });
    if (!finished.error || (finished.error->kind == StoreErrorKind::Interrupted &&
                            m_interruptions->isOver(reading.reader, reading.number))) {
        deliver(finished);
    } else if (isReplaced()) {
        again();
    } else {
        later(this, [this, finished, file, again] {
            if (file != m_file) {
                again();
                return;
            }
            Work told = [&finished](Database *, const StoreError &) { return finished; };
            run(told);
        });
    }
}

void Store::Worker::closeReaders()
{
    ++m_file;
    for (std::unique_ptr<ReadingThread> &reader : m_readers)
        reader.reset();
}

void Store::Worker::replaceDamaged(StoreError &error)
{
    closeReaders();
    if (auto replaced = Database::replaceDamaged(std::move(m_database), error)) {
        m_database = std::move(replaced).value();
        error = m_database->notice().value_or(error);
    } else {
        m_openError = replaced.error();
        openInMemory();
    }
}

StorePlace Store::Worker::look()
{
    if (!m_database || m_database->isInPlace())
        return StorePlace::There;
    const QString path = m_database->path();
    if (!QFileInfo(QFileInfo(path).path()).isDir())
        return StorePlace::Gone;
    const QFileInfo other(path);
    const bool isTaken = other.exists();
    // Somebody may be copying it there, and half a file would be taken for a damaged one.
    const std::pair state(other.size(), other.lastModified());
    if (isTaken && std::exchange(m_otherState, state) != state)
        return StorePlace::Gone;
    const StoreResult<> copied = isTaken ? StoreResult<>(Done{}) : m_database->copyTo(path);
    if (!copied) {
        qCWarning(logStore) << "putting the file back:" << copied.error().message;
        QFile::remove(path);
        return StorePlace::Gone;
    }
    m_database->giveUpPlace();
    auto opened = Database::open(path);
    if (!opened) {
        // A copy of ours is made anew the next time, with what was written until then.
        if (!isTaken)
            QFile::remove(path);
        return StorePlace::Gone;
    }
    closeReaders();
    m_readsHere = false;
    m_database = std::move(opened).value();
    return isTaken ? StorePlace::Replaced : StorePlace::Restored;
}

void Store::Worker::close()
{
    closeReaders();
    m_database.reset();
    thread()->quit();
}

Store::Store(const QString &path, Milliseconds shutdownLimit, QObject *parent)
    : QObject(parent)
    , m_shutdownLimit(shutdownLimit)
    , m_interruptions(std::make_shared<Interruptions>())
    , m_thread(std::make_unique<QThread>())
    , m_mailbox(std::make_unique<QObject>())
    , m_worker(std::make_unique<Worker>(this, m_mailbox.get()))
{
    m_thread->setObjectName(QStringLiteral("store"));
    m_worker->moveToThread(m_thread.get());
    m_thread->start();
    later(m_worker.get(), [worker = m_worker.get(), path] { worker->open(path); });
}

Store::~Store()
{
    m_interruptions->interruptAll();
    // The worker itself ends the thread, after all the jobs that stand before this one.
    later(m_worker.get(), [worker = m_worker.get()] { worker->close(); });
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

void Store::look(QObject *context, std::function<void(StorePlace)> told)
{
    const auto tell = [mailbox = m_mailbox.get(), context = QPointer<QObject>(context),
                       told = std::move(told)](StorePlace place) {
        later(mailbox, [context, told, place] {
            if (context)
                told(place);
        });
    };
    later(m_worker.get(), [worker = m_worker.get(), tell] { tell(worker->look()); });
}

void Store::enqueue(Work work)
{
    later(m_worker.get(),
          [worker = m_worker.get(), work = std::move(work)]() mutable { worker->run(work); });
}

void Store::enqueueReading(Reader reader, Work work)
{
    const Worker::Reading reading{reader, m_interruptions->add(reader), std::move(work)};
    later(m_worker.get(), [worker = m_worker.get(), reading] { worker->read(reading); });
}

void Store::interrupt(Reader reader)
{
    m_interruptions->interrupt(reader);
}

} // namespace litedeck
