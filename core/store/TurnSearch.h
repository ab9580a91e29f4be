// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/store/StoreError.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace litedeck {

class Database;

/// A part of a text that was found.
struct SearchMatch
{
    int start = 0;
    int length = 0;

    friend bool operator==(const SearchMatch &, const SearchMatch &) = default;
};

/// A turn, or a conversation by its title, that has all the words.
struct SearchHit
{
    ConversationId conversation;
    TurnId turn; ///< Empty when the title was found.
    QString title;
    QDateTime at;    ///< When it was sent, or the conversation last changed; UTC.
    QString excerpt; ///< One line around the first matches; empty when the title was found.
    QList<SearchMatch> matches; ///< In the excerpt, or in the title when that was found.

    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

/// Finds what has every word of `text`, or a word that begins with it, whatever its case and
/// accents; letters of Chinese, Japanese, Korean and Thai are found wherever they stand. Titles
/// come first, then turns, the newest first, `limit` at most together. Nothing for a text without a
/// word. Runs on the database's thread.
StoreResult<QList<SearchHit>> searchTurns(const Database &database, const QString &text, int limit);

} // namespace litedeck
