// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Expected.h"
#include "core/net/Http.h"
#include "core/server/OpenCall.h"
#include "core/server/ReplyUsage.h"

#include <functional>

namespace litedeck {

/// How a reply comes: Whole is for servers whose streams do not work.
enum class Delivery : quint8 { Streamed, Whole };

/// What a call of a model belongs to.
struct CallContext
{
    OpenCall call; ///< Without a key the call cannot be found again.
    JobId job;     ///< An open job that it is booked on; empty for a call that is paid by itself.
    Delivery delivery = Delivery::Streamed;
};

/// What a model answered, in one piece.
struct ModelReply
{
    QString content; ///< Empty when the model only called tools, which some servers drop.
    QString finishReason;
    qint64 tokens = 0;
    Milliseconds latency{0};
    QString model;
    ReplyUsage usage = {};

    friend bool operator==(const ModelReply &, const ModelReply &) = default;
};

/// How a server is asked for a reply, and how its answer is read.
struct CallPlan
{
    HttpRequest request; ///< Still without its body; streamed or not, as was asked for.
    /// Makes the body. For any thread; takes a while with large files.
    std::function<QByteArray()> body;
    /// Reads a reply that came in one piece; the error says what does not fit.
    std::function<Expected<ModelReply, QString>(const QByteArray &)> readWhole;
    /// The cost in the head of a good reply, which goes before one in its text; null for servers
    /// whose heads tell none.
    std::optional<Usd> (*costInHead)(const HttpResult &reply) = nullptr;
    /// Which other model answered, empty when it was the one that was asked; null for servers that
    /// ask no other.
    QString (*fallbackInHead)(const HttpResult &reply) = nullptr;
};

} // namespace litedeck
