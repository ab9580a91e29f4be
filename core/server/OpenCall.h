// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QDateTime>
#include <QString>

namespace litedeck {

/// A call that may cost money and whose end on the server nobody has seen yet.
struct OpenCall
{
    QString callKey; ///< Made here, and sent along, so that the server can be asked for the call.
    ConversationId conversation;
    TurnId turn;
    QDateTime sentAt;     ///< UTC.
    bool hadText = false; ///< Of one that was loaded: text of its reply is kept, so it ran.

    friend bool operator==(const OpenCall &, const OpenCall &) = default;
};

} // namespace litedeck
