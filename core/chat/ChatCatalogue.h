// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ConversationStore.h"

#include <QObject>

namespace litedeck {

class ChatSession;
class LiveChats;

/// All conversations that are stored, as a list shows them: what is done to one there goes to the
/// store, and to its session when it is live.
class ChatCatalogue : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChatCatalogue)

public:
    /// Both outlive the catalogue.
    ChatCatalogue(ConversationStore &store, LiveChats &live, QObject *parent = nullptr);

    /// Reads the list of stored conversations; loaded() follows.
    void load();
    /// Newest first.
    const QList<ConversationSummary> &summaries() const { return m_summaries; }
    bool contains(const ConversationId &id) const { return indexOf(id) >= 0; }
    /// The title of a stored conversation; empty when there is none of that id.
    QString titleOf(const ConversationId &id) const;

    /// Stores conversations that came from elsewhere; each is in the list once it is stored.
    /// `added` is called after the last one.
    void add(const QList<Conversation> &conversations, std::function<void()> added = {});
    /// Reads a conversation without opening it; `callback` is called once with it, unless there is
    /// none or `context` is gone by then.
    void read(const ConversationId &id, QObject *context,
              std::function<void(const Conversation &)> callback);
    /// See searchTurns(); a store that cannot search finds nothing. `found` is called once, unless
    /// `context` is gone or a newer search was begun by then.
    void search(const QString &text, int limit, QObject *context,
                std::function<void(const QList<SearchHit> &)> found);

    void rename(const ConversationId &id, const QString &title);
    void setPinned(const ConversationId &id, bool pinned);
    void setArchived(const ConversationId &id, bool archived);
    /// Stops and deletes a conversation; what it owes is paid, and it can be restored in this run.
    void remove(const ConversationId &id);
    /// Brings back the conversation that was deleted last of those that are still deleted; false
    /// when none is.
    bool restore();

    /// Stores what is live once more, after its file was set aside, and brings the list in step
    /// with what was recovered.
    void saveAgain();

signals:
    void loaded();
    void summaryAdded(qsizetype index);
    void summaryChanged(qsizetype index);
    void summaryMoved(qsizetype from, qsizetype to);
    void summaryRemoved(qsizetype index);

private:
    qsizetype indexOf(const ConversationId &id) const;
    /// Puts the summary where its time belongs.
    void insert(const ConversationSummary &summary);
    void onTurnAdded(const Conversation &conversation);
    void onChanged(const Conversation &conversation);
    void mark(const ConversationId &id, bool ConversationSummary::*member,
              void (ChatSession::*set)(bool), bool value);
    void onRecovered(const QList<ConversationSummary> &recovered);

    ConversationStore &m_store;
    LiveChats &m_live;
    QList<ConversationSummary> m_summaries;
    QList<ConversationSummary> m_removed; ///< What was deleted, the last one at the end.
};

} // namespace litedeck
