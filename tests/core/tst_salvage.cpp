// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back of a damaged database.
#include "core/store/ConversationTables.h"
#include "core/store/FileTables.h"
#include "core/store/FollowUpTables.h"
#include "core/store/Salvage.h"
#include "core/store/TurnSearch.h"
#include "tst_store_samples.h"

#include <QDir>
#include <QTemporaryDir>

using namespace litedeck;
using namespace litedeck::samples;
namespace Tables = litedeck::ConversationTables;

namespace {

constexpr int PageSize = 4096;
constexpr int Chats = 12;
constexpr int Turns = 3;
constexpr Milliseconds NoWaiting{0};

/// A chat of a few turns, one of which is longer than a page.
Conversation chat(int number)
{
    QList<Turn> turns;
    for (int n = 0; n < Turns; ++n) {
        Turn turn = fullTurn(u"turn-%1-%2"_s.arg(number).arg(n));
        turn.prompt = u"Question %1 of chat %2 about 水泵"_s.arg(n).arg(number);
        turn.reply = u"An answer that goes on for a while. "_s.repeated(n == 1 ? 150 : 10);
        turn.attachments = {{u"a.txt"_s, u"text/plain"_s, "content"_ba}};
        turns += turn;
    }
    return conversation(u"chat-%1"_s.arg(number), turns);
}

/// Chats of the file that are there with at least one of their messages.
int chatsIn(const Database &database)
{
    int found = 0;
    const auto summaries = Tables::loadSummaries(database);
    if (!summaries)
        return -1;
    for (const ConversationSummary &summary : *summaries) {
        const auto loaded = Tables::loadConversation(database, summary.id);
        if (!loaded)
            return -1;
        found += loaded->turns.isEmpty() ? 0 : 1;
    }
    return found;
}

} // namespace

class tst_Salvage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { QCOMPARE(QSqlDatabase::connectionNames(), QStringList()); }

    void bringsBackAWholeFile();
    void bringsBackAlmostAllBesideOneBadPage();
    void survivesAnything();
    void keepsWhatIsLeftOfALongReply();
    void bringsBackFilesOfEarlierVersions_data();
    void bringsBackFilesOfEarlierVersions();
    void tellsALogWithABadPlace();
    void takesATornLogForNoDamage();

private:
    /// Writes all the chats into a file; the bytes that a kill would leave.
    void fill(bool withLog = false);

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    QByteArray m_file;
    QByteArray m_log;
};

void tst_Salvage::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(u"deck.db"_s);
}

