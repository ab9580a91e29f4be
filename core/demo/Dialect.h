// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Http.h"
#include "core/demo/Provider.h"

#include <QByteArray>
#include <QList>

namespace litedeck::demo {

/// What one provider's stream consists of.
struct StreamScript
{
    QList<QByteArray> opening; ///< Events before the first text.
    QList<QByteArray> texts;   ///< One event for each piece of text.
    QList<QByteArray> closing; ///< Events after the last text.
    bool sendsDone = false;    ///< Whether the dialect ends with `[DONE]`.
    int reportedTokens = 0;    ///< What the server can read of the usage: only OpenAI's form.

    /// All events in their order; each is the JSON behind `data: `.
    QList<QByteArray> events() const { return opening + texts + closing; }
    /// The events up to so many texts; none for no text.
    QList<QByteArray> upTo(qsizetype count) const
    {
        return count > 0 ? opening + texts.mid(0, count) : QList<QByteArray>{};
    }
};

/// The stream of an answer in the dialect of its provider; `id` is the provider's message id.
///
/// Pieces with U+2028, U+2029 or U+0085 are missing, as the real server loses them.
StreamScript streamScript(const ProviderAnswer &answer, const QString &id, qint64 createdSeconds);

/// The data of the server's own error event, as Python's json.dumps writes it: a space after the
/// colon, nothing but ASCII.
QByteArray errorEvent(const QString &text);

/// The head of every stream of the server.
Response streamHead();

/// An event as the server forwards it: `data: ` before, an empty line after.
QByteArray sseEvent(const QByteArray &data);

} // namespace litedeck::demo
