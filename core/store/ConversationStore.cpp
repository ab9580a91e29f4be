// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ConversationStore.h"

#include "store/Store.h"

namespace litedeck {

namespace {

/// Takes the text out of `text` but for half a character at its end, which UTF-8 cannot hold.
QString takeWhole(QString &text)
{
    QString rest;
    if (!text.isEmpty() && text.back().isHighSurrogate()) {
        rest = text.right(1);
        text.chop(1);
    }
    return std::exchange(text, rest);
}

} // namespace

ConversationStore::ConversationStore(Store &store, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_timer(clock.createTimer())
{
    connect(m_timer.get(), &Timer::fired, this, &ConversationStore::flush);
    m_store.post(ConversationTables::recoverOpenTurns, this,
                 [this](const StoreResult<QList<RecoveredTurn>> &result) {
                     emit recovered(result ? *result : QList<RecoveredTurn>());
                 });
}

ConversationStore::~ConversationStore()
{
    if (!m_waiting.isEmpty())
        write([batch = m_waiting](Database &database) {
            return ConversationTables::appendReplies(database, batch);
        });
}

void ConversationStore::loadSummaries(QObject *context,
                                      Callback<QList<ConversationSummary>> callback)
{
    m_store.post(ConversationTables::loadSummaries, context, std::move(callback));
}

void ConversationStore::loadConversation(const ConversationId &id, QObject *context,
                                         Callback<Conversation> callback)
{
    flush();
    m_store.post(
        [id](Database &database) { return ConversationTables::loadConversation(database, id); },
        context, std::move(callback));
}

void ConversationStore::saveConversation(const Conversation &conversation)
{
    for (const Turn &turn : conversation.turns)
        forget(turn.id);
    write([conversation](Database &database) {
        return ConversationTables::saveConversation(database, conversation);
    });
}

void ConversationStore::saveTurn(const ConversationId &conversation, qint64 ordinal,
                                 const Turn &turn)
{
    forget(turn.id);
    write([conversation, ordinal, turn](Database &database) {
        return ConversationTables::saveTurn(database, conversation, ordinal, turn);
    });
}

void ConversationStore::removeTurn(const TurnId &id)
{
    forget(id);
    write([id](Database &database) { return ConversationTables::removeTurn(database, id); });
}

void ConversationStore::rename(const ConversationId &id, const QString &title)
{
    write([id, title](Database &database) {
        return ConversationTables::rename(database, id, title);
    });
}

void ConversationStore::remove(const ConversationId &id)
{
    write([id](Database &database) { return ConversationTables::remove(database, id); });
}

void ConversationStore::appendReply(const TurnId &turn, const QString &delta)
{
    m_waiting[turn].reply += delta;
    schedule(FlushInterval);
}

void ConversationStore::appendReasoning(const TurnId &turn, const QString &delta)
{
    m_waiting[turn].reasoning += delta;
    schedule(FlushInterval);
}

void ConversationStore::flush()
{
    if (m_batchUnderWay || m_waiting.isEmpty())
        return;
    m_timer->stop();
    Batch rest;
    for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it) {
        const ReplyDelta whole{takeWhole(it->reply), takeWhole(it->reasoning)};
        if (!whole.isEmpty())
            m_writing.insert(it.key(), whole);
        if (!it->isEmpty())
            rest.insert(it.key(), *it);
    }
    m_waiting = rest;
    if (m_writing.isEmpty())
        return;
    m_batchUnderWay = true;
    m_store.post(
        [batch = m_writing](Database &database) {
            return ConversationTables::appendReplies(database, batch);
        },
        this, [this](const StoreResult<> &result) { onBatchWritten(result); });
}

template <typename Job>
void ConversationStore::write(Job job)
{
    m_store.post(std::move(job), this, [](const StoreResult<> &) {});
}

void ConversationStore::schedule(Milliseconds delay)
{
    if (!m_timer->isActive())
        m_timer->start(delay);
}

void ConversationStore::onBatchWritten(const StoreResult<> &result)
{
    m_batchUnderWay = false;
    const Batch written = std::exchange(m_writing, {});
    if (result) {
        // The timer has fired while this batch was being written.
        if (!m_timer->isActive())
            flush();
        return;
    }
    for (auto it = written.cbegin(); it != written.cend(); ++it) {
        ReplyDelta &waiting = m_waiting[it.key()];
        waiting.reply.prepend(it->reply);
        waiting.reasoning.prepend(it->reasoning);
    }
    schedule(RetryInterval);
}

void ConversationStore::forget(const TurnId &turn)
{
    m_waiting.remove(turn);
    m_writing.remove(turn);
}

} // namespace litedeck
