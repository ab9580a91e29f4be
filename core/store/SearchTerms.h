// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace litedeck {

/// Whether a letter belongs to a script that puts no blanks between words, or whose words grow at
/// their ends: Han, Kana, Hangul, Thai and its neighbours. Marks of such letters belong as well.
bool isJoinedLetter(char32_t letter);

/// What the index of joined scripts knows of a text: every two neighbours in a run of their
/// letters, the last letter of each run, and the words beside them, each once and joined by blanks.
/// Empty for a text without such a letter.
QString gramsOf(const QString &text);

/// One thing that a text has to have.
struct SearchTerm
{
    enum class Kind : quint8 {
        Beginning, ///< A word that begins so.
        Word,      ///< This very word.
        Run,       ///< These letters of a joined script, wherever they stand.
    };

    Kind kind = Kind::Beginning;
    QString text;

    friend bool operator==(const SearchTerm &, const SearchTerm &) = default;
};

/// What was typed into a search, taken apart.
struct SearchTerms
{
    QStringList words; ///< What people write as one word, such as "max_tokens" and "C++".
    QList<SearchTerm> terms;
    QStringList literals; ///< Words that the index knows in parts only, and must be looked for.

    /// The query for the index of words (sqlite.org/fts5.html, 3); empty when it cannot tell.
    QString wordExpression() const;
    /// The query for the index of joined scripts.
    QString gramExpression() const;
};

SearchTerms searchTermsFrom(const QString &typed);

} // namespace litedeck
