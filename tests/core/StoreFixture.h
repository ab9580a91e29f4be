// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ConversationStore.h"
#include "core/store/Query.h"
#include "core/store/Store.h"
#include "tst_store_samples.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

namespace litedeck::samples {

constexpr Milliseconds Patience{20'000};

/// Runs the event loop until `start(callback)` has called back.
template <typename T, typename Start>
std::optional<StoreResult<T>> await(Start start)
{
    std::optional<StoreResult<T>> outcome;
    QEventLoop loop;
    QTimer::singleShot(Patience, &loop, &QEventLoop::quit);
    start([&](const StoreResult<T> &result) {
        outcome = result;
        loop.quit();
    });
    if (!outcome)
        loop.exec();
    return outcome;
}

inline qint64 numberOf(Store &store, const QString &sql)
{
    const auto number = await<qint64>([&](auto callback) {
        store.post([sql](Database &database) { return database.readNumber(sql); }, &store,
                   callback);
    });
    return number && *number ? **number : -1;
}

inline void execute(Store &store, const QString &sql)
{
    const auto done = await<Done>([&](auto callback) {
        store.post([sql](Database &database) { return database.execute(sql); }, &store, callback);
    });
    QVERIFY(done && done->hasValue());
}

inline Conversation load(Store &store, ConversationStore &conversations, const QString &id)
{
    const auto loaded = await<Conversation>(
        [&](auto callback) { conversations.loadConversation({id}, &store, callback); });
    return loaded && *loaded ? **loaded : Conversation();
}

inline const QString countParts = u"SELECT count(*) FROM reply_parts"_s;

} // namespace litedeck::samples
