// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Deck.h"
#include "ui/chat/Composer.h"

#include <QPlainTextEdit>

namespace litedeck::test {

inline QPlainTextEdit *message(Deck &deck)
{
    return deck.find<QPlainTextEdit>(QStringLiteral("message"));
}

inline Composer *composer(Deck &deck)
{
    return deck.find<Composer>(QStringLiteral("composer"));
}

} // namespace litedeck::test
