// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/litellm/AccountLook.h"

#include "core/litellm/ModelInfo.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// What some keys may not see: one for calls only sees nothing but models (403), one of nobody no
/// user (404), and one over its budget no models.
bool isHidden(const Error &error)
{
    return error.httpStatus == 403 || error.httpStatus == 404 ||
           error.category == ErrorCategory::BudgetExceeded;
}

} // namespace

Team teamOf(const ProxyAccount &account)
{
    const bool isBlocked =
        (account.key && account.key->isBlocked) || (account.team && account.team->isBlocked);
    Team team;
    if (account.key)
        team.id = account.key->team;
    team.models = account.models.value_or(QStringList());
    team.balance.team = team.id;
    team.balance.status = isBlocked ? TeamStatus::Suspended : TeamStatus::Active;
    return team;
}

Reply<Team> *AccountLook::start(const Gateway &gateway)
{
    auto *reply = new Reply<Team>(gateway.replies());
    (new AccountLook(gateway, *reply))->askKey();
    return reply;
}

AccountLook::AccountLook(const Gateway &gateway, Reply<Team> &reply)
    : QObject(&reply)
    , m_gateway(gateway)
    , m_reply(reply)
{}

template <typename Part>
void AccountLook::ask(const HttpRequest &request,
                      Expected<Part, QString> (*parse)(const QByteArray &),
                      std::optional<Part> ProxyAccount::*part, void (AccountLook::*next)())
{
    auto *question = m_reply.with(new Reply<Part>(m_gateway.call(request), parse));
    question->then(this, [this, part, next](const Expected<Part, Error> &answer) {
        if (!answer && !isHidden(answer.error())) {
            m_reply.settle(Unexpected{answer.error()});
            return;
        }
        if (answer)
            m_account.*part = *answer;
        (this->*next)();
    });
}

void AccountLook::askKey()
{
    ask(m_gateway.get("/key/info"), parseKeyInfo, &ProxyAccount::key, &AccountLook::askTeam);
}

void AccountLook::askTeam()
{
    if (!m_account.key || m_account.key->team.isEmpty()) {
        askUser();
        return;
    }
    ask(m_gateway.get("/team/info", {}, {{u"team_id"_s, m_account.key->team.value}}), parseTeamInfo,
        &ProxyAccount::team, &AccountLook::askUser);
}

void AccountLook::askUser()
{
    if (!m_account.key || m_account.key->user.isEmpty()) {
        askModels();
        return;
    }
    ask(m_gateway.get("/user/info"), parseUserInfo, &ProxyAccount::user, &AccountLook::askModels);
}

void AccountLook::askModels()
{
    ask(m_gateway.get("/v1/models"), parseModelNames, &ProxyAccount::models, &AccountLook::tell);
}

void AccountLook::tell()
{
    m_reply.settle(teamOf(m_account));
}

} // namespace litedeck
