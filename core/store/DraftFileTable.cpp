// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/DraftFileTable.h"

#include "core/store/Database.h"
#include "core/store/Query.h"

namespace litedeck::DraftFileTable {

using namespace Qt::StringLiterals;

namespace {

StoreResult<> insert(const Database &database, const QString &draft, const QList<DraftFile> &files)
{
    for (const DraftFile &file : files) {
        Query query(database, uR"(INSERT INTO draft_files(draft, name, media_type, data, path)
                                  VALUES (?, ?, ?, ?, ?))"_s);
        query.bind(draft).bind(file.content.name).bind(file.content.mediaType);
        if (auto added = query.bind(file.content.data).bind(file.path).run(); !added)
            return added;
    }
    return Done{};
}

} // namespace

StoreResult<> save(const Database &database, const QString &draft, const QList<DraftFile> &files)
{
    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    Query known(database, u"DELETE FROM draft_files WHERE draft = ?"_s);
    if (auto removed = known.bind(draft).run(); !removed)
        return removed;
    if (auto inserted = insert(database, draft, files); !inserted)
        return inserted;
    return transaction.commit();
}

StoreResult<> add(const Database &database, const QString &draft, const QList<DraftFile> &files)
{
    SqlTransaction transaction(database);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto inserted = insert(database, draft, files); !inserted)
        return inserted;
    return transaction.commit();
}

StoreResult<QList<DraftFile>> load(const Database &database, const QString &draft)
{
    QList<DraftFile> files;
    Query query(database, uR"(SELECT name, media_type, data, path FROM draft_files
                              WHERE draft = ? ORDER BY id)"_s);
    const auto read = query.bind(draft).forEach([&files](const Query &row) {
        files.append({{row.text(0), row.text(1), row.bytes(2)}, row.text(3)});
    });
    if (!read)
        return Unexpected{read.error()};
    return files;
}

} // namespace litedeck::DraftFileTable
