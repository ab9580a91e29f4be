// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ChatLibrary.h"

#include "core/base/NewId.h"
#include "core/gateway/Reply.h"
#include "core/server/Server.h"

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

ErrorOrigin originOf(const ChatSession &session, const TurnId &turn)
{
    return ErrorOrigin::ofTurn(session.conversation().id, turn);
}

} // namespace

ChatLibrary::ChatLibrary(const ChatServices &services, ConversationStore &store, ErrorLog &errors,
                         QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_store(store)
    , m_errors(errors)
{
    connect(&services.reconciler, &JobReconciler::settled, this, &ChatLibrary::onCallSettled);
}

void ChatLibrary::load()
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

qsizetype ChatLibrary::indexOf(const ConversationId &id) const
{
    const auto found = std::find_if(m_summaries.cbegin(), m_summaries.cend(),
                                    [&id](const ConversationSummary &s) { return s.id == id; });
    return found == m_summaries.cend() ? -1 : found - m_summaries.cbegin();
}

ChatSession *ChatLibrary::create(const ModelAlias &model, const ChatSettings &settings)
{
    Conversation conversation;
    conversation.id = {newId()};
    conversation.createdAt = m_services.clock.utcNow();
    conversation.updatedAt = conversation.createdAt;
    conversation.model = model;
    conversation.settings = settings;
    return adopt(conversation);
}

void ChatLibrary::add(const QList<Conversation> &conversations, std::function<void()> added)
{
    const auto left = std::make_shared<qsizetype>(conversations.size());
    m_store.add(conversations, this,
                [this, left, added = std::move(added)](const Conversation &conversation) {
                    insert(summaryOf(conversation));
                    if (--*left == 0 && added)
                        added();
                });
}

void ChatLibrary::open(const ConversationId &id)
{
    if (ChatSession *known = session(id)) {
        emit opened(known);
        return;
    }
    m_store.loadConversation(id, this, [this, id](const StoreResult<Conversation> &result) {
        if (ChatSession *known = session(id))
            emit opened(known);
        else if (result)
            emit opened(adopt(*result));
        else
            emit notOpened(id);
    });
}

void ChatLibrary::read(const ConversationId &id, QObject *context,
                       std::function<void(const Conversation &)> callback)
{
    if (const ChatSession *known = session(id)) {
        callback(known->conversation());
        return;
    }
    m_store.readConversation(
        id, context, [callback = std::move(callback)](const StoreResult<Conversation> &result) {
            if (result)
                callback(*result);
        });
}

const Redactor &ChatLibrary::redactor() const
{
    return m_services.redactor;
}

QDateTime ChatLibrary::now() const
{
    return m_services.clock.utcNow();
}

void ChatLibrary::whenOpened(const ConversationId &id, QObject *context,
                             std::function<void()> opened)
{
    if (session(id) != nullptr) {
        opened();
        return;
    }
    auto *wait = new QObject(context);
    connect(this, &ChatLibrary::opened, wait,
            [id, wait, opened = std::move(opened)](const ChatSession *session) {
                if (session->conversation().id != id)
                    return;
                wait->deleteLater();
                opened();
            });
    open(id);
}

QString ChatLibrary::titleOf(const ConversationId &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? QString() : m_summaries.at(index).title;
}

void ChatLibrary::search(const QString &text, int limit, QObject *context,
                         std::function<void(const QList<SearchHit> &)> found)
{
    m_store.search(text, limit, context,
                   [found = std::move(found)](const StoreResult<QList<SearchHit>> &hits) {
                       if (hits || hits.error().kind != StoreErrorKind::Interrupted)
                           found(hits ? *hits : QList<SearchHit>());
                   });
}

ChatSession *ChatLibrary::adopt(const Conversation &conversation)
{
    auto *session = new ChatSession(m_services, conversation, this);
    m_sessions.insert(conversation.id, session);
    connect(session, &ChatSession::turnAdded, this,
            [this, session](const Turn &turn) { onTurnAdded(*session, turn); });
    connect(session, &ChatSession::turnChanged, this,
            [this, session](const Turn &turn) { saveTurn(*session, turn); });
    connect(session, &ChatSession::textAppended, &m_store, &ConversationStore::appendReply);
    connect(session, &ChatSession::reasoningAppended, &m_store,
            &ConversationStore::appendReasoning);
    connect(session, &ChatSession::conversationChanged, this,
            [this, session] { onConversationChanged(*session); });
    connect(session, &ChatSession::turnsRanked, &m_store, &ConversationStore::saveRanks);
    connect(session, &ChatSession::turnDeleted, this,
            [this, session](const TurnId &turn, bool deleted) {
                m_store.setDeleted(turn, deleted);
                m_errors.resolve(originOf(*session, turn), ErrorEnd::Superseded);
            });
    connect(session, &ChatSession::turnSettled, this, &ChatLibrary::turnSettled);
    connect(session, &ChatSession::jobFinished, this, &ChatLibrary::turnSettled);
    connectErrors(session);
    return session;
}

void ChatLibrary::onCallSettled(const OpenCall &call, const CallFinding &finding)
{
    if (session(call.conversation) != nullptr)
        return;
    m_store.loadConversation(call.conversation, this,
                             [this, call, finding](const StoreResult<Conversation> &result) {
                                 if (!result)
                                     return;
                                 ChatSession *known = session(call.conversation);
                                 (known ? known : adopt(*result))->onSettled(call, finding);
                             });
}

void ChatLibrary::connectErrors(ChatSession *session)
{
    connect(session, &ChatSession::retryScheduled, this,
            [this, session](const TurnId &turn, int next, int most, Milliseconds delay,
                            const Error &cause) {
                const QDateTime due = m_services.clock.utcNow().addMSecs(delay.count());
                tellError(originOf(*session, turn), cause, PendingRetry{next, most, due});
            });
    connect(session, &ChatSession::attemptStarted, this, [this, session](const TurnId &turn) {
        m_errors.retryStarted(originOf(*session, turn));
    });
    connect(session, &ChatSession::inquiryStarted, this,
            [this, session](const TurnId &turn, const Error &cause) {
                m_errors.report(originOf(*session, turn), cause);
                m_inquired.insert(turn);
            });
    connect(session, &ChatSession::errorRefined, this,
            [this, session](const TurnId &turn, const Error &error) {
                m_errors.refine(originOf(*session, turn), error);
            });
    connect(session, &ChatSession::turnFailed, this,
            [this, session](const TurnId &turn, const Error &error) {
                tellError(originOf(*session, turn), error);
            });
    const ErrorOrigin whole = ErrorOrigin::ofConversation(session->conversation().id);
    connect(session, &ChatSession::jobNotFinished, this,
            [this, whole](const Error &error) { m_errors.report(whole, error); });
    connect(session, &ChatSession::jobFinished, this, [this, whole] { m_errors.resolve(whole); });
    connect(session, &ChatSession::turnChanged, this, [this, session](const Turn &turn) {
        const bool over = turn.state == TurnState::Complete || turn.state == TurnState::Stopped ||
                          turn.state == TurnState::Streaming;
        if (over)
            m_errors.resolve(originOf(*session, turn.id), turn.state == TurnState::Stopped
                                                              ? ErrorEnd::Superseded
                                                              : ErrorEnd::WorkedAgain);
    });
}

void ChatLibrary::tellError(const ErrorOrigin &origin, const Error &error,
                            const std::optional<PendingRetry> &retry)
{
    const bool isTold = m_inquired.remove(origin.turn) && m_errors.contains(origin, error.category);
    if (!isTold) {
        m_errors.report(origin, error, retry);
        return;
    }
    m_errors.refine(origin, error);
    if (retry)
        m_errors.schedule(origin, error, *retry);
}

void ChatLibrary::onTurnAdded(const ChatSession &session, const Turn &turn)
{
    if (indexOf(session.conversation().id) < 0) {
        m_store.saveConversation(session.conversation());
        m_summaries.prepend(summaryOf(session.conversation()));
        emit summaryAdded(0);
        return;
    }
    saveTurn(session, turn);
    bringToTop(session);
}

void ChatLibrary::bringToTop(const ChatSession &session)
{
    const qsizetype index = indexOf(session.conversation().id);
    m_summaries[index] = summaryOf(session.conversation());
    if (index > 0) {
        m_summaries.move(index, 0);
        emit summaryMoved(index, 0);
    }
    emit summaryChanged(0);
}

void ChatLibrary::saveTurn(const ChatSession &session, const Turn &turn)
{
    m_store.saveTurn(session.conversation().id, turn);
}

void ChatLibrary::onConversationChanged(const ChatSession &session)
{
    const qsizetype index = indexOf(session.conversation().id);
    if (index < 0)
        return;
    Conversation head = session.conversation();
    head.turns.clear();
    head.asides.clear();
    m_store.saveConversation(head);
    m_summaries[index] = summaryOf(session.conversation());
    emit summaryChanged(index);
}

void ChatLibrary::rename(const ConversationId &id, const QString &title)
{
    if (ChatSession *open = session(id)) {
        open->setTitle(title);
        return;
    }
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    m_store.rename(id, title);
    m_summaries[index].title = title;
    emit summaryChanged(index);
}

void ChatLibrary::setPinned(const ConversationId &id, bool pinned)
{
    if (ChatSession *open = session(id))
        open->setPinned(pinned);
    else
        mark(id, &ConversationSummary::isPinned, pinned);
}

void ChatLibrary::setArchived(const ConversationId &id, bool archived)
{
    if (ChatSession *open = session(id))
        open->setArchived(archived);
    else
        mark(id, &ConversationSummary::isArchived, archived);
}

void ChatLibrary::mark(const ConversationId &id, bool ConversationSummary::*member, bool value)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    ConversationSummary &summary = m_summaries[index];
    summary.*member = value;
    m_store.setMarks(id, summary.isPinned, summary.isArchived);
    emit summaryChanged(index);
}

