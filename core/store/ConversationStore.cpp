// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConversationStore.h"

#include "core/store/FileTables.h"
#include "core/store/Store.h"

namespace litedeck {

namespace {

// One write of what comes from elsewhere; a message of a person that stands behind it waits no
// longer than one notices.
constexpr qsizetype MostTurnsAtOnce = 200;
constexpr qsizetype MostCharactersAtOnce = 500'000;

/// The turns from `begin` on that are written at once.
QList<Turn> portionOf(const QList<Turn> &turns, qsizetype begin)
{
    QList<Turn> portion;
    qsizetype characters = 0;
    for (qsizetype i = begin; i < turns.size(); ++i) {
        portion += turns.at(i);
        characters += turns.at(i).prompt.size() + turns.at(i).reply.size();
        if (portion.size() == MostTurnsAtOnce || characters >= MostCharactersAtOnce)
            break;
    }
    return portion;
}

/// A job for the store that calls a function of its tables with these values.
template <typename Function, typename... Values>
auto jobOf(Function function, const Values &...values)
{
    return [=](Database &database) { return function(database, values...); };
}

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
    , m_flushTimer(clock.createTimer())
    , m_retryTimer(clock.createTimer())
    , m_backlog(std::make_shared<WriteBacklog>())
{
    connect(m_flushTimer.get(), &Timer::fired, this, &ConversationStore::flush);
    connect(m_retryTimer.get(), &Timer::fired, this, &ConversationStore::retry);
    write(ConversationTables::purge);
    m_store.post(ConversationTables::recoverOpenTurns, this,
                 [this](const StoreResult<QList<RecoveredTurn>> &result) {
                     emit recovered(result ? *result : QList<RecoveredTurn>());
                 });
}

ConversationStore::~ConversationStore()
{
    for (const Arrival &arrival : std::as_const(m_arrivals)) {
        write([conversation = arrival.conversation](Database &database) -> StoreResult<> {
            if (auto saved = ConversationTables::saveConversation(database, conversation); !saved)
                return saved;
            return ConversationTables::setDeleted(database, conversation.id, false);
        });
    }
    if (!m_waiting.isEmpty())
        write(jobOf(ConversationTables::appendReplies, m_waiting));
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
    m_store.post(jobOf(ConversationTables::loadConversation, id), context, std::move(callback));
}

void ConversationStore::readConversation(const ConversationId &id, QObject *context,
                                         Callback<Conversation> callback)
{
    flush();
    m_store.read(Store::Reader::Bulk, jobOf(ConversationTables::loadConversation, id), context,
                 std::move(callback));
}

void ConversationStore::search(const QString &text, int limit, QObject *context,
                               Callback<QList<SearchHit>> callback)
{
    m_store.interrupt(Store::Reader::Search);
    m_store.read(Store::Reader::Search, jobOf(searchTurns, text, limit), context,
                 std::move(callback));
}

void ConversationStore::saveConversation(const Conversation &conversation)
{
    for (const Turn &turn : conversation.turns)
        m_waiting.remove(turn.id);
    write(jobOf(ConversationTables::saveConversation, conversation));
}

void ConversationStore::add(const QList<Conversation> &conversations, QObject *context,
                            std::function<void(const Conversation &)> added)
{
    const bool isAdding = !m_arrivals.isEmpty();
    for (const Conversation &conversation : conversations)
        m_arrivals.enqueue({conversation, 0, context, added});
    if (!isAdding)
        writeNextArrival();
}

void ConversationStore::writeNextArrival()
{
    if (m_arrivals.isEmpty())
        return;
    Arrival &arrival = m_arrivals.head();
    const QList<Turn> turns = arrival.conversation.turns + arrival.conversation.asides;
    Conversation part = arrival.conversation;
    part.turns = portionOf(turns, arrival.written);
    part.asides.clear();
    arrival.written += part.turns.size();
    const bool isWhole = arrival.written == turns.size();
    // Until it is whole it counts as deleted, which the next start would make an end of.
    m_store.post(
        [backlog = m_backlog, part, isWhole](Database &database) {
            backlog->append([part, isWhole](Database &target) -> StoreResult<> {
                return ConversationTables::addPart(target, part, isWhole);
            });
            return backlog->run(database);
        },
        this,
        [this](const StoreResult<> &result) {
            onWritten(result);
            onArrivalWritten();
        });
}

void ConversationStore::onArrivalWritten()
{
    const Arrival &first = m_arrivals.head();
    if (first.written == first.conversation.turns.size() + first.conversation.asides.size()) {
        const Arrival done = m_arrivals.dequeue();
        if (done.context)
            done.added(done.conversation);
    }
    writeNextArrival();
}

void ConversationStore::saveTurn(const ConversationId &conversation, const Turn &turn)
{
    m_waiting.remove(turn.id);
    write(jobOf(ConversationTables::saveTurn, conversation, turn));
}

void ConversationStore::saveRanks(const QList<TurnId> &turns, qint64 rank)
{
    write(jobOf(ConversationTables::saveRanks, turns, rank));
}

void ConversationStore::rename(const ConversationId &id, const QString &title)
{
    write(jobOf(ConversationTables::rename, id, title));
}

void ConversationStore::setMarks(const ConversationId &id, bool isPinned, bool isArchived)
{
    write(jobOf(ConversationTables::setMarks, id, isPinned, isArchived));
}

void ConversationStore::setDeleted(const ConversationId &id, bool deleted)
{
    write([id, deleted](Database &database) {
        return ConversationTables::setDeleted(database, id, deleted);
    });
}

void ConversationStore::setDeleted(const TurnId &id, bool deleted)
{
    write([id, deleted](Database &database) {
        return ConversationTables::setDeleted(database, id, deleted);
    });
}

void ConversationStore::saveDraftFiles(const QString &draft, const QList<DraftFile> &files)
{
    write(jobOf(DraftFileTable::save, draft, files));
}

void ConversationStore::addDraftFiles(const QString &draft, const QList<DraftFile> &files)
{
    write(jobOf(DraftFileTable::add, draft, files));
}

void ConversationStore::loadDraftFiles(const QString &draft, QObject *context,
                                       Callback<QList<DraftFile>> callback)
{
    m_store.post(jobOf(DraftFileTable::load, draft), context, std::move(callback));
}

void ConversationStore::appendReply(const TurnId &turn, const QString &delta)
{
    waiting(turn).reply += delta;
}

void ConversationStore::appendReasoning(const TurnId &turn, const QString &delta)
{
    waiting(turn).reasoning += delta;
}

ReplyDelta &ConversationStore::waiting(const TurnId &turn)
{
    if (!m_flushTimer->isActive())
        m_flushTimer->start(FlushInterval);
    return m_waiting[turn];
}

void ConversationStore::flush()
{
    m_flushTimer->stop();
    QHash<TurnId, ReplyDelta> batch;
    for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it) {
        const ReplyDelta whole{takeWhole(it->reply), takeWhole(it->reasoning)};
        if (!whole.isEmpty())
            batch.insert(it.key(), whole);
    }
    m_waiting.removeIf([](const auto &waiting) { return waiting.value().isEmpty(); });
    if (!batch.isEmpty())
        write(jobOf(ConversationTables::appendReplies, batch));
}

void ConversationStore::write(WriteBacklog::Job job)
{
    m_store.post(
        [backlog = m_backlog, job = std::move(job)](Database &database) {
            backlog->append(job);
            return backlog->run(database);
        },
        this, [this](const StoreResult<> &result) { onWritten(result); });
}

void ConversationStore::onWritten(const StoreResult<> &result)
{
    if (!result && WriteBacklog::canSucceedLater(result.error().kind)) {
        m_isBehind = true;
        m_retryTimer->start(RetryInterval);
        return;
    }
    if (!result)
        return;
    m_retryTimer->stop();
    if (std::exchange(m_isBehind, false))
        emit caughtUp();
}

void ConversationStore::retry()
{
    m_store.post([backlog = m_backlog](Database &database) { return backlog->run(database); }, this,
                 [this](const StoreResult<> &result) { onWritten(result); });
}

} // namespace litedeck
