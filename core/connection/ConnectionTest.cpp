// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/ConnectionTest.h"

#include "core/connection/Connection.h"
#include "core/litellm/LiteLlmServer.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

/// The server knows the key and says no to the team, which is no fault of the address.
bool isAboutTheTeam(const Error &error)
{
    return error.category == ErrorCategory::TeamSuspended ||
           error.category == ErrorCategory::TeamPaused ||
           error.category == ErrorCategory::BudgetExceeded;
}

/// Whether an answer to `GET /health` is SaaS LiteLLM's.
bool isSaasLiteLlm(const QByteArray &health)
{
    return QJsonDocument::fromJson(health)["service"_L1].toString() == "saas-llm-api"_L1;
}

} // namespace

ConnectionTest::ConnectionTest(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::start(const GatewayAddress &address)
{
    cancel();
    m_address = address;
    connectAs(ServerKind::SaasLiteLlm);
    emit stepChanged(1);
    // First, since a LiteLLM proxy that wants no key would call its models for `/health`.
    m_request =
        m_connection->askKeyless("/health/liveliness")->then(this, [this](const auto &liveliness) {
            onLiveliness(liveliness);
        });
}

void ConnectionTest::connectAs(ServerKind kind)
{
    if (m_connection)
        m_connection->deleteLater();
    RetryPolicy once;
    once.maxRetries = 0;
    m_address.kind = kind;
    m_connection = new Connection(m_address, once, m_clock, this);
}

void ConnectionTest::cancel()
{
    m_request.drop();
    m_account = {};
    m_address = {};
    if (m_connection)
        m_connection->deleteLater();
    m_connection.clear();
}

bool ConnectionTest::isRunning() const
{
    return !m_connection.isNull();
}

void ConnectionTest::fail(const Error &error)
{
    cancel();
    emit failed(error);
}

void ConnectionTest::onLiveliness(const Expected<QByteArray, Error> &liveliness)
{
    const bool isAnswered = liveliness || liveliness.error().httpStatus != 0;
    if (!isAnswered) {
        fail(liveliness.error());
        return;
    }
    if (liveliness && isLiveliness(*liveliness)) {
        goOnWith(ServerKind::LiteLlmProxy);
        return;
    }
    m_request = m_connection->askKeyless("/health")->then(
        this, [this](const auto &health) { onHealth(health); });
}

void ConnectionTest::onHealth(const Expected<QByteArray, Error> &health)
{
    // SaaS LiteLLM answers everybody, and knows this path.
    const bool isRefused =
        !health && health.error().httpStatus >= 400 && health.error().httpStatus < 500;
    if (isRefused || (health && !isSaasLiteLlm(*health))) {
        cancel();
        emit foundOther();
        return;
    }
    if (!health) {
        fail(health.error());
        return;
    }
    goOnWith(ServerKind::SaasLiteLlm);
}

void ConnectionTest::goOnWith(ServerKind kind)
{
    connectAs(kind);
    const QPointer<Connection> connection = m_connection;
    emit foundKind(kind);
    if (m_connection != connection || !connection)
        return; // whoever heard of the kind knows enough
    emit stepChanged(2);
    m_request = m_connection->server().account()->then(
        this, [this](const auto &account) { onAccount(account); });
}

void ConnectionTest::onAccount(const Expected<Account, Error> &account)
{
    if (!account) {
        fail(account.error());
        return;
    }
    m_account = *account;
    emit stepChanged(3);
    m_request = m_connection->server().checkKey()->then(
        this, [this](const auto &answer) { onKeyChecked(answer); });
}

void ConnectionTest::onKeyChecked(const Expected<KeyAccepted, Error> &answer)
{
    if (!answer && !isAboutTheTeam(answer.error())) {
        fail(answer.error());
        return;
    }
    const Account account = m_account;
    cancel();
    emit succeeded(account);
}

} // namespace litedeck