void tst_Salvage::fill(bool withLog)
{
    const QString source = m_directory->filePath(u"source.db"_s);
    auto opened = Database::open(source, NoWaiting);
    QVERIFY(opened);
    std::unique_ptr<Database> database = std::move(opened).value();
    if (withLog)
        QVERIFY(database->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    for (int n = 0; n < Chats; ++n)
        QVERIFY(Tables::saveConversation(*database, chat(n)));
    QVERIFY(DraftFileTable::save(*database, u"draft"_s,
                                 {{{u"b.txt"_s, u"text/plain"_s, "draft"_ba}, u"/b.txt"_s}}));
    if (withLog)
        m_log = bytesOf(source + u"-wal"_s);
    else
        database.reset();
    m_file = bytesOf(source);
    QVERIFY(m_file.size() > 30 * PageSize || withLog);
}

void tst_Salvage::bringsBackAWholeFile()
{
    fill();
    QVERIFY(writeBytes(m_path, m_file));
    auto opened = Database::openInMemory();
    QVERIFY(opened);
    const auto salvaged = salvage(m_path, **opened);
    QVERIFY(salvaged);
    QCOMPARE(*salvaged, (Salvaged{Chats, Chats, Turns * Chats, Turns * Chats}));
    for (int n = 0; n < Chats; ++n) {
        const auto loaded = Tables::loadConversation(**opened, {u"chat-%1"_s.arg(n)});
        QVERIFY(loaded);
        QCOMPARE(*loaded, chat(n));
    }
    const auto drafts = DraftFileTable::load(**opened, u"draft"_s);
    QVERIFY(drafts);
    QCOMPARE(drafts->size(), 1);
    const auto hits = searchTurns(**opened, u"水泵"_s, 100);
    QVERIFY(hits);
    QCOMPARE(hits->size(), Turns * Chats);
    QCOMPARE(numberFrom(**opened, u"PRAGMA foreign_keys"_s), 1);
    QCOMPARE(bytesOf(m_path), m_file);
}

void tst_Salvage::bringsBackAlmostAllBesideOneBadPage()
{
    fill();
    const qint64 pages = m_file.size() / PageSize;
    int back = 0;
    int fewest = Chats;
    for (qint64 page = 0; page < pages; ++page) {
        QByteArray damaged = m_file;
        damaged.replace(page * PageSize, PageSize, QByteArray(PageSize, '\0'));
        QVERIFY(writeBytes(m_path, damaged));
        auto opened = Database::openInMemory();
        QVERIFY(opened);
        const auto salvaged = salvage(m_path, **opened);
        QVERIFY(salvaged);
        const int found = chatsIn(**opened);
        QVERIFY(found <= Chats);
        QVERIFY(salvaged->chats <= salvaged->knownChats);
        QCOMPARE(salvaged->chats, found);
        QVERIFY2(found > 0, qPrintable(u"page %1"_s.arg(page)));
        back += found;
        fewest = std::min(fewest, found);
    }
    QVERIFY2(back >= 11 * pages, qPrintable(QString::number(double(back) / double(pages))));
    QVERIFY2(fewest >= 11, qPrintable(QString::number(fewest)));
}

void tst_Salvage::survivesAnything()
{
    fill();
    quint32 random = 1;
    const auto next = [&random](qint64 below) {
        random = random * 1664525U + 1013904223U;
        return qint64(random >> 8) % below;
    };
    for (int round = 0; round < 50; ++round) {
        QByteArray damaged = m_file;
        switch (round % 5) {
        case 0: // bits
            for (int n = 0; n < 200; ++n) {
                const qint64 at = next(damaged.size());
                damaged[at] = char(uchar(damaged.at(at)) ^ (1U << next(8)));
            }
            break;
        case 1: // noise
            for (qint64 at = next(damaged.size() - 2000), end = at + 2000; at < end; ++at)
                damaged[at] = char(next(256));
            break;
        case 2: // an end too early
            damaged.truncate(next(damaged.size()));
            break;
        case 3: { // two pages in each other's place
            const qint64 pages = damaged.size() / PageSize;
            const qint64 a = next(pages) * PageSize;
            const qint64 b = next(pages) * PageSize;
            damaged.replace(a, PageSize, m_file.sliced(b, PageSize));
            damaged.replace(b, PageSize, m_file.sliced(a, PageSize));
            break;
        }
        default: // pointers that lead anywhere
            for (qint64 page = 0; page + PageSize <= damaged.size(); page += PageSize) {
                for (int n = 0; n < 12; ++n)
                    damaged[page + n] = char(next(16));
            }
        }
        QVERIFY(writeBytes(m_path, damaged));
        auto opened = Database::openInMemory();
        QVERIFY(opened);
        const auto salvaged = salvage(m_path, **opened);
        QVERIFY(salvaged);
        QVERIFY(chatsIn(**opened) >= 0);
        QCOMPARE(numberFrom(**opened, u"SELECT count(*) FROM pragma_foreign_key_check"_s), 0);
    }
}

void tst_Salvage::keepsWhatIsLeftOfALongReply()
{
    Turn turn = fullTurn(u"t"_s);
    turn.reply = u"some word "_s.repeated(10'000);
    {
        auto opened = Database::open(m_path, NoWaiting);
        QVERIFY(opened);
        QVERIFY(Tables::saveConversation(**opened, conversation(u"c"_s, {turn})));
    }
    QByteArray file = bytesOf(m_path);
    // One in the middle of the pages that hold nothing but the reply.
    QList<qint64> ofReply;
    for (qint64 page = 0; page < file.size() / PageSize; ++page) {
        if (file.sliced(page * PageSize + 100, 3000).contains("some word "_ba.repeated(280)))
            ofReply += page;
    }
    QVERIFY(ofReply.size() > 20);
    file.replace(ofReply.at(ofReply.size() / 2) * PageSize, PageSize, QByteArray(PageSize, '\0'));
    QVERIFY(writeBytes(m_path, file));
    auto target = Database::openInMemory();
    QVERIFY(target);
    QVERIFY(salvage(m_path, **target));
    const auto loaded = Tables::loadConversation(**target, {u"c"_s});
    QVERIFY(loaded);
    QCOMPARE(loaded->turns.size(), 1);
    QCOMPARE(loaded->turns.first().prompt, turn.prompt);
    const QString left = loaded->turns.first().reply;
    QCOMPARE(loaded->turns.first().state, TurnState::Interrupted);
    QVERIFY2(turn.reply.startsWith(left), qPrintable(left.right(100)));
    QVERIFY2(left.size() > 10'000, qPrintable(QString::number(left.size())));
}

void tst_Salvage::bringsBackFilesOfEarlierVersions_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= 12; ++version)
        QTest::addRow("version %d", version) << version;
}

void tst_Salvage::bringsBackFilesOfEarlierVersions()
{
    QFETCH(int, version);
    const QString path =
        QStringLiteral(LITEDECK_TEST_DATA "/databases/version-%1.sqlite").arg(version);
    auto target = Database::openInMemory();
    QVERIFY(target);
    const auto salvaged = salvage(path, **target);
    QVERIFY(salvaged);
    const auto loaded = Tables::loadConversation(**target, {u"c1"_s});
    QVERIFY(loaded);
    QCOMPARE(loaded->title, u"Old"_s);
    QCOMPARE(loaded->turns.size(), 3);
    QCOMPARE(loaded->turns.at(0).reply, u"an old answer"_s);
    QCOMPARE(loaded->turns.at(0).cost.cost, Measured<Usd>::estimated({5000}));
    QCOMPARE(loaded->turns.at(1).parent, loaded->turns.at(0).id);
    QCOMPARE(loaded->turns.at(2).leftOut, version >= 4 ? 1 : 0);
    if (version >= 3) {
        const auto calls = OpenCallTable::load(**target);
        QVERIFY(calls);
        QCOMPARE(calls->size(), 1);
        const auto queued = QueueTable::load(**target);
        QVERIFY(queued);
        QCOMPARE(queued->size(), 1);
    }
}

void tst_Salvage::tellsALogWithABadPlace()
{
    fill(true);
    int untold = 0;
    int back = 0;
    int tries = 0;
    for (qsizetype at = 40; at < m_log.size(); at += m_log.size() / 40) {
        QByteArray log = m_log;
        log[at] = char(~uchar(log.at(at)));
        QVERIFY(writeBytes(m_path, m_file));
        QVERIFY(writeBytes(m_path + u"-wal"_s, log));
        const auto opened = Database::open(m_path, NoWaiting);
        QVERIFY(opened);
        const int found = chatsIn(**opened);
        ++tries;
        back += found;
        if (found < Chats && !(*opened)->notice())
            ++untold;
        if ((*opened)->notice()) {
            QVERIFY((*opened)->notice()->salvaged);
            QVERIFY(QFile::exists((*opened)->notice()->setAsidePath + u"-wal"_s));
        }
    }
    // Damage in the very last write cannot be told from a write that was cut short.
    QCOMPARE(untold, 0);
    QVERIFY2(back >= 11 * tries, qPrintable(QString::number(double(back) / tries)));
}

void tst_Salvage::takesATornLogForNoDamage()
{
    fill(true);
    for (qsizetype size = 0; size < m_log.size(); size += m_log.size() / 30) {
        QVERIFY(writeBytes(m_path, m_file));
        QVERIFY(writeBytes(m_path + u"-wal"_s, m_log.left(size)));
        const auto opened = Database::open(m_path, NoWaiting);
        QVERIFY(opened);
        QVERIFY(!(*opened)->notice());
    }
}

QTEST_GUILESS_MAIN(tst_Salvage)
#include "tst_salvage.moc"
