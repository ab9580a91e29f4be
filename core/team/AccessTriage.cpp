// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/AccessTriage.h"

#include "core/errors/Verdict.h"
#include "core/team/TeamMonitor.h"

namespace litedeck {

namespace {

Error withCategory(const Error &error, ErrorCategory category)
{
    Error better = error;
    better.setCategory(category);
    better.isGuess = false;
    return better;
}

/// Whether the gateway itself refused the team: a page comes from something before it, and what a
/// provider refuses the gateway says nothing of the team.
bool isWordOfTheGateway(const Error &error)
{
    const bool isProviders =
        error.category == ErrorCategory::PermissionDenied && error.hands == Hands::GatewayOperator;
    return !error.isPage && !isProviders;
}

Error withModels(const Error &error, const Account &account, const ModelAlias &model)
{
    Error better = withCategory(error, ErrorCategory::ModelNotAllowed);
    better.allowedModels = account.models;
    better.allowedModels.removeAll(model.value);
    return better;
}

} // namespace

AccessTriage::AccessTriage(TeamMonitor &monitor, QObject *parent)
    : QObject(parent)
    , m_monitor(monitor)
{
    connect(&monitor, &TeamMonitor::answered, this, &AccessTriage::onTeamAnswered);
}

bool AccessTriage::canExplain(ErrorCategory category)
{
    return category == ErrorCategory::PermissionDenied ||
           category == ErrorCategory::ModelNotAllowed || isTeamRefusal(category);
}

Error AccessTriage::explained(const Error &error, const Account &account, const ModelAlias &model)
{
    using enum ErrorCategory;
    if (!isWordOfTheGateway(error))
        return error;
    switch (account.status) {
    case Account::Status::Suspended:
        return withCategory(error, TeamSuspended);
    case Account::Status::Paused:
        return withCategory(error, TeamPaused);
    case Account::Status::Unknown:
        // Any word but "active" keeps a team out; no word tells nothing.
        if (!account.statusWord.isEmpty())
            return withCategory(error, TeamSuspended);
        break;
    case Account::Status::Active:
        break;
    }
    if (error.category == ModelNotAllowed)
        return withModels(error, account, model);
    // A text that names another cause, such as a key of another team, knows better than a balance.
    const bool isVague = error.isGuess || error.category == InsufficientCredits;
    if (isVague && account.isUsedUp())
        return withCategory(error, InsufficientCredits);
    const bool isListed = account.models.contains(model.value);
    if (!model.isEmpty() && !isListed && error.category != TeamSuspended &&
        error.category != TeamPaused)
        return withModels(error, account, model);
    return error;
}

void AccessTriage::examine(const ErrorOrigin &origin, const Error &error, const ModelAlias &model)
{
    // What the monitor met itself would be asked again without an end.
    if (!canExplain(error.category) || !isWordOfTheGateway(error) || m_monitor.error() == error)
        return;
    m_questions.append({origin, error, model});
    m_monitor.refresh();
}

void AccessTriage::onTeamAnswered()
{
    const QList<Question> questions = std::exchange(m_questions, {});
    if (m_monitor.error() || !m_monitor.account())
        return;
    for (const Question &question : questions) {
        const Error better = explained(question.error, *m_monitor.account(), question.model);
        if (better != question.error)
            emit refined(question.origin, better);
    }
}

} // namespace litedeck
