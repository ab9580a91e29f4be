// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/conversation/DraftFile.h"
#include "core/store/ConversationTables.h"
#include "core/store/TurnSearch.h"
#include "core/store/WriteBacklog.h"

#include <QObject>
#include <QPointer>
#include <QQueue>

#include <functional>
#include <memory>

namespace litedeck {

class Store;

/// Conversations on disk, written and read without the caller waiting.
///
/// Calls take effect in their order. Callbacks come once, on the caller's thread, unless their
/// context is gone; failures are also told by Store::failed(). recovered() comes exactly once, and
/// before the result of any load. What could not be written for want of room, lock or permission is
/// kept in order and tried again with every write and after RetryInterval, each time told by
/// Store::failed(). Lives on the store's owner's thread and goes before the store.
class ConversationStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationStore)

public:
    /// How long arriving text may wait to be written; with the write itself it stays well below the
    /// half second that may be lost.
    static constexpr Milliseconds FlushInterval{250};
    /// How long to wait before what could not be written is tried again.
    static constexpr Milliseconds RetryInterval{5000};

    template <typename T>
    using Callback = std::function<void(const StoreResult<T> &)>;

    ConversationStore(Store &store, Clock &clock, QObject *parent = nullptr);
    /// Hands the text that still waits to the store, which writes it before it closes.
    ~ConversationStore() override;

    void loadSummaries(QObject *context, Callback<QList<ConversationSummary>> callback);
    void loadConversation(const ConversationId &id, QObject *context,
                          Callback<Conversation> callback);

    /// Reads beside everything else, for what need not be there at once.
    void readConversation(const ConversationId &id, QObject *context,
                          Callback<Conversation> callback);

    /// See searchTurns(); text that is still arriving is found once its turn has ended. Searches
    /// that were begun before end with the error Interrupted.
    void search(const QString &text, int limit, QObject *context,
                Callback<QList<SearchHit>> callback);

    /// Writes the conversation and its turns; stored turns that the value lacks stay.
    void saveConversation(const Conversation &conversation);
    /// Adds conversations that came from elsewhere in small writes, between which all others go
    /// ahead; each one is stored whole or, after a kill, not at all. `added` is called for each in
    /// turn once it is stored, or has failed to be.
    void add(const QList<Conversation> &conversations, QObject *context,
             std::function<void(const Conversation &)> added);
    /// Writes a turn whole; `turn` includes all the text that was appended to it.
    void saveTurn(const ConversationId &conversation, const Turn &turn);
    /// See ConversationTables.
    void saveRanks(const QList<TurnId> &turns, qint64 rank);
    void rename(const ConversationId &id, const QString &title);
    void setMarks(const ConversationId &id, bool isPinned, bool isArchived);
    /// Deleted conversations and turns are kept until the next start.
    void setDeleted(const ConversationId &id, bool deleted);
    void setDeleted(const TurnId &id, bool deleted);

    /// See DraftFileTable.
    void saveDraftFiles(const QString &draft, const QList<DraftFile> &files);
    void addDraftFiles(const QString &draft, const QList<DraftFile> &files);
    void loadDraftFiles(const QString &draft, QObject *context,
                        Callback<QList<DraftFile>> callback);

    /// Adds text to a turn that was saved before, within FlushInterval.
    void appendReply(const TurnId &turn, const QString &delta);
    void appendReasoning(const TurnId &turn, const QString &delta);
    /// Writes the waiting text now.
    void flush();

signals:
    /// What could not be written for a while is on disk now.
    void caughtUp();
    /// The turns of a killed run, now Interrupted; empty after an orderly end.
    void recovered(const QList<litedeck::RecoveredTurn> &turns);

private:
    /// A conversation that is being added.
    struct Arrival
    {
        Conversation conversation;
        qsizetype written = 0; ///< Of its turns.
        QPointer<QObject> context;
        std::function<void(const Conversation &)> added;
    };

    /// The text of a turn that waits, which is written within FlushInterval.
    ReplyDelta &waiting(const TurnId &turn);
    void write(WriteBacklog::Job job);
    void writeNextArrival();
    void onArrivalWritten();
    void onWritten(const StoreResult<> &result);
    void retry();

    Store &m_store;
    std::unique_ptr<Timer> m_flushTimer;
    std::unique_ptr<Timer> m_retryTimer;
    bool m_isBehind = false; ///< Something waits to be written again.
    QHash<TurnId, ReplyDelta> m_waiting;
    QQueue<Arrival> m_arrivals;              ///< The first one is being written.
    std::shared_ptr<WriteBacklog> m_backlog; ///< Only used in jobs of the store.
};

} // namespace litedeck

Q_DECLARE_METATYPE(litedeck::RecoveredTurn)
