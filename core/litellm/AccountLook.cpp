// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/litellm/AccountLook.h"

#include "core/litellm/ModelInfo.h"

#include <algorithm>

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

Allowance allowanceOf(Allowance::Scope scope, const QString &name, const ProxyBudget &budget)
{
    Allowance allowance{.scope = scope,
                        .name = name,
                        .unit = AmountUnit::NanoDollars,
                        .used = budget.spent.nano,
                        .period = budget.period,
                        .resetsAt = budget.resetsAt};
    if (budget.limit) {
        allowance.limit = budget.limit->nano;
        allowance.left = budget.limit->nano - budget.spent.nano;
    }
    return allowance;
}

TeamId holderOf(const KeyInfo &key)
{
    QStringList parts{key.team.value, key.user};
    parts.removeAll(QString());
    return {parts.join(u'/')};
}

bool bindsBefore(const Allowance &a, const Allowance &b)
{
    return a.left && (!b.left || *a.left < *b.left);
}

} // namespace

Account accountOf(const ProxyAccount &proxy)
{
    Account account;
    account.status = Account::Status::Active;
    account.charges.kind = ChargeRule::Kind::Dollars;
    account.models = proxy.models.value_or(QStringList());
    const QString user = proxy.key ? proxy.key->user : QString();
    if (proxy.key) {
        account.team = proxy.key->team;
        account.holder = holderOf(*proxy.key);
        account.allowances +=
            allowanceOf(Allowance::Scope::Key, proxy.key->alias, proxy.key->budget);
    }
    if (proxy.team && proxy.team->members.contains(user))
        account.allowances += allowanceOf(Allowance::Scope::Member, proxy.team->alias,
                                          proxy.team->members.value(user));
    if (proxy.user)
        account.allowances += allowanceOf(Allowance::Scope::User, user, proxy.user->budget);
    if (proxy.team) {
        account.name = proxy.team->alias;
        account.allowances +=
            allowanceOf(Allowance::Scope::Team, proxy.team->alias, proxy.team->budget);
    }
    if ((proxy.key && proxy.key->isBlocked) || (proxy.team && proxy.team->isBlocked)) {
        account.status = Account::Status::Suspended;
        account.statusWord = u"blocked"_s;
    }
    std::stable_sort(account.allowances.begin(), account.allowances.end(), bindsBefore);
    return account;
}

Reply<Account> *AccountLook::start(const Gateway &gateway)
{
    auto *reply = new Reply<Account>(gateway.replies());
    (new AccountLook(gateway, *reply))->askKey();
    return reply;
}

AccountLook::AccountLook(const Gateway &gateway, Reply<Account> &reply)
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
    m_reply.settle(accountOf(m_account));
}

} // namespace litedeck
