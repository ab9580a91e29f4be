// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/ReplyUsage.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace litedeck {

/// A part of a call that the model wants a tool to do.
struct ToolCallPiece
{
    int call = 0;         ///< Tells the calls of a reply apart.
    QString name;         ///< Empty in all parts but the first.
    QString arguments;    ///< A part of a JSON text.
    bool isWhole = false; ///< The whole call, whatever its number.

    friend bool operator==(const ToolCallPiece &, const ToolCallPiece &) = default;
};

/// What one event of a streamed reply brought.
struct StreamDelta
{
    enum class Kind : quint8 {
        Content,     ///< Text, reasoning, tool calls, usage or an end mark, as far as they came.
        TextError,   ///< `{"error": "text"}`: the gateway's own, the job is FAILED and not charged.
        ObjectError, ///< An upstream's error passed on: the job is COMPLETED and charged.
        Malformed,   ///< Not JSON, or JSON of no known dialect.
    };

    Kind kind = Kind::Content;
    QString text;
    QString reasoning;
    QList<ToolCallPiece> toolCalls; ///< Come after the text of the same event.
    QString finishReason; ///< The provider's word; usage, and an end mark, may come after it.
    ReplyUsage usage;
    bool isWhole = false; ///< The text is the whole reply and not its next part.
    bool isEnd = false;   ///< The dialect's own end mark, which Gemini's has not.

    friend bool operator==(const StreamDelta &, const StreamDelta &) = default;
};

/// Reads the data of one event in any of the dialects that the server passes through verbatim:
/// OpenAI and Fireworks (`choices`), Anthropic (`type`), Gemini (`candidates`). A pure function.
StreamDelta decodeStreamEvent(const QByteArray &data);

} // namespace litedeck
