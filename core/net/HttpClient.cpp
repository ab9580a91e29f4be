// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HttpClient.h"

#include "core/net/HttpExchange.h"

namespace litedeck {

HttpClient::HttpClient(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{}

HttpExchange *HttpClient::create(const HttpRequest &request)
{
    auto *exchange = new HttpExchange(request, m_clock, m_shared, this);
    connect(exchange, &HttpExchange::finished, exchange, &QObject::deleteLater);
    return exchange;
}

} // namespace litedeck