void ChatLibrary::remove(const ConversationId &id)
{
    const qsizetype index = indexOf(id);
    if (ChatSession *open = session(id)) {
        open->stop();
        open->finishJob();
        const Conversation &conversation = open->conversation();
        for (const Turn &turn : conversation.turns + conversation.asides)
            m_errors.resolve(originOf(*open, turn.id), ErrorEnd::Superseded);
    } else if (index >= 0 && !m_summaries.at(index).openJob.isEmpty()) {
        m_store.loadConversation(id, this, [this](const StoreResult<Conversation> &result) {
            if (result)
                adopt(*result)->finishJob();
        });
    }
    m_store.setDeleted(id, true);
    emit conversationRemoved(id);
    if (index < 0)
        return;
    m_removed.append(m_summaries.takeAt(index));
    emit summaryRemoved(index);
}

bool ChatLibrary::restore()
{
    if (m_removed.isEmpty())
        return false;
    const ConversationSummary summary = m_removed.takeLast();
    m_store.setDeleted(summary.id, false);
    insert(summary);
    return true;
}

void ChatLibrary::insert(const ConversationSummary &summary)
{
    const auto place = std::find_if(
        m_summaries.cbegin(), m_summaries.cend(),
        [&summary](const ConversationSummary &s) { return s.updatedAt < summary.updatedAt; });
    const qsizetype index = place - m_summaries.cbegin();
    m_summaries.insert(index, summary);
    emit summaryAdded(index);
}

