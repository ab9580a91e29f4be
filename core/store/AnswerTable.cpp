// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AnswerTable.h"

#include "core/base/Utc.h"
#include "core/store/Database.h"
#include "core/store/Query.h"

namespace litedeck::AnswerTable {

using namespace Qt::StringLiterals;

StoreResult<> save(const Database &database, const TeamId &team, const QString &question,
                   const KnownAnswer &answer)
{
    Query query(database, uR"(INSERT OR REPLACE INTO known_answers(team_id, question, json, at)
                              VALUES (?, ?, ?, ?))"_s);
    return query.bind(team.value)
        .bind(question)
        .bind(QString::fromUtf8(answer.json))
        .bind(qint64(answer.at.toMSecsSinceEpoch()))
        .run();
}

StoreResult<std::optional<KnownAnswer>> load(const Database &database, const TeamId &team,
                                             const QString &question)
{
    std::optional<KnownAnswer> answer;
    Query query(database, uR"(SELECT json, at FROM known_answers
                              WHERE team_id = ? AND question = ?)"_s);
    const auto read = query.bind(team.value).bind(question).forEach([&answer](const Query &row) {
        answer = {row.text(0).toUtf8(), QDateTime::fromMSecsSinceEpoch(row.number(1), Utc)};
    });
    if (!read)
        return Unexpected{read.error()};
    return answer;
}

} // namespace litedeck::AnswerTable
