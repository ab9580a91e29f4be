// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/ServerKind.h"
#include "core/net/Http.h"
#include "core/resilience/Call.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

namespace litedeck {

/// Where a team's calls go and what they carry.
struct GatewayAddress
{
    QUrl server; ///< Without the `/api`, such as "https://gateway.example.com".
    TeamId team;
    QString virtualKey; ///< A secret: goes into the Authorization header and nowhere else.
    QUrl secondServer;  ///< The same gateway at another address; may be empty.
    ServerKind kind = ServerKind::SaasLiteLlm;
};

/// What goes for the requests to one endpoint.
struct EndpointRules
{
    TimeLimits limits;
    bool needsKey = false; ///< The server answers only to who has a key.
    bool namesJob = false; ///< The id in the path is that of a job.
    bool makesJob = false; ///< The reply is that of a job, and tells its id.
};

/// What the requests to one kind of server have in common.
struct ServerRules
{
    EndpointRules (*ofEndpoint)(HttpMethod method, const QByteArray &endpoint,
                                const CallPatience &patience);
    /// See HttpRequest::isOwnWord.
    bool (*isOwnWord)(const QByteArray &body);
};

/// Builds the requests and calls to one server, for whoever knows its paths.
class Gateway
{
    Q_DISABLE_COPY_MOVE(Gateway)

public:
    /// `shared` outlives the gateway and every call of it.
    Gateway(GatewayAddress address, const Resilience &shared, const ServerRules &rules);

    const TeamId &team() const { return m_address.team; }
    const QUrl &server() const { return m_address.server; }

    /// A request for `path`, in which `{id}` is replaced by `id`, percent-encoded. The pattern is
    /// the endpoint of the metrics and decides the time limits.
    HttpRequest get(const QByteArray &path, const QString &id = {},
                    const QUrlQuery &query = {}) const;
    /// The same without the key, for what everybody may ask. A plain LiteLLM proxy calls each of
    /// its models for money when `GET /health` comes with one.
    HttpRequest getKeyless(const QByteArray &path) const;
    /// A request whose body, which is JSON, follows.
    HttpRequest send(HttpMethod method, Effect effect, const QByteArray &path,
                     const QString &id = {}) const;
    HttpRequest send(HttpMethod method, Effect effect, const QByteArray &path,
                     const QJsonObject &body, const QString &id = {}) const;

    /// Makes a call that is not started yet; it goes with the connection unless it gets another
    /// parent.
    Call *call(const HttpRequest &request, Call::Judge judge = {}) const;

    /// The parent of answers that are put together from several calls.
    QObject *replies() const { return &m_shared.calls; }

    const CallPatience &patience() const { return m_shared.patience; }
    const Redactor &redactor() const { return m_shared.redactor; }
    Clock &clock() const { return m_shared.clock; }

private:
    HttpRequest build(HttpMethod method, const QByteArray &path, const QString &id) const;
    HttpRequest withKey(HttpRequest request) const;

    const GatewayAddress m_address;
    const Resilience &m_shared;
    const ServerRules m_rules;
};

} // namespace litedeck
