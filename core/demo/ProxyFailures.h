// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Http.h"

#include <QHash>
#include <QJsonValue>

namespace litedeck::demo {

/// Words that stand for `{name}` in a failure's texts.
using FailureWords = QHash<QString, QString>;

/// One way in which a plain LiteLLM proxy says no, as failures.json tells it.
struct ProxyFailure
{
    /// OpenAI's, or FastAPI's with a text or an object.
    enum class Form : quint8 { Error, Detail, DetailObject };

    int status = 500;
    QJsonValue type = QJsonValue::Null;
    QJsonValue param = QJsonValue::Null;
    QString message;
    QString errorClass; ///< Python's, as the log has it.
    QString normalized; ///< The log's own word; empty for none.
    QList<Header> headers;
    QJsonObject fields; ///< `provider_specific_fields`.
    Form form = Form::Error;
    bool isMidway = false;      ///< It comes within a stream.
    bool chargesPrompt = false; ///< The prompt is billed all the same.

    /// As the row of its call has it.
    QJsonObject toJson(const QString &provider) const;
};

/// The failure of that name. Old proxies word some of them in another way; those of providers end
/// with what was not tried instead.
ProxyFailure failureNamed(const QString &name, bool isOld, const FailureWords &words = {});

/// The answer that says so.
Response refusal(const ProxyFailure &failure);
/// The data of the event that says so within a stream.
QByteArray failureEvent(const ProxyFailure &failure);

} // namespace litedeck::demo
