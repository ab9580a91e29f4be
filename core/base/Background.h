// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace litedeck {

/// Calls `function` on the thread of `context` once its event loop runs, unless it is gone by then.
template <typename Function>
void later(QObject *context, Function function)
{
    QMetaObject::invokeMethod(context, std::move(function), Qt::QueuedConnection);
}

/// Does `work` on another thread and hands what it returns to `done` on this one, which is the main
/// thread; `done` is not called once `context` is gone.
template <typename Work, typename Done>
void inBackground(Work work, QObject *context, Done done)
{
    QThreadPool::globalInstance()->start([work = std::move(work), done = std::move(done),
                                          guard = QPointer(context)]() mutable {
        const auto deliver = [result = work(), done = std::move(done), guard = std::move(guard)] {
            if (guard)
                done(result);
        };
        later(QCoreApplication::instance(), deliver);
    });
}

/// Lets go of something on another thread, such as a list so long that forgetting it takes a while.
template <typename T>
void releaseInBackground(T value)
{
    QThreadPool::globalInstance()->start([value = std::move(value)] {});
}

} // namespace litedeck
