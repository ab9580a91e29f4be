// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/TurnSearch.h"

#include "store/Database.h"
#include "store/Query.h"
#include "store/TurnColumns.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <iterator>
#include <utility>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

// Marks that no text contains: control characters which the excerpt would turn into spaces anyway.
constexpr QChar MatchBegin(1);
constexpr QChar MatchEnd(2);
constexpr int ExcerptWords = 14;
constexpr int MostTitles = 5;

/// What people write as one word: "max_tokens" is, and so is what has marks of its script in it.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression separator(u"[^\\p{L}\\p{M}\\p{N}\\p{Co}_]+"_s);
    return text.normalized(QString::NormalizationForm_C).split(separator, Qt::SkipEmptyParts);
}

/// The words of the index in one of them: it parts them where no letter is (unicode61).
QStringList tokensOf(const QString &word)
{
    static const QRegularExpression separator(u"[^\\p{L}\\p{N}\\p{Co}]+"_s);
    return word.split(separator, Qt::SkipEmptyParts);
}

/// Every token as a quoted prefix, which takes from it all that FTS5's own language would read into
/// it (sqlite.org/fts5.html, 3).
QString matchExpression(const QStringList &words)
{
    QStringList terms;
    for (const QString &word : words) {
        const QStringList tokens = tokensOf(word);
        for (const QString &token : tokens)
            terms += u'"' + token + u"\"*"_s;
    }
    return terms.join(u' ');
}

/// For a search of a part of a text.
QString likePattern(QString word)
{
    return u'%' + word.replace(u'_', u"\\_"_s) + u'%';
}

void takeMarks(SearchHit &hit, const QString &marked)
{
    for (const QChar c : marked.simplified()) {
        if (c == MatchBegin)
            hit.matches.append({static_cast<int>(hit.excerpt.size()), 0});
        else if (c == MatchEnd && !hit.matches.isEmpty())
            hit.matches.last().length =
                static_cast<int>(hit.excerpt.size()) - hit.matches.last().start;
        else
            hit.excerpt += c;
    }
}

StoreResult<> findTitles(const Database &database, const QStringList &words, QList<SearchHit> &hits)
{
    QStringList conditions;
    for (qsizetype i = 0; i < words.size(); ++i)
        conditions += u"title LIKE ? ESCAPE '\\'"_s;
    Query query(database, uR"(SELECT uuid, title, updated_at FROM conversations
                              WHERE NOT deleted AND %1 ORDER BY updated_at DESC LIMIT %2)"_s
                              .arg(conditions.join(u" AND "_s))
                              .arg(MostTitles));
    for (const QString &word : words)
        query.bind(likePattern(word));
    return query.forEach([&hits, &words](const Query &row) {
        SearchHit hit{.conversation = {row.text(0)}, .title = row.text(1), .at = timeFrom(row, 2)};
        for (const QString &word : words) {
            const qsizetype at = hit.title.indexOf(word, 0, Qt::CaseInsensitive);
            if (at >= 0)
                hit.matches.append({static_cast<int>(at), static_cast<int>(word.size())});
        }
        hits.append(hit);
    });
}

StoreResult<> findTurns(const Database &database, const QStringList &words, int limit,
                        QList<SearchHit> &hits)
{
    const QString expression = matchExpression(words);
    if (expression.isEmpty())
        return Done{};
    // The index does not know which of its words stood together.
    QStringList whole;
    std::copy_if(words.cbegin(), words.cend(), std::back_inserter(whole),
                 [](const QString &word) { return tokensOf(word).size() > 1; });
    const QString together = u" AND (t.prompt || ' ' || t.reply) LIKE ? ESCAPE '\\'"_s;
    // By rowid, not by rank: ranking reads every match there is before it gives the first one.
    Query query(database, uR"(SELECT c.uuid, t.uuid, c.title, t.sent_at,
                                  snippet(turn_search, -1, char(1), char(2), '…', %1)
                              FROM turn_search
                              JOIN turns t ON t.id = turn_search.rowid
                              JOIN conversations c ON c.id = t.conversation_id
                              WHERE turn_search MATCH ? AND NOT t.deleted AND NOT c.deleted %2
                              ORDER BY turn_search.rowid DESC LIMIT ?)"_s.arg(ExcerptWords)
                              .arg(together.repeated(whole.size())));
    query.bind(expression);
    for (const QString &word : std::as_const(whole))
        query.bind(likePattern(word));
    return query.bind(qint64(limit)).forEach([&hits](const Query &row) {
        SearchHit hit{.conversation = {row.text(0)},
                      .turn = {row.text(1)},
                      .title = row.text(2),
                      .at = timeFrom(row, 3)};
        takeMarks(hit, row.text(4));
        hits.append(hit);
    });
}

} // namespace

StoreResult<QList<SearchHit>> searchTurns(const Database &database, const QString &text, int limit)
{
    const QStringList words = wordsOf(text);
    QList<SearchHit> hits;
    if (words.isEmpty())
        return hits;
    if (auto found = findTitles(database, words, hits); !found)
        return Unexpected{found.error()};
    const int left = limit - static_cast<int>(hits.size());
    if (auto found = findTurns(database, words, left, hits); !found)
        return Unexpected{found.error()};
    return hits;
}

} // namespace litedeck
