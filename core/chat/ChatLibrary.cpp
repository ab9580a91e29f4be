// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/ChatLibrary.h"

#include "gateway/Gateway.h"

#include <QUuid>

#include <algorithm>

namespace litedeck {

namespace {

ConversationSummary summaryOf(const Conversation &conversation)
{
    return {.id = conversation.id,
            .title = conversation.title,
            .createdAt = conversation.createdAt,
            .updatedAt = conversation.updatedAt,
            .model = conversation.model,
            .turnCount = conversation.turns.size()};
}

ErrorOrigin originOf(const ChatSession &session, const TurnId &turn)
{
    return {
        .kind = ErrorOrigin::Kind::Turn, .conversation = session.conversation().id, .turn = turn};
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
        if (result)
            m_summaries = *result;
        emit loaded();
    });
}

qsizetype ChatLibrary::indexOf(const ConversationId &id) const
{
    const auto found = std::find_if(m_summaries.cbegin(), m_summaries.cend(),
                                    [&id](const ConversationSummary &s) { return s.id == id; });
    return found == m_summaries.cend() ? -1 : found - m_summaries.cbegin();
}

ChatSession *ChatLibrary::create(const ModelAlias &model)
{
    Conversation conversation;
    conversation.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    conversation.createdAt = m_services.gateway.clock().utcNow();
    conversation.updatedAt = conversation.createdAt;
    conversation.model = model;
    return adopt(conversation);
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
    });
}

void ChatLibrary::search(const QString &text, int limit, QObject *context,
                         std::function<void(const QList<SearchHit> &)> found)
{
    m_store.search(text, limit, context,
                   [found = std::move(found)](const StoreResult<QList<SearchHit>> &hits) {
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
    connect(session, &ChatSession::turnSettled, this, &ChatLibrary::turnSettled);
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
                const QDateTime due = m_services.gateway.clock().utcNow().addMSecs(delay.count());
                m_errors.report(originOf(*session, turn), cause, PendingRetry{next, most, due});
            });
    connect(session, &ChatSession::attemptStarted, this, [this, session](const TurnId &turn) {
        m_errors.retryStarted(originOf(*session, turn));
    });
    connect(session, &ChatSession::inquiryStarted, this,
            [this, session](const TurnId &turn, const Error &cause) {
                m_errors.report(originOf(*session, turn), cause);
            });
    connect(session, &ChatSession::errorRefined, this,
            [this, session](const TurnId &turn, const Error &error) {
                m_errors.refine(originOf(*session, turn), error);
            });
    connect(session, &ChatSession::turnFailed, this,
            [this, session](const TurnId &turn, const Error &error) {
                m_errors.report(originOf(*session, turn), error);
            });
    connect(session, &ChatSession::turnChanged, this, [this, session](const Turn &turn) {
        const bool over = turn.state == TurnState::Complete || turn.state == TurnState::Stopped ||
                          turn.state == TurnState::Streaming;
        if (over)
            m_errors.resolve(originOf(*session, turn.id), turn.state == TurnState::Stopped
                                                              ? ErrorEnd::Superseded
                                                              : ErrorEnd::WorkedAgain);
    });
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
    const QList<Turn> &turns = session.conversation().turns;
    const auto found = std::find_if(turns.cbegin(), turns.cend(),
                                    [&turn](const Turn &t) { return t.id == turn.id; });
    m_store.saveTurn(session.conversation().id, found - turns.cbegin(), turn);
}

void ChatLibrary::onConversationChanged(const ChatSession &session)
{
    const qsizetype index = indexOf(session.conversation().id);
    if (index < 0)
        return;
    m_store.saveConversation(session.conversation());
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

void ChatLibrary::remove(const ConversationId &id)
{
    if (ChatSession *open = m_sessions.take(id)) {
        open->stop();
        open->disconnect(this);
        for (const Turn &turn : open->conversation().turns)
            m_errors.resolve(originOf(*open, turn.id), ErrorEnd::Superseded);
        open->deleteLater();
    }
    m_store.remove(id);
    emit conversationRemoved(id);
    const qsizetype index = indexOf(id);
    if (index < 0)
        return;
    m_summaries.removeAt(index);
    emit summaryRemoved(index);
}

void ChatLibrary::retry(const ErrorOrigin &origin, ChatSession::Context context)
{
    ChatSession *found = session(origin.conversation);
    if (found == nullptr)
        return;
    if (found->isBusy())
        found->retryNow();
    else
        found->retry(origin.turn, context);
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
