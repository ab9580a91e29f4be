// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/litellm/AccountLook.h"

#include "core/litellm/ModelInfo.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// What some keys may not see: one for calls only sees nothing but models (403), one of nobody no
/// user (404) and no log (401), and one over its budget no models. A proxy without a database knows
/// no keys at all.
bool isHidden(const Error &error)
{
    return error.category == ErrorCategory::PermissionDenied || error.httpStatus == 404 ||
           error.category == ErrorCategory::BudgetExceeded ||
           (error.category == ErrorCategory::ServiceUnavailable &&
            error.verdict == RetryVerdict::Never);
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
    const bool isKnown = !key.team.isEmpty() || !key.user.isEmpty();
    return {isKnown ? key.team.value + u'/' + key.user : QString()};
}

KeySight sightOf(const ProxyAccount &proxy)
{
    if (!proxy.key)
        return {Sight::CallsOnly, Sight::CallsOnly, Sight::CallsOnly};
    KeySight sight;
    if (!proxy.log)
        sight.requests = proxy.key->user.isEmpty() ? Sight::NobodysKey : Sight::NotPermitted;
    if (proxy.key->user.isEmpty())
        sight.teamRequests = Sight::NobodysKey;
    else if (proxy.key->team.isEmpty())
        sight.teamRequests = Sight::NotThere;
    else if (!proxy.team || !proxy.team->showsAllRequests)
        sight.teamRequests = Sight::NotPermitted;
    return sight;
}

QList<Share> sharesOf(const TeamInfo &team, const KeyInfo &own)
{
    QList<Share> shares;
    const auto add = [&shares](Share::Kind kind, const QString &name, bool isOwn,
                               const ProxyBudget &budget) {
        Share share{.kind = kind, .name = name, .isOwn = isOwn, .used = budget.spent.nano};
        if (budget.limit)
            share.limit = budget.limit->nano;
        shares += share;
    };
    for (const auto &[user, budget] : team.members.asKeyValueRange())
        add(Share::Kind::Member, user, user == own.user, budget);
    for (const auto &[alias, budget] : team.keys)
        add(Share::Kind::Key, alias, alias == own.alias, budget);
    std::stable_sort(shares.begin(), shares.end(),
                     [](const Share &a, const Share &b) { return a.used > b.used; });
    return shares;
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
    account.sight = sightOf(proxy);
    if (proxy.team && proxy.key)
        account.shares = sharesOf(*proxy.team, *proxy.key);
    const QString user = proxy.key ? proxy.key->user : QString();
    if (proxy.key) {
        account.team = proxy.key->team;
        account.holder = holderOf(*proxy.key);
        account.limits = {proxy.key->requestsPerMinute, proxy.key->tokensPerMinute};
        account.keyExpiresAt = proxy.key->expiresAt;
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
    ask(m_gateway.get("/user/info"), parseUserInfo, &ProxyAccount::user, &AccountLook::askLog);
}

void AccountLook::askLog()
{
    // For nothing: whether the key may ask is all that is wanted.
    ask(m_gateway.get("/spend/logs", {}, {{u"request_id"_s, u"litedeck"_s}}), parseSpendRows,
        &ProxyAccount::log, &AccountLook::askModels);
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
