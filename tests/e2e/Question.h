// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/ChatStream.h"
#include "core/gateway/Gateway.h"

#include <optional>

namespace litedeck::test {

/// Asks a model, and keeps what came.
class Question
{
public:
    /// The job is one of the question's own unless `job` has an id.
    Question(const Gateway &gateway, const ChatJob &job,
             ChatStream::Delivery delivery = ChatStream::Delivery::Whole,
             const QString &model = QStringLiteral("gpt-4o-mini"))
        : m_stream(gateway,
                   chatBody(gateway.team(),
                            {.model = {model},
                             .messages = {{QStringLiteral("user"), QStringLiteral("Hello")}}},
                            job),
                   job, delivery)
    {
        QObject::connect(&m_stream, &ChatStream::textReceived, &m_stream,
                         [this](const QString &arrived) { text += arrived; });
        QObject::connect(&m_stream, &ChatStream::retryScheduled, &m_stream, [this] { ++retries; });
        QObject::connect(&m_stream, &ChatStream::finished, &m_stream,
                         [this](const auto &ended) { result.emplace(ended); });
        m_stream.start();
    }

    void cancel() { m_stream.cancel(); }

    QString text;
    int retries = 0;
    std::optional<Expected<StreamedReply, Error>> result; ///< Once it has ended.

private:
    ChatStream m_stream;
};

} // namespace litedeck::test
