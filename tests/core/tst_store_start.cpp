// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConversationTables.h"
#include "core/store/FollowUpTables.h"
#include "tst_store_samples.h"

#include <QFile>
#include <QTemporaryDir>

using namespace litedeck;
using namespace litedeck::samples;
namespace Tables = litedeck::ConversationTables;

namespace {

/// Bytes that this process has read from files so far, cached or not; -1 where nobody counts them.
qint64 bytesRead()
{
    QFile file(u"/proc/self/io"_s);
    if (!file.open(QFile::ReadOnly))
        return -1;
    const QByteArray line = file.readLine();
    return line.startsWith("rchar: ") ? line.mid(7).trimmed().toLongLong() : -1;
}

} // namespace

/// What a start does with a database that holds years of text.
class tst_StoreStart : public QObject
{
    Q_OBJECT

private slots:
    void readsNoneOfTheTexts_data();
    void readsNoneOfTheTexts();
};

void tst_StoreStart::readsNoneOfTheTexts_data()
{
    using Statement = std::function<bool(Database &)>;
    QTest::addColumn<Statement>("statement");
    QTest::newRow("summaries") << Statement([](Database &database) {
        const auto summaries = Tables::loadSummaries(database);
        return summaries && summaries->size() == 20;
    });
    QTest::newRow("purge") << Statement(
        [](Database &database) { return bool(Tables::purge(database)); });
    QTest::newRow("recovery") << Statement(
        [](Database &database) { return bool(Tables::recoverOpenTurns(database)); });
    QTest::newRow("queue") << Statement([](Database &database) {
        const auto queued = QueueTable::load(database);
        return queued && queued->isEmpty();
    });
}

void tst_StoreStart::readsNoneOfTheTexts()
{
    QFETCH(std::function<bool(Database &)>, statement);
    if (bytesRead() < 0)
        QSKIP("this system does not count what a process reads");
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"deck.db"_s);
    {
        auto database = Database::open(path);
        QVERIFY(database);
        for (int i = 0; i < 20; ++i) {
            QList<Turn> turns;
            for (int n = 0; n < 50; ++n) {
                Turn turn = fullTurn(u"t%1-%2"_s.arg(i).arg(n));
                turn.reply = u"A sentence of the answer. "_s.repeated(80);
                turns += turn;
            }
            QVERIFY(Tables::saveConversation(**database, conversation(u"c%1"_s.arg(i), turns)));
        }
    }
    QVERIFY(QFileInfo(path).size() > 2'000'000);
    auto database = Database::open(path);
    QVERIFY(database);
    const qint64 before = bytesRead();
    QVERIFY(statement(**database));
    const qint64 read = bytesRead() - before;
    QVERIFY2(read < 200'000, qPrintable(QString::number(read)));
}

QTEST_GUILESS_MAIN(tst_StoreStart)
#include "tst_store_start.moc"
