// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/Gateway.h"
#include "core/gateway/Reply.h"
#include "core/litellm/KeyInfo.h"
#include "core/litellm/SpendLog.h"
#include "core/server/Account.h"

#include <QObject>
#include <QStringList>

namespace litedeck {

/// What a key may see of those who pay for its calls; empty where it may not look.
struct ProxyAccount
{
    std::optional<KeyInfo> key;
    std::optional<TeamInfo> team;
    std::optional<UserInfo> user;
    std::optional<QStringList> models;
    std::optional<QList<SpendRow>> log; ///< Whatever is in it.

    friend bool operator==(const ProxyAccount &, const ProxyAccount &) = default;
};

/// The allowances that have a limit come first, the one with the least left before the others.
Account accountOf(const ProxyAccount &proxy);

/// Looks at the key, then at the team and the user that it names, then at the models. Goes with its
/// reply.
class AccountLook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountLook)

public:
    /// `gateway` outlives the reply.
    static Reply<Account> *start(const Gateway &gateway);

private:
    AccountLook(const Gateway &gateway, Reply<Account> &reply);

    void askKey();
    void askTeam();
    void askUser();
    void askLog();
    void askModels();
    void tell();
    /// Asks for one part, and goes on with `next` when it is there or not for this key to see.
    template <typename Part>
    void ask(const HttpRequest &request, Expected<Part, QString> (*parse)(const QByteArray &),
             std::optional<Part> ProxyAccount::*part, void (AccountLook::*next)());

    const Gateway &m_gateway;
    Reply<Account> &m_reply;
    ProxyAccount m_account;
};

} // namespace litedeck
