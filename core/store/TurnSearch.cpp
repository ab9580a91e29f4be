// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TurnSearch.h"

#include "core/store/Database.h"
#include "core/store/Query.h"
#include "core/store/SearchExcerpt.h"
#include "core/store/SearchTerms.h"

#include <QStringList>

#include <algorithm>
#include <functional>
#include <utility>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostTitles = 5;

/// For a search of a part of a text.
QString likePattern(QString word)
{
    return u'%' + word.replace(u'_', u"\\_"_s) + u'%';
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
        SearchHit hit{.conversation = {row.text(0)}, .title = row.text(1), .at = row.time(2)};
        for (const QString &word : words) {
            const qsizetype at = hit.title.indexOf(word, 0, Qt::CaseInsensitive);
            if (at >= 0)
                hit.matches.append({static_cast<int>(at), static_cast<int>(word.size())});
        }
        hits.append(hit);
    });
}

/// Adds the newest turns that an index finds, by their row ids.
StoreResult<> findIn(const QString &index, const QString &expression, const Database &database,
                     const QStringList &literals, int limit, QList<qint64> &ids)
{
    if (expression.isEmpty())
        return Done{};
    // The index does not know which of its words stood together.
    const QString together = u" AND (t.prompt LIKE ? ESCAPE '\\' OR t.reply LIKE ? ESCAPE '\\')"_s;
    // By rowid, not by rank: ranking reads every match there is before it gives the first one. The
    // mark of deleted turns stands behind their texts, but in an index as well.
    Query query(database, uR"(SELECT t.id FROM %1 i
                              JOIN turns t ON t.id = i.rowid
                              JOIN conversations c ON c.id = t.conversation_id
                              WHERE %1 MATCH ? AND NOT c.deleted
                                  AND t.id NOT IN (SELECT id FROM turns WHERE deleted) %2
                              ORDER BY i.rowid DESC LIMIT ?)"_s.arg(
                              index, together.repeated(literals.size())));
    query.bind(expression);
    for (const QString &word : literals)
        query.bind(likePattern(word)).bind(likePattern(word));
    return query.bind(qint64(limit)).forEach([&ids](const Query &row) { ids += row.number(0); });
}

StoreResult<> readHit(const Database &database, qint64 id, const SearchTerms &terms,
                      QList<SearchHit> &hits)
{
    Query query(database, uR"(SELECT c.uuid, t.uuid, c.title, t.sent_at, t.prompt, t.reply
                              FROM turns t JOIN conversations c ON c.id = t.conversation_id
                              WHERE t.id = ?)"_s);
    return query.bind(id).forEach([&hits, &terms](const Query &row) {
        const SearchExcerpt excerpt = excerptOf({row.text(4), row.text(5)}, terms.terms);
        hits.append({.conversation = {row.text(0)},
                     .turn = {row.text(1)},
                     .title = row.text(2),
                     .at = row.time(3),
                     .excerpt = excerpt.text,
                     .matches = excerpt.matches});
    });
}

StoreResult<> findTurns(const Database &database, const SearchTerms &terms, int limit,
                        QList<SearchHit> &hits)
{
    // Words beside letters of joined scripts are in the second index only.
    QList<qint64> ids;
    if (auto found =
            findIn(u"turn_search"_s, terms.wordExpression(), database, terms.literals, limit, ids);
        !found)
        return found;
    if (auto found =
            findIn(u"gram_search"_s, terms.gramExpression(), database, terms.literals, limit, ids);
        !found)
        return found;
    std::sort(ids.begin(), ids.end(), std::greater<>());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const qint64 id : std::as_const(ids)) {
        if (hits.size() >= limit)
            break;
        if (auto read = readHit(database, id, terms, hits); !read)
            return read;
    }
    return Done{};
}

} // namespace

StoreResult<QList<SearchHit>> searchTurns(const Database &database, const QString &text, int limit)
{
    const SearchTerms terms = searchTermsFrom(text);
    QList<SearchHit> hits;
    if (terms.words.isEmpty())
        return hits;
    if (auto found = findTitles(database, terms.words, hits); !found)
        return Unexpected{found.error()};
    if (auto found = findTurns(database, terms, limit, hits); !found)
        return Unexpected{found.error()};
    return hits;
}

} // namespace litedeck
