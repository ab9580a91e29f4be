// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "ui/widgets/Tone.h"

namespace litedeck {

class TurnQueue;

/// What is said under a turn about how it went.
struct TurnNote
{
    QString text; ///< Empty for nothing.
    Tone tone = Tone::Neutral;
};

TurnNote noteOf(const Turn &turn, const Conversation &conversation, const TurnQueue &queue,
                const QDateTime &now);

/// The turn as it is shown: the names of its files stand under its prompt.
Turn withFileNames(Turn turn);

} // namespace litedeck
