// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/net/Http.h"

#include <QNetworkAccessManager>
#include <QObject>

namespace litedeck {

class HttpExchange;

/// Makes exchanges.
///
/// Reads share one lane; a request that must leave once has a lane of its own, so that streams that
/// run for minutes never hold up a balance query (Qt opens six connections a host and lane).
class HttpClient : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClient)

public:
    /// `clock` outlives the client.
    explicit HttpClient(Clock &clock, QObject *parent = nullptr);

    /// Makes an exchange that the caller connects to and then starts; it deletes itself some time
    /// after finished().
    HttpExchange *create(const HttpRequest &request);

private:
    Clock &m_clock;
    QNetworkAccessManager m_shared;
};

} // namespace litedeck
