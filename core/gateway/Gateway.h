// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
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
};

/// A connection between Litedeck and one team on one server: builds requests and calls.
class Gateway
{
    Q_DISABLE_COPY_MOVE(Gateway)

public:
    /// `shared` outlives the gateway and every call of it.
    Gateway(GatewayAddress address, const Resilience &shared);

    const TeamId &team() const { return m_address.team; }
    const QUrl &server() const { return m_address.server; }

    /// A request for `path`, in which `{id}` is replaced by `id`, percent-encoded. The pattern is
    /// the endpoint of the metrics and decides the time limits (row A17 of the error guide).
    HttpRequest get(const QByteArray &path, const QString &id = {},
                    const QUrlQuery &query = {}) const;
    /// The same without the key, for what everybody may ask. A plain LiteLLM proxy calls each of
    /// its models for money when `GET /health` comes with one.
    HttpRequest getKeyless(const QByteArray &path) const;
    HttpRequest send(HttpMethod method, Effect effect, const QByteArray &path,
                     const QJsonObject &body, const QString &id = {}) const;
    /// The same with a body that is JSON already.
    HttpRequest sendEncoded(HttpMethod method, Effect effect, const QByteArray &path,
                            const QByteArray &json, const QString &id = {}) const;

    /// Makes a call that is not started yet; it goes with the connection unless it gets another
    /// parent.
    Call *call(const HttpRequest &request, Call::Judge judge = {}) const;

    const CallPatience &patience() const { return m_shared.patience; }
    const Redactor &redactor() const { return m_shared.redactor; }
    Clock &clock() const { return m_shared.clock; }

private:
    HttpRequest build(HttpMethod method, const QByteArray &path, const QString &id) const;
    HttpRequest withKey(HttpRequest request) const;

    const GatewayAddress m_address;
    const Resilience &m_shared;
};

/// The limits of an endpoint, as the error guide recommends them (row A17); a call of a model is
/// limited in its silence and not in its life.
TimeLimits timeLimitsFor(HttpMethod method, const QByteArray &endpoint,
                         const CallPatience &patience = {});

} // namespace litedeck
