// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/Attempt.h"

#include <algorithm>
#include <array>

namespace litedeck {

namespace {

constexpr qsizetype MostHeaders = 32;
constexpr qsizetype LongestValue = 256;

/// Whether a header (its name in lower case) tells who answered, what was asked too often, or under
/// which id others logged the call.
bool helpsToFindTheCause(const QByteArray &name)
{
    static constexpr std::array<QByteArrayView, 8> Names{
        "content-type", "retry-after", "server",     "via",
        "x-request-id", "request-id",  "x-trace-id", "cf-ray"};
    static constexpr std::array<QByteArrayView, 4> Families{"x-litellm-", "llm_provider-",
                                                            "x-ratelimit-", "ratelimit-"};
    return std::find(Names.begin(), Names.end(), name) != Names.end() ||
           std::any_of(Families.begin(), Families.end(),
                       [&name](QByteArrayView family) { return name.startsWith(family); });
}

} // namespace

void addTrace(Error &error, const HttpRequest &request, const HttpResult &result,
              const Redactor &redactor)
{
    if (error.requestId.isEmpty())
        error.requestId = QString::fromLatin1(request.requestId);
    error.requestLine = QString::fromLatin1(httpMethodName(request.method)) + QLatin1Char(' ') +
                        redactor.redact(request.url.path());
    if (result.tls)
        error.tls = result.tls;
    error.proxy = result.proxy;
    error.redirectTarget = redactor.redact(result.redirectTarget.toDisplayString());
    error.headers.clear();
    for (const auto &[name, value] : result.headers) {
        const QByteArray lower = name.toLower();
        if (error.headers.size() == MostHeaders || !helpsToFindTheCause(lower))
            continue;
        const QString text =
            redactor.redactValue(QString::fromLatin1(lower), QString::fromUtf8(value));
        error.headers.append({QString::fromLatin1(lower), text.left(LongestValue)});
    }
}

} // namespace litedeck
