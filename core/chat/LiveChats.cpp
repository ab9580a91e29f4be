// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/LiveChats.h"

#include "core/base/NewId.h"
#include "core/server/Server.h"

#include <utility>

namespace litedeck {

namespace {

ErrorOrigin originOf(const ChatSession &session, const TurnId &turn)
{
    return ErrorOrigin::ofTurn(session.conversation().id, turn);
}

} // namespace

LiveChats::LiveChats(const ChatServices &services, ConversationStore &store, ErrorBoard &errors,
                     QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_store(store)
    , m_errors(errors)
{
    connect(&services.reconciler, &JobReconciler::settled, this, &LiveChats::onCallSettled);
}

ChatSession *LiveChats::create(const ModelAlias &model, const ChatSettings &settings)
{
    Conversation conversation;
    conversation.id = {newId()};
    conversation.createdAt = m_services.clock.utcNow();
    conversation.updatedAt = conversation.createdAt;
    conversation.model = model;
    conversation.settings = settings;
    m_begun.insert(conversation.id);
    return adopt(conversation);
}

void LiveChats::open(const ConversationId &id)
{
    withSession(
        id, this, [this](ChatSession &session) { emit opened(&session); },
        [this, id] { emit notOpened(id); });
}

void LiveChats::withSession(const ConversationId &id, QObject *context,
                            std::function<void(ChatSession &)> then,
                            std::function<void()> otherwise)
{
    if (ChatSession *known = session(id)) {
        then(*known);
        return;
    }
    m_store.loadConversation(id, context, [=, this](const StoreResult<Conversation> &result) {
        ChatSession *known = session(id);
        if (known == nullptr && result)
            known = adopt(*result);
        if (known != nullptr)
            then(*known);
        else if (otherwise)
            otherwise();
    });
}

ChatSession *LiveChats::adopt(const Conversation &conversation)
{
    auto *session = new ChatSession(m_services, conversation, this);
    m_sessions.insert(conversation.id, session);
    connect(session, &ChatSession::turnAdded, this,
            [this, session](const Turn &turn) { onTurnAdded(session->conversation(), turn); });
    connect(session, &ChatSession::turnChanged, this, [this, session](const Turn &turn) {
        m_store.saveTurn(session->conversation().id, turn);
    });
    connect(session, &ChatSession::textAppended, &m_store, &ConversationStore::appendReply);
    connect(session, &ChatSession::reasoningAppended, &m_store,
            &ConversationStore::appendReasoning);
    connect(session, &ChatSession::conversationChanged, this,
            [this, session] { onChanged(session->conversation()); });
    connect(session, &ChatSession::turnsRanked, &m_store, &ConversationStore::saveRanks);
    connect(session, &ChatSession::turnDeleted, this,
            [this, session](const TurnId &turn, bool deleted) {
                m_store.setDeleted(turn, deleted);
                m_errors.resolve(originOf(*session, turn), ErrorEnd::Superseded);
            });
    connect(session, &ChatSession::turnSettled, this, &LiveChats::turnSettled);
    connect(session, &ChatSession::jobFinished, this, &LiveChats::turnSettled);
    connectErrors(session);
    return session;
}

void LiveChats::onCallSettled(const OpenCall &call, const CallFinding &finding)
{
    if (session(call.conversation) != nullptr)
        return;
    withSession(call.conversation, this,
                [call, finding](ChatSession &settled) { settled.onSettled(call, finding); });
}

void LiveChats::onTurnAdded(const Conversation &conversation, const Turn &turn)
{
    if (m_begun.remove(conversation.id))
        m_store.saveConversation(conversation);
    else
        m_store.saveTurn(conversation.id, turn);
    emit turnAdded(conversation);
}

void LiveChats::onChanged(const Conversation &conversation)
{
    if (m_begun.contains(conversation.id))
        return;
    Conversation head = conversation;
    head.turns.clear();
    head.asides.clear();
    m_store.saveConversation(head);
    emit changed(conversation);
}

void LiveChats::letGo(const ConversationId &id, const JobId &openJob)
{
    if (ChatSession *known = session(id)) {
        known->stop();
        known->finishJob();
        const Conversation &conversation = known->conversation();
        for (const Turn &turn : conversation.turns + conversation.asides)
            m_errors.resolve(originOf(*known, turn.id), ErrorEnd::Superseded);
    } else if (!openJob.isEmpty()) {
        withSession(id, this, [](ChatSession &owing) { owing.finishJob(); });
    }
    emit removed(id);
}

void LiveChats::saveAll()
{
    for (const ChatSession *live : std::as_const(m_sessions))
        m_store.saveConversation(live->conversation());
}

void LiveChats::connectErrors(ChatSession *session)
{
    connect(session, &ChatSession::retryScheduled, this,
            [this, session](const TurnId &turn, const RetryPlan &plan) {
                const QDateTime due = m_services.clock.utcNow().addMSecs(plan.delay.count());
                tellError(originOf(*session, turn), plan.cause,
                          PendingRetry{plan.next, plan.most, due});
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

void LiveChats::tellError(const ErrorOrigin &origin, const Error &error,
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

bool LiveChats::retry(const ErrorOrigin &origin, ChatSession::Context context)
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

ModelAlias LiveChats::modelOf(const ErrorOrigin &origin) const
{
    const ChatSession *found = session(origin.conversation);
    const Turn *turn = found != nullptr ? found->turn(origin.turn) : nullptr;
    return turn != nullptr ? turn->model : ModelAlias();
}

void LiveChats::refine(const ErrorOrigin &origin, const Error &error)
{
    if (ChatSession *found = session(origin.conversation))
        found->refineError(origin.turn, error);
    m_errors.refine(origin, error);
}

void LiveChats::cancelRetry(const ErrorOrigin &origin)
{
    if (ChatSession *found = session(origin.conversation))
        found->stop();
}

} // namespace litedeck
