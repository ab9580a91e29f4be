// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HttpClient.h"
#include "core/net/HttpExchange.h"
#include "core/saas/SaasServer.h"
#include "tests/support/FakeClock.h"
#include "tests/support/RawServer.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <sys/socket.h>

namespace litedeck::test {

inline HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.endpoint = "/";
    request.headers = {{"Authorization", "Bearer sk-test-key"}};
    request.isOwnWord = SaasRules.isOwnWord;
    return request;
}

inline HttpRequest charge(const QUrl &url, qsizetype bodySize = 40)
{
    HttpRequest request = get(url);
    request.method = HttpMethod::Post;
    request.effect = Effect::Charges;
    request.body = '"' + QByteArray(bodySize, 'x') + '"';
    request.headers.emplaceBack("Content-Type", "application/json");
    return request;
}

/// Closes with RST instead of FIN.
inline void reset(QTcpSocket &socket)
{
    const linger noLinger{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &noLinger,
                 sizeof noLinger);
    socket.abort();
}

/// One exchange from its start on, and what it told.
struct Run
{
    explicit Run(const HttpRequest &request, Clock &clock)
        : client(clock)
    {
        exchange = client.create(request);
        QObject::connect(exchange, &HttpExchange::finished, exchange,
                         [this](const HttpResult &finished) {
                             result = finished;
                             ++finishedCount;
                         });
        QObject::connect(exchange, &HttpExchange::bytesReceived, exchange,
                         [this](const QByteArray &part) { bytes += part; });
        exchange->start();
    }

    HttpClient client;
    HttpExchange *exchange;
    HttpResult result;
    QByteArray bytes;
    int finishedCount = 0;
};

} // namespace litedeck::test
