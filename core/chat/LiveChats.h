// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"
#include "core/chat/ChatSession.h"
#include "core/store/ConversationStore.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace litedeck {

/// The conversations that were opened in this run.
///
/// They stay alive, so that a reply goes on streaming while another one is shown. Everything that
/// happens in them is written to the store, and failures go to the board of errors.
class LiveChats : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveChats)

public:
    /// All outlive the chats.
    LiveChats(const ChatServices &services, ConversationStore &store, ErrorBoard &errors,
              QObject *parent = nullptr);

    /// Begins a conversation; it is stored with its first turn.
    ChatSession *create(const ModelAlias &model, const ChatSettings &settings = {});
    /// Opens a stored conversation; opened() follows, at once when it was opened before.
    void open(const ConversationId &id);
    /// Calls `then` when the conversation is live, at once when it is, or `otherwise` when it
    /// cannot be read; neither once `context` is gone.
    void withSession(const ConversationId &id, QObject *context,
                     std::function<void(ChatSession &)> then, std::function<void()> otherwise = {});
    ChatSession *session(const ConversationId &id) const { return m_sessions.value(id); }
    /// The conversation was deleted: it is stopped, and what it owes is paid, which needs it live
    /// when its job is open. It stays usable, should it come back.
    void letGo(const ConversationId &id, const JobId &openJob);
    /// Writes all of them to the store once more.
    void saveAll();

    /// Where the files of drafts are kept.
    ConversationStore &store() { return m_store; }

    /// Tries again, now, what an error came from: a turn, or the finishing of a conversation's job.
    /// Of a turn that has a reply, another version is asked for. False when nothing came of it,
    /// since the conversation is busy with something else or the turn is gone.
    bool retry(const ErrorOrigin &origin,
               ChatSession::Context context = ChatSession::Context::Whole);
    /// The model that the turn of an error asked for; empty when it came from elsewhere.
    ModelAlias modelOf(const ErrorOrigin &origin) const;
    /// More is known of an error: its turn and its entry on the board say so.
    void refine(const ErrorOrigin &origin, const Error &error);
    /// Stops waiting for the next attempt of a turn.
    void cancelRetry(const ErrorOrigin &origin);

signals:
    void opened(litedeck::ChatSession *session);
    /// The conversation could not be read.
    void notOpened(const litedeck::ConversationId &id);
    /// A conversation goes on with another turn, or begins with it.
    void turnAdded(const litedeck::Conversation &conversation);
    /// Something else than turns of a stored conversation changed.
    void changed(const litedeck::Conversation &conversation);
    void removed(const litedeck::ConversationId &id);
    /// Credits may have changed.
    void turnSettled();

private:
    ChatSession *adopt(const Conversation &conversation);
    void onCallSettled(const OpenCall &call, const CallFinding &finding);
    void onTurnAdded(const Conversation &conversation, const Turn &turn);
    void onChanged(const Conversation &conversation);
    void connectErrors(ChatSession *session);
    /// Lists an error, unless it is the one that an inquiry was about: that is told only once.
    void tellError(const ErrorOrigin &origin, const Error &error,
                   const std::optional<PendingRetry> &retry = std::nullopt);

    const ChatServices m_services;
    ConversationStore &m_store;
    ErrorBoard &m_errors;
    QHash<ConversationId, ChatSession *> m_sessions;
    QSet<ConversationId> m_begun; ///< Nothing was said in them yet, so they are not stored.
    QSet<TurnId> m_inquired; ///< Turns whose error was listed when the server was asked about it.
};

} // namespace litedeck
