// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ChatSession.h"
#include "core/errors/ErrorLog.h"
#include "core/store/ConversationStore.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace litedeck {

/// All conversations: what is stored, and the ones that were opened in this run.
///
/// Opened conversations stay alive, so that a reply goes on streaming while another one is shown.
/// Everything that happens in them is written to the store, and failures go to the error log.
class ChatLibrary : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatLibrary)

public:
    /// All outlive the library.
    ChatLibrary(const ChatServices &services, ConversationStore &store, ErrorLog &errors,
                QObject *parent = nullptr);

    /// Reads the list of stored conversations; loaded() follows.
    void load();
    /// Newest first.
    const QList<ConversationSummary> &summaries() const { return m_summaries; }

    /// Begins a conversation; it is stored with its first turn.
    ChatSession *create(const ModelAlias &model, const ChatSettings &settings = {});
    /// Stores conversations that came from elsewhere; each is in the list once it is stored.
    /// `added` is called after the last one.
    void add(const QList<Conversation> &conversations, std::function<void()> added = {});
    /// Opens a stored conversation; opened() follows, at once when it was opened before.
    void open(const ConversationId &id);
    /// Calls `opened` when the conversation is open, at once when it is; never when it is not
    /// stored, nor once `context` is gone.
    void whenOpened(const ConversationId &id, QObject *context, std::function<void()> opened);
    bool contains(const ConversationId &id) const { return indexOf(id) >= 0; }
    /// The title of a stored conversation; empty when there is none of that id.
    QString titleOf(const ConversationId &id) const;
    ChatSession *session(const ConversationId &id) const { return m_sessions.value(id); }
    /// Reads a conversation without opening it; `callback` is called once with it, unless there is
    /// none or `context` is gone by then.
    void read(const ConversationId &id, QObject *context,
              std::function<void(const Conversation &)> callback);
    /// Takes the secrets out of what leaves the library.
    const Redactor &redactor() const;
    QDateTime now() const;
    /// See searchTurns(); a store that cannot search finds nothing. `found` is called once, unless
    /// `context` is gone or a newer search was begun by then.
    void search(const QString &text, int limit, QObject *context,
                std::function<void(const QList<SearchHit> &)> found);
    /// Stops and deletes a conversation; what it owes is paid, and it can be restored in this run.
    void remove(const ConversationId &id);
    /// Brings back the conversation that was deleted last of those that are still deleted; false
    /// when none is.
    bool restore();
    void rename(const ConversationId &id, const QString &title);
    void setPinned(const ConversationId &id, bool pinned);
    void setArchived(const ConversationId &id, bool archived);

    /// Stores what is open once more, after its file was set aside, and brings the list in step
    /// with what was recovered.
    void saveAgain();

    /// Where the files of drafts are kept.
    ConversationStore &store() { return m_store; }

    /// Tries again, now, what an error came from: a turn, or the finishing of a conversation's job.
    /// Of a turn that has a reply, another version is asked for. False when nothing came of it,
    /// since the conversation is busy with something else or the turn is gone.
    bool retry(const ErrorOrigin &origin,
               ChatSession::Context context = ChatSession::Context::Whole);
    /// The model that the turn of an error asked for; empty when it came from elsewhere.
    ModelAlias modelOf(const ErrorOrigin &origin) const;
    /// More is known of an error: its turn and its entry in the log say so.
    void refine(const ErrorOrigin &origin, const Error &error);
    /// Stops waiting for the next attempt of a turn.
    void cancelRetry(const ErrorOrigin &origin);

signals:
    void loaded();
    void summaryAdded(qsizetype index);
    void summaryChanged(qsizetype index);
    void summaryMoved(qsizetype from, qsizetype to);
    void summaryRemoved(qsizetype index);
    void conversationRemoved(const litedeck::ConversationId &id);
    void opened(litedeck::ChatSession *session);
    /// The conversation could not be read.
    void notOpened(const litedeck::ConversationId &id);
    /// Credits may have changed.
    void turnSettled();

private:
    qsizetype indexOf(const ConversationId &id) const;
    /// Puts the summary where its time belongs.
    void insert(const ConversationSummary &summary);
    ChatSession *adopt(const Conversation &conversation);
    void onCallSettled(const OpenCall &call, const CallFinding &finding);
    void onTurnAdded(const ChatSession &session, const Turn &turn);
    void saveTurn(const ChatSession &session, const Turn &turn);
    void onConversationChanged(const ChatSession &session);
    void connectErrors(ChatSession *session);
    /// Lists an error, unless it is the one that an inquiry was about: that is told only once.
    void tellError(const ErrorOrigin &origin, const Error &error,
                   const std::optional<PendingRetry> &retry = std::nullopt);
    void mark(const ConversationId &id, bool ConversationSummary::*member, bool value);
    void bringToTop(const ChatSession &session);
    void onRecovered(const QList<ConversationSummary> &recovered);

    const ChatServices m_services;
    ConversationStore &m_store;
    ErrorLog &m_errors;
    QList<ConversationSummary> m_summaries;
    QHash<ConversationId, ChatSession *> m_sessions;
    QSet<TurnId> m_inquired; ///< Turns whose error was listed when the server was asked about it.
    QList<ConversationSummary> m_removed; ///< What was deleted, the last one at the end.
};

} // namespace litedeck
