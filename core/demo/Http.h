// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrlQuery>

namespace litedeck::demo {

/// One header line; names keep the case in which they were sent.
struct Header
{
    QByteArray name;
    QByteArray value;

    friend bool operator==(const Header &, const Header &) = default;
};

/// The value of the first header of that name (case-insensitive), null when there is none.
QByteArray headerValue(const QList<Header> &headers, const QByteArray &name);

/// One whole HTTP request as it was read from the wire.
struct Request
{
    QByteArray method;
    QByteArray target;     ///< As sent, still percent-encoded.
    QString path;          ///< Percent-decoded, without the query.
    QUrlQuery query;       ///< With `+` already turned into a space.
    bool isHttp11 = true;  ///< False for HTTP/1.0.
    bool keepAlive = true; ///< Whether the client wants the connection to stay open.
    QList<Header> headers;
    QByteArray body; ///< Without transfer coding.

    /// The value of the first header of that name (case-insensitive), null when there is none.
    QByteArray header(const QByteArray &name) const { return headerValue(headers, name); }
};

/// One answer; `Date`, `Server` and, unless it is among the headers, `Content-Length` are added
/// when it is written.
struct Response
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<Header> headers;
    bool closes = false; ///< The connection ends after it, without a header that says so.

    /// A JSON answer, compact.
    static Response json(const QJsonObject &object, int status = 200);
    /// A JSON answer whose top level is a list.
    static Response json(const QJsonArray &array, int status = 200);
    /// FastAPI's error body `{"detail": text}`.
    static Response detail(int status, const QString &text);
    /// What an unhandled exception becomes: 500, text/plain, `Internal Server Error`, and the
    /// server closes the connection at once (seen in a run of SaaS LiteLLM e762188).
    static Response unhandled();
    /// A text/plain answer.
    static Response plain(int status, const QByteArray &text);
};

/// A text as JSON, null for an empty one.
QJsonValue textOrNull(const QString &text);

/// The reason phrase of a status, `Unknown` for one that is not in the list.
QByteArray reasonPhrase(int status);

} // namespace litedeck::demo
