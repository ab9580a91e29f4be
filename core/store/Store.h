// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/store/StoreError.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace litedeck {

class Database;

/// How the store came up.
struct StoreOpening
{
    bool inMemory = false; ///< Nothing of this run is kept, and nothing older can be seen.
    std::optional<StoreError> problem; ///< Why, or which damage was found and set aside.
};

/// Where the file of a store is, as look() finds it.
enum class StorePlace : quint8 {
    There,
    Gone,     ///< With its directory: nothing that is written is kept.
    Restored, ///< The directory was there again, and all was written to it.
    Replaced  ///< It was there again with a file of conversations, which is open now.
};

/// The database on its own thread: jobs go in from the owner's thread, results come back to it.
///
/// Jobs run one after the other in the order of post(). The owner's thread never waits, except in
/// the destructor. When the file cannot be opened the store works in memory, so that its users need
/// no second path. Signals, on the owner's thread: opened() exactly once and before any result;
/// failed() once for each job that fails, before its callback. Damage that a job meets is set aside
/// at once and a new file is started with what could be read; failed() (not the callback) tells the
/// place, and what is still in memory should be saved again.
///
/// What may take long and changes nothing is read beside these jobs, on threads of their own; it
/// sees what was posted before it.
class Store : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Store)

public:
    static constexpr Milliseconds ShutdownLimit{5000};

    /// Readings of one kind stand behind each other, and behind nothing else.
    enum class Reader : quint8 { Search, Bulk, Backup };

    /// Begins to open `path`, whose directory exists.
    explicit Store(const QString &path, Milliseconds shutdownLimit = ShutdownLimit,
                   QObject *parent = nullptr);
    /// Interrupts what is read, finishes the posted jobs and closes the database, but waits for
    /// `shutdownLimit` at most; after that the thread ends by itself when its disk answers. The
    /// program waits for it once more at its very end, and ends with EXIT_FAILURE when that is in
    /// vain.
    ~Store() override;

    /// Runs `job(Database &)`, which returns a StoreResult<T>, on the store's thread and then
    /// `callback(StoreResult<T>)` on this one, unless `context` is gone by then. `context` lives on
    /// this thread; both callables are copyable and own what they need.
    template <typename Job, typename Callback>
    void post(Job job, QObject *context, Callback callback)
    {
        enqueue(workFrom(std::move(job), context, std::move(callback)));
    }

    /// Like post(), for a job that only reads, beside the other jobs; it may run more than once
    /// when the file is replaced meanwhile. Where the file cannot be read twice at a time it is a
    /// job like the others.
    template <typename Job, typename Callback>
    void read(Reader reader, Job job, QObject *context, Callback callback)
    {
        enqueueReading(reader, workFrom(std::move(job), context, std::move(callback)));
    }

    /// Ends the readings of this kind that were begun so far: their callbacks get the error
    /// Interrupted, which failed() does not tell.
    void interrupt(Reader reader);

    /// Looks whether the file is still in its place, as a job like any other, and puts it there
    /// again as soon as its directory is. A file that is there already is kept and used.
    void look(QObject *context, std::function<void(StorePlace)> told);

    /// Runs `job` for what it writes; a failure is told by failed() alone.
    template <typename Job>
    void write(Job job)
    {
        post(std::move(job), this, [](const StoreResult<> &) {});
    }

signals:
    void opened(const litedeck::StoreOpening &opening);
    void failed(const litedeck::StoreError &error);

private:
    struct Finished
    {
        std::optional<StoreError> error;
        std::function<void()> deliver;
    };
    /// The database is null when not even memory could be had; the error says why.
    using Work = std::function<Finished(Database *, const StoreError &)>;
    class Worker;
    class Interruptions;

    template <typename Job, typename Callback>
    static Work workFrom(Job job, QObject *context, Callback callback)
    {
        using Result = std::invoke_result_t<Job &, Database &>;
        return [job = std::move(job), guard = QPointer<QObject>(context),
                callback = std::move(callback)](Database *database,
                                                const StoreError &openError) mutable {
            Result result = database ? job(*database) : Result(Unexpected{openError});
            Finished finished;
            if (!result)
                finished.error = result.error();
            finished.deliver = [guard, callback, result = std::move(result)]() mutable {
                if (guard)
                    callback(std::move(result));
            };
            return finished;
        };
    }

    void enqueue(Work work);
    void enqueueReading(Reader reader, Work work);

    Milliseconds m_shutdownLimit;
    std::shared_ptr<Interruptions> m_interruptions;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<QObject> m_mailbox; ///< Receives results; outlives a worker that hangs.
    std::unique_ptr<Worker> m_worker;
};

} // namespace litedeck

Q_DECLARE_METATYPE(litedeck::StoreOpening)
