// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/TurnGrams.h"

#include "core/store/Database.h"
#include "core/store/Query.h"
#include "core/store/SearchTerms.h"

namespace litedeck::TurnGrams {

using namespace Qt::StringLiterals;

namespace {

QString gramsOfTurn(const QString &prompt, const QString &reply)
{
    return gramsOf(prompt + u'\n' + reply);
}

} // namespace

StoreResult<> write(const Database &database, const Turn &turn)
{
    const QString grams = gramsOfTurn(turn.prompt, turn.reply);
    if (grams.isEmpty()) {
        Query query(database, uR"(DELETE FROM turn_grams
                                  WHERE turn_id = (SELECT id FROM turns WHERE uuid = ?))"_s);
        return query.bind(turn.id.value).run();
    }
    Query query(database, uR"(INSERT INTO turn_grams(turn_id, grams)
                              SELECT id, ? FROM turns WHERE uuid = ?
                              ON CONFLICT(turn_id) DO UPDATE SET grams = excluded.grams
                              WHERE grams IS NOT excluded.grams)"_s);
    return query.bind(grams).bind(turn.id.value).run();
}

StoreResult<> addAll(const Database &database)
{
    StoreResult<> outcome = Done{};
    Query turns(database, uR"(SELECT id, prompt, reply FROM turns
                              WHERE id NOT IN (SELECT turn_id FROM turn_grams))"_s);
    const auto read = turns.forEach([&database, &outcome](const Query &row) {
        const QString grams = gramsOfTurn(row.text(1), row.text(2));
        if (!outcome || grams.isEmpty())
            return;
        Query query(database, u"INSERT INTO turn_grams(turn_id, grams) VALUES (?, ?)"_s);
        outcome = query.bind(row.number(0)).bind(grams).run();
    });
    return outcome ? read : outcome;
}

} // namespace litedeck::TurnGrams
