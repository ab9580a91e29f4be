// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/ServerKind.h"
#include "core/errors/Error.h"
#include "core/gateway/Gateway.h"
#include "core/gateway/PendingReply.h"
#include "core/server/Account.h"
#include "core/server/Server.h"

#include <QObject>
#include <QPointer>

namespace litedeck {

class Connection;

/// Finds out whether an address works, without charging: the server lives and is SaaS LiteLLM, the
/// team exists, and the key opens the team's account. The key goes to no other kind of server.
///
/// The account is asked for because the team's own page answers without a key. Per start():
/// stepChanged() for each step, then one of succeeded(), foundOther() and failed() once, or
/// nothing after cancel(). The address, and the key in it, is forgotten as soon as the test is
/// over.
class ConnectionTest : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionTest)

public:
    static constexpr int Steps = 3;

    /// `clock` outlives the test.
    explicit ConnectionTest(Clock &clock, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Cancels a test that is under way.
    void start(const GatewayAddress &address);
    void cancel();
    bool isRunning() const;

signals:
    /// `step` counts from 1 to Steps.
    void stepChanged(int step);
    /// Also for a suspended or paused team: the team's status says so.
    void succeeded(const litedeck::Account &account);
    /// Something else than SaaS LiteLLM answers there.
    void foundOther(litedeck::ServerKind kind);
    void failed(const litedeck::Error &error);

private:
    void onLiveliness(const Expected<QByteArray, Error> &liveliness);
    void onHealth(const Expected<QByteArray, Error> &health);
    void onTeam(const Expected<Account, Error> &account);
    void onKeyChecked(const Expected<KeyAccepted, Error> &answer);
    void fail(const Error &error);
    void tellOther(ServerKind kind);

    Clock &m_clock;
    QPointer<Connection> m_connection;
    PendingReply m_request;
    Account m_account;
};

} // namespace litedeck