bool ChatLibrary::retry(const ErrorOrigin &origin, ChatSession::Context context)
{
    ChatSession *found = session(origin.conversation);
    if (found == nullptr)
        return false;
    if (origin.kind == ErrorOrigin::Kind::Conversation) {
        found->finishJob();
        return true;
    }
    if (found->isBusy()) {
        const bool isIt = found->runningTurn()->id == origin.turn;
        if (isIt)
            found->retryNow();
        return isIt;
    }
    const Turn *turn = found->turn(origin.turn);
    if (turn == nullptr || turn->isDeleted)
        return false;
    return turn->reply.isEmpty() ? found->retry(origin.turn, context)
                                 : !found->regenerate(origin.turn).isEmpty();
}

void ChatLibrary::saveAgain()
{
    for (const ChatSession *open : std::as_const(m_sessions))
        m_store.saveConversation(open->conversation());
    m_store.loadSummaries(this, [this](const StoreResult<QList<ConversationSummary>> &result) {
        if (result)
            onRecovered(*result);
    });
}

void ChatLibrary::onRecovered(const QList<ConversationSummary> &recovered)
{
    QSet<ConversationId> there;
    for (const ConversationSummary &summary : recovered)
        there.insert(summary.id);
    for (qsizetype i = m_summaries.size() - 1; i >= 0; --i) {
        const ConversationId id = m_summaries.at(i).id;
        if (there.contains(id) || m_sessions.contains(id))
            continue;
        m_summaries.removeAt(i);
        emit summaryRemoved(i);
    }
    for (const ConversationSummary &summary : recovered) {
        if (indexOf(summary.id) < 0)
            insert(summary);
    }
}

ModelAlias ChatLibrary::modelOf(const ErrorOrigin &origin) const
{
    const ChatSession *found = session(origin.conversation);
    const Turn *turn = found != nullptr ? found->turn(origin.turn) : nullptr;
    return turn != nullptr ? turn->model : ModelAlias();
}

void ChatLibrary::refine(const ErrorOrigin &origin, const Error &error)
{
    if (ChatSession *found = session(origin.conversation))
        found->refineError(origin.turn, error);
    m_errors.refine(origin, error);
}

void ChatLibrary::cancelRetry(const ErrorOrigin &origin)
{
    if (ChatSession *found = session(origin.conversation))
        found->stop();
}

} // namespace litedeck
