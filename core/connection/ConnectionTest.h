// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"
#include "core/gateway/Gateway.h"
#include "core/gateway/PendingReply.h"
#include "core/server/Account.h"
#include "core/server/Server.h"

#include <QObject>
#include <QPointer>

namespace litedeck {

class Connection;

/// Finds out whether an address works, without charging: what kind of server lives there, whether
/// the team exists, and whether the key opens its account. The key goes to no server of a kind that
/// Litedeck does not know.
///
/// The account is asked for because a team's own page answers without a key. Per start():
/// stepChanged() for each step and foundKind() after the first one, then one of succeeded(),
/// foundOther() and failed() once, or nothing after cancel(). The address, and the key in it, is
/// forgotten as soon as the test is over.
class ConnectionTest : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionTest)

public:
    static constexpr int Steps = 3;

    /// `clock` outlives the test.
    explicit ConnectionTest(Clock &clock, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Cancels a test that is under way. Finds out the kind anew, whatever the address says.
    void start(const GatewayAddress &address);
    void cancel();
    bool isRunning() const;

signals:
    /// `step` counts from 1 to Steps.
    void stepChanged(int step);
    void foundKind(litedeck::ServerKind kind);
    /// Also for a suspended or paused team: the team's status says so.
    void succeeded(const litedeck::Account &account);
    /// No server that Litedeck knows answers there.
    void foundOther();
    void failed(const litedeck::Error &error);

private:
    void onLiveliness(const Expected<QByteArray, Error> &liveliness);
    void onHealth(const Expected<QByteArray, Error> &health);
    void goOnWith(ServerKind kind);
    void onAccount(const Expected<Account, Error> &account);
    void onKeyChecked(const Expected<KeyAccepted, Error> &answer);
    void fail(const Error &error);
    void connectAs(ServerKind kind);

    Clock &m_clock;
    GatewayAddress m_address;
    QPointer<Connection> m_connection;
    PendingReply m_request;
    Account m_account;
};

} // namespace litedeck
