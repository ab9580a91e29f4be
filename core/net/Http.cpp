// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/Http.h"

namespace litedeck {

QByteArray httpMethodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return QByteArrayLiteral("GET");
    case HttpMethod::Post:
        return QByteArrayLiteral("POST");
    }
    Q_UNREACHABLE();
}

QByteArray attemptIdOf(const QByteArray &callId, int attempt)
{
    return callId + '-' + QByteArray::number(attempt);
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

bool isMediaType(QByteArrayView contentType, QByteArrayView type)
{
    const qsizetype end = contentType.indexOf(';');
    const QByteArrayView name = end < 0 ? contentType : contentType.first(end);
    return name.trimmed().compare(type, Qt::CaseInsensitive) == 0;
}

namespace {

/// Statuses that proxies answer with by themselves, also for a request that they passed on and that
/// runs on behind them: it took too long (408, 504), the connection broke (502, 503), this side was
/// thought to have left (499).
bool isWordOfAnyProxy(int status)
{
    return status == 408 || status == 429 || status == 499 || status >= 500;
}

/// No endpoint of the gateway answers with a page: it is one to log in, or one that blocks.
bool isPage(const HttpResult &result)
{
    return result.header("Content-Type").trimmed().toLower().startsWith("text/html");
}

} // namespace

Outcome judgeOutcome(const HttpRequest &request, const HttpResult &result, bool mayHaveLeft)
{
    if (!mayHaveLeft)
        return Outcome::NotSent;
    const int status = result.status;
    const bool isOwnWord = request.isOwnWord != nullptr && request.isOwnWord(result.body);
    if (status >= 300 && (!isWordOfAnyProxy(status) || isOwnWord))
        return Outcome::Rejected;
    if (status >= 200 && status < 300) {
        if (isPage(result))
            return Outcome::Rejected;
        return result.end == WireEnd::Complete ? Outcome::Committed : Outcome::Ambiguous;
    }
    return Outcome::Ambiguous;
}

} // namespace litedeck
