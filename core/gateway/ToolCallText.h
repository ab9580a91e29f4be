// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonFormatter.h"
#include "core/gateway/StreamDialect.h"

#include <QHash>

#include <optional>

namespace litedeck {

/// Writes the tool calls of a streamed reply as Markdown, for they are kept, shown and exported as
/// part of its text: each is a block of code with an indented JSON object of the tool's name and
/// its arguments.
///
/// As text they may be sent along with the next message, too, where the API refuses calls that no
/// tool has answered (platform.openai.com/docs/guides/function-calling).
class ToolCallText
{
public:
    /// The next part of the text. `hasText` tells whether the reply has any before it.
    QString feed(const QList<ToolCallPiece> &pieces, bool hasText);
    /// The end of the block that is open, which has to come before other text; empty when none is.
    QString close();

private:
    QString open(const ToolCallPiece &piece, bool hasText);
    QString write(const QString &json);

    QHash<int, QString> m_names; ///< Of the calls so far; a piece may come after the next call's.
    std::optional<int> m_open;   ///< The call whose block is open.
    JsonFormatter m_formatter;
    bool m_hasArguments = false; ///< Of the open call.
};

} // namespace litedeck
