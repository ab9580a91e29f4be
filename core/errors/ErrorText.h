// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace litedeck {

struct HttpResult;

/// What an error body says once its wrappers are off: the envelopes of FastAPI, LiteLLM and the
/// providers, JSON or Python reprs inside text inside JSON, HTML pages of proxies.
struct ErrorText
{
    QString text;    ///< The body as text: its beginning, at most 64 Ki characters.
    QString message; ///< The innermost cause, in the words of whoever failed.
    /// For rules: the beginning and the end of the text and the message, without quotes and
    /// backslashes, so that one pattern fits JSON, Python reprs and JSON inside JSON.
    QString plain;
    QString plainLower;                    ///< `plain` in lower case.
    QList<QPair<QString, QString>> fields; ///< Scalar members, outermost first, names lower case.
    QList<ValidationIssue> validation;     ///< Of a 422 of either pydantic generation.
    bool isHtml = false;
    bool hasEnvelope = false; ///< Some object in it is an error envelope.
    bool isAnthropic = false; ///< {"type": "error", "error": {"type": …}}, Anthropic's own shape.

    /// The innermost value of a member, empty when there is none.
    QString field(QStringView name) const;
    /// Whether a member (type, code, status, reason, …) has exactly that value, also in an object
    /// too broken to read.
    bool hasMember(QLatin1StringView value) const;
};

/// Unwraps any bytes in bounded time and memory; invalid UTF-8 is replaced.
ErrorText readErrorText(const QByteArray &body);

/// The status that the failing side behind the gateway answered with, as the text tells it ("Error
/// code: 429 - ", "Client error '401 Unauthorized' for url", code members, words such as
/// RESOURCE_EXHAUSTED); 0 when it tells none.
int innerStatus(const ErrorText &text);

/// What the server asks to wait, from headers (retry-after-ms, retry-after in seconds or as a date)
/// or from the text ("Please try again in 7m12s", "retryDelay": "34s"); between zero and 31 days. A
/// date counts from the reply's own Date header, so that the machine's clock has no part in it
/// unless the reply has none.
std::optional<Milliseconds> retryAfter(const HttpResult &result, const ErrorText &text);

} // namespace litedeck
