// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/Http.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace litedeck {

QByteArray httpMethodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return QByteArrayLiteral("GET");
    case HttpMethod::Post:
        return QByteArrayLiteral("POST");
    case HttpMethod::Patch:
        return QByteArrayLiteral("PATCH");
    }
    Q_UNREACHABLE();
}

TimeLimits TimeLimits::scaled(double factor) const
{
    const auto times = [factor](Milliseconds limit) {
        return Milliseconds(qRound64(static_cast<double>(limit.count()) * factor));
    };
    return {times(connect), times(firstByte), times(idle), times(total)};
}

QByteArray HttpResult::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

namespace {

/// Whether the gateway itself, not something in front of it, wrote the error.
bool isAnswerOfTheGateway(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    return object.contains(QLatin1String("detail")) || object.contains(QLatin1String("error"));
}

} // namespace

Outcome judgeOutcome(WireEnd end, int status, const QByteArray &body, bool mayHaveLeft)
{
    if (!mayHaveLeft)
        return Outcome::NotSent;
    if (status >= 300 && status < 500)
        return Outcome::Rejected;
    if (end != WireEnd::Complete || status < 200)
        return Outcome::Ambiguous;
    if (status < 300)
        return Outcome::Committed;
    // A 5xx with the gateway's own body was refused by it and charged nothing. Anything else comes
    // from a crashed handler or a proxy, behind which the call can still have run; only 503 means
    // that nobody took it.
    if (status == 503 || isAnswerOfTheGateway(body))
        return Outcome::Rejected;
    return Outcome::Ambiguous;
}

} // namespace litedeck
