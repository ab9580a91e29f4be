// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/FileTables.h"

#include "core/store/Database.h"
#include "core/store/Query.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace litedeck::AttachmentTable {

StoreResult<> write(const Database &database, const Turn &turn)
{
    Query known(database, uR"(DELETE FROM attachments
                              WHERE turn_id = (SELECT id FROM turns WHERE uuid = ?))"_s);
    if (auto removed = known.bind(turn.id.value).run(); !removed)
        return removed;
    for (const Attachment &attachment : turn.attachments) {
        Query query(database, uR"(INSERT INTO attachments(turn_id, name, media_type, data)
                                  SELECT id, ?, ?, ? FROM turns WHERE uuid = ?)"_s);
        query.bind(attachment.name).bind(attachment.mediaType).bind(attachment.data);
        if (auto written = query.bind(turn.id.value).run(); !written)
            return written;
    }
    return Done{};
}

StoreResult<> join(const Database &database, const ConversationId &id, QList<Turn> &turns)
{
    QHash<TurnId, Turn *> byId;
    for (Turn &turn : turns)
        byId.insert(turn.id, &turn);
    Query query(database, uR"(SELECT t.uuid, a.name, a.media_type, a.data
                              FROM conversations c
                              JOIN turns t ON t.conversation_id = c.id
                              JOIN attachments a ON a.turn_id = t.id
                              WHERE c.uuid = ? ORDER BY a.id)"_s);
    return query.bind(id.value).forEach([&byId](const Query &row) {
        if (Turn *turn = byId.value({row.text(0)}))
            turn->attachments.append({row.text(1), row.text(2), row.bytes(3)});
    });
}

} // namespace litedeck::AttachmentTable

namespace litedeck::DraftFileTable {

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
    return inTransaction(database, [&]() -> StoreResult<> {
        Query known(database, u"DELETE FROM draft_files WHERE draft = ?"_s);
        auto removed = known.bind(draft).run();
        return removed ? insert(database, draft, files) : removed;
    });
}

StoreResult<> add(const Database &database, const QString &draft, const QList<DraftFile> &files)
{
    return inTransaction(database, [&] { return insert(database, draft, files); });
}

StoreResult<QList<DraftFile>> load(const Database &database, const QString &draft)
{
    Query query(database, uR"(SELECT name, media_type, data, path FROM draft_files
                              WHERE draft = ? ORDER BY id)"_s);
    return query.bind(draft).list([](const Query &row) {
        return DraftFile{{row.text(0), row.text(1), row.bytes(2)}, row.text(3)};
    });
}

} // namespace litedeck::DraftFileTable
