// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/ChatStream.h"
#include "core/server/ChatRequest.h"
#include "core/server/Server.h"

#include <memory>
#include <optional>

namespace litedeck::test {

/// Asks a model something; not started yet.
inline std::unique_ptr<ChatStream> askModel(const Server &server, const CallContext &context,
                                            const QString &model)
{
    const ChatRequest request{.model = {model},
                              .messages = {{QStringLiteral("user"), QStringLiteral("Hello")}}};
    CallPlan plan = server.plan(request, context);
    plan.request.body = plan.body();
    return std::unique_ptr<ChatStream>(server.ask(plan, nullptr));
}

/// Asks a model, and keeps what came.
class Question
{
public:
    explicit Question(const Server &server,
                      const CallContext &context = {.delivery = Delivery::Whole},
                      const QString &model = QStringLiteral("gpt-4o-mini"))
        : m_stream(askModel(server, context, model))
    {
        QObject::connect(m_stream.get(), &ChatStream::textReceived, m_stream.get(),
                         [this](const QString &arrived) { text += arrived; });
        QObject::connect(m_stream.get(), &ChatStream::retryScheduled, m_stream.get(),
                         [this] { ++retries; });
        QObject::connect(m_stream.get(), &ChatStream::finished, m_stream.get(),
                         [this](const auto &ended) { result.emplace(ended); });
        m_stream->start();
    }

    void cancel() { m_stream->cancel(); }

    QString text;
    int retries = 0;
    std::optional<Expected<StreamedReply, Error>> result; ///< Once it has ended.

private:
    const std::unique_ptr<ChatStream> m_stream;
};

} // namespace litedeck::test
