// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ChatCatalogue.h"

#include "core/chat/LiveChats.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace litedeck {

namespace {

ConversationSummary summaryOf(const Conversation &conversation)
{
    return {.id = conversation.id,
            .title = conversation.title,
            .createdAt = conversation.createdAt,
            .updatedAt = conversation.updatedAt,
            .model = conversation.model,
            .isPinned = conversation.isPinned,
            .isArchived = conversation.isArchived,
            .hasDraft = !conversation.draft.isEmpty() || conversation.hasDraftFiles,
            .openJob = conversation.openJob};
}

} // namespace

ChatCatalogue::ChatCatalogue(ConversationStore &store, LiveChats &live, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_live(live)
{
    connect(&live, &LiveChats::turnAdded, this, &ChatCatalogue::onTurnAdded);
    connect(&live, &LiveChats::changed, this, &ChatCatalogue::onChanged);
}

void ChatCatalogue::load()
{
    m_store.loadSummaries(this, [this](const StoreResult<QList<ConversationSummary>> &result) {
        // Chats may have been begun while the store was read, which may have met them already.
        const QList<ConversationSummary> begun = m_summaries;
        const auto isBegun = [&begun](const ConversationSummary &read) {
            return std::any_of(begun.cbegin(), begun.cend(),
                               [&read](const ConversationSummary &s) { return s.id == read.id; });
        };
        if (result)
            std::remove_copy_if(result->cbegin(), result->cend(), std::back_inserter(m_summaries),
                                isBegun);
        emit loaded();
    });
}

qsizetype ChatCatalogue::indexOf(const ConversationId &id) const
{
    const auto found = std::find_if(m_summaries.cbegin(), m_summaries.cend(),
                                    [&id](const ConversationSummary &s) { return s.id == id; });
    return found == m_summaries.cend() ? -1 : found - m_summaries.cbegin();
}

QString ChatCatalogue::titleOf(const ConversationId &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? QString() : m_summaries.at(index).title;
}

void ChatCatalogue::add(const QList<Conversation> &conversations, std::function<void()> added)
{
    const auto left = std::make_shared<qsizetype>(conversations.size());
    m_store.add(conversations, this,
                [this, left, added = std::move(added)](const Conversation &conversation) {
                    insert(summaryOf(conversation));
                    if (--*left == 0 && added)
                        added();
                });
}

void ChatCatalogue::insert(const ConversationSummary &summary)
{
    const auto place = std::find_if(
        m_summaries.cbegin(), m_summaries.cend(),
        [&summary](const ConversationSummary &s) { return s.updatedAt < summary.updatedAt; });
    const qsizetype index = place - m_summaries.cbegin();
    m_summaries.insert(index, summary);
    emit summaryAdded(index);
}

void ChatCatalogue::read(const ConversationId &id, QObject *context,
                         std::function<void(const Conversation &)> callback)
{
    if (const ChatSession *known = m_live.session(id)) {
        callback(known->conversation());
        return;
    }
    m_store.readConversation(
        id, context, [callback = std::move(callback)](const StoreResult<Conversation> &result) {
            if (result)
                callback(*result);
        });
}

void ChatCatalogue::search(const QString &text, int limit, QObject *context,
                           std::function<void(const QList<SearchHit> &)> found)
{
    m_store.search(text, limit, context,
                   [found = std::move(found)](const StoreResult<QList<SearchHit>> &hits) {
                       if (hits || hits.error().kind != StoreErrorKind::Interrupted)
                           found(hits ? *hits : QList<SearchHit>());
                   });
}

void ChatCatalogue::onTurnAdded(const Conversation &conversation)
{
    const qsizetype index = indexOf(conversation.id);
    if (index < 0) {
        m_summaries.prepend(summaryOf(conversation));
        emit summaryAdded(0);
        return;
    }
    m_summaries[index] = summaryOf(conversation);
    if (index > 0) {
        m_summaries.move(index, 0);
        emit summaryMoved(index, 0);
    }
    emit summaryChanged(0);
}

void ChatCatalogue::onChanged(const Conversation &conversation)
{
    const qsizetype index = indexOf(conversation.id);
    if (index < 0)
        return;
    m_summaries[index] = summaryOf(conversation);
    emit summaryChanged(index);
}

void ChatCatalogue::rename(const ConversationId &id, const QString &title)
{
    if (ChatSession *live = m_live.session(id)) {
        live->setTitle(title);
        return;
    }
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    m_store.rename(id, title);
    m_summaries[index].title = title;
    emit summaryChanged(index);
}

void ChatCatalogue::setPinned(const ConversationId &id, bool pinned)
{
    mark(id, &ConversationSummary::isPinned, &ChatSession::setPinned, pinned);
}

void ChatCatalogue::setArchived(const ConversationId &id, bool archived)
{
    mark(id, &ConversationSummary::isArchived, &ChatSession::setArchived, archived);
}

void ChatCatalogue::mark(const ConversationId &id, bool ConversationSummary::*member,
                         void (ChatSession::*set)(bool), bool value)
{
    if (ChatSession *live = m_live.session(id)) {
        (live->*set)(value);
        return;
    }
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    ConversationSummary &summary = m_summaries[index];
    summary.*member = value;
    m_store.setMarks(id, summary.isPinned, summary.isArchived);
    emit summaryChanged(index);
}

void ChatCatalogue::remove(const ConversationId &id)
{
    const qsizetype index = indexOf(id);
    m_live.letGo(id, index < 0 ? JobId() : m_summaries.at(index).openJob);
    m_store.setDeleted(id, true);
    if (index < 0)
        return;
    m_removed.append(m_summaries.takeAt(index));
    emit summaryRemoved(index);
}

bool ChatCatalogue::restore()
{
    if (m_removed.isEmpty())
        return false;
    const ConversationSummary summary = m_removed.takeLast();
    m_store.setDeleted(summary.id, false);
    insert(summary);
    return true;
}

void ChatCatalogue::saveAgain()
{
    m_live.saveAll();
    m_store.loadSummaries(this, [this](const StoreResult<QList<ConversationSummary>> &result) {
        if (result)
            onRecovered(*result);
    });
}

void ChatCatalogue::onRecovered(const QList<ConversationSummary> &recovered)
{
    QSet<ConversationId> there;
    for (const ConversationSummary &summary : recovered)
        there.insert(summary.id);
    for (qsizetype i = m_summaries.size() - 1; i >= 0; --i) {
        const ConversationId id = m_summaries.at(i).id;
        if (there.contains(id) || m_live.session(id) != nullptr)
            continue;
        m_summaries.removeAt(i);
        emit summaryRemoved(i);
    }
    for (const ConversationSummary &summary : recovered) {
        if (indexOf(summary.id) < 0)
            insert(summary);
    }
}

} // namespace litedeck
