// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/errors/WayOut.h"
#include "core/gateway/FinishReason.h"
#include "ui/chat/transcript/TranscriptStyle.h"
#include "ui/widgets/Tone.h"

namespace litedeck {

class CodeColorist;

/// What every entry is laid out for.
struct EntryFrame
{
    TranscriptStyle style;
    int width = 0;          ///< Of the text column.
    quint64 generation = 0; ///< Changes with style or width.
    CodeColorist *colorist = nullptr;
};

/// What stands around the text of an entry.
struct EntryDetails
{
    QString model;
    QString answeredBy; ///< Another model in its place; else empty.
    QString waitingText;
    QString costText;
    QString notice;
    Tone tone = Tone::Neutral;
    TurnState state = TurnState::Complete;
    FinishReason finish = FinishReason::Stop;
    bool hasJob = false;
    bool hasError = false;
    QList<WayOut> waysOut;   ///< Of the error.
    bool isQueued = false;   ///< It is asked again later by itself.
    bool isReadOnly = false; ///< It can be copied, and nothing else.
    int version = 1;         ///< Counts from 1, the oldest.
    int versionCount = 1;
    std::optional<Milliseconds> timeToReply; ///< From sending to the first word of the reply.

    /// Takes over what a turn says of itself.
    void take(const Turn &turn);

    /// Whether more text is expected.
    bool isRunning() const { return state == TurnState::Pending || state == TurnState::Streaming; }

    friend bool operator==(const EntryDetails &, const EntryDetails &) = default;
};

} // namespace litedeck
