// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConversationTables.h"
#include "core/store/Database.h"
#include "core/store/SearchExcerpt.h"
#include "core/store/TurnSearch.h"

#include <QElapsedTimer>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

Turn turnOf(const QString &id, const QString &prompt, const QString &reply)
{
    Turn turn;
    turn.id = {id};
    turn.prompt = prompt;
    turn.reply = reply;
    turn.state = TurnState::Complete;
    return turn;
}

Conversation conversationOf(const QString &id, const QString &title, const QList<Turn> &turns)
{
    Conversation conversation;
    conversation.id = {id};
    conversation.title = title;
    conversation.turns = turns;
    return conversation;
}

} // namespace

class tst_TurnSearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void finds_data();
    void finds();
    void marksWhatItFound();
    void cutsTheExcerpt_data();
    void cutsTheExcerpt();
    void isNotSlowInLongTexts();
    void keepsUpWithItsTurns();
    void marksTheTitle();
    void keepsTheLimit();
    void forgetsWhatWasDeleted();

private:
    QStringList idsFor(const QString &text) const;

    std::unique_ptr<Database> m_database;
};

void tst_TurnSearch::initTestCase()
{
    auto opened = Database::openInMemory();
    QVERIFY(opened);
    m_database = std::move(opened).value();
    QVERIFY(ConversationTables::saveConversation(
        *m_database, conversationOf(u"c1"_s, u"Planning a trip"_s,
                                    {turnOf(u"1"_s, u"Where is Zürich?"_s, u"In Switzerland."_s),
                                     turnOf(u"2"_s, u"How far?"_s, u"About 600 km by train."_s)})));
    QVERIFY(ConversationTables::saveConversation(
        *m_database,
        conversationOf(u"c2"_s, u"50%_off"_s,
                       {turnOf(u"3"_s, u"Write SQL"_s, u"SELECT \"name\" OR NOT; trains*"_s)})));
    QVERIFY(ConversationTables::saveConversation(
        *m_database, conversationOf(u"c3"_s, u"Limits"_s,
                                    {turnOf(u"4"_s, u"Set max_tokens"_s, u"तीन हिन्दी शब्द"_s),
                                     turnOf(u"5"_s, u"At max 3 tokens"_s, u"दी हिन न"_s)})));
    QVERIFY(ConversationTables::saveConversation(
        *m_database,
        conversationOf(u"c4"_s, u"Joined"_s,
                       {turnOf(u"6"_s, u"请解释一下水泵控制器的原理。"_s, u"用Python写代码"_s),
                        turnOf(u"7"_s, u"全文検索エンジンについて"_s, u"データベースです"_s),
                        turnOf(u"8"_s, u"한국어전문검색을 합니다"_s, u"สวัสดีครับยินดีต้อนรับ"_s),
                        turnOf(u"9"_s, u"水控泵制"_s, u"𠀀𠀁𠀂"_s),
                        turnOf(u"10"_s, u"Write it in C++"_s, u"or in C# 3"_s),
                        turnOf(u"11"_s, u"Vitamin C is fine"_s, u"c"_s)})));
}

QStringList tst_TurnSearch::idsFor(const QString &text) const
{
    const auto hits = searchTurns(*m_database, text, 20);
    if (!hits)
        return {u"failed: "_s + hits.error().message};
    QStringList ids;
    for (const SearchHit &hit : *hits)
        ids += hit.turn.isEmpty() ? hit.conversation.value : hit.turn.value;
    return ids;
}

void tst_TurnSearch::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("a word of a prompt") << u"where"_s << QStringList{u"1"_s};
    QTest::newRow("a word of a reply") << u"Switzerland"_s << QStringList{u"1"_s};
    QTest::newRow("newest first") << u"train"_s << QStringList{u"3"_s, u"2"_s};
    QTest::newRow("without its accent") << u"zurich"_s << QStringList{u"1"_s};
    QTest::newRow("its beginning") << u"swit"_s << QStringList{u"1"_s};
    QTest::newRow("all words") << u"far train"_s << QStringList{u"2"_s};
    QTest::newRow("not all words") << u"far switzerland"_s << QStringList();
    QTest::newRow("a title") << u"plan"_s << QStringList{u"c1"_s};
    QTest::newRow("the database's own words") << u"OR NOT \"name"_s << QStringList{u"3"_s};
    QTest::newRow("marks only") << u"*\"%"_s << QStringList();
    QTest::newRow("a wildcard of titles") << u"_off"_s << QStringList{u"c2"_s};
    QTest::newRow("a word of two") << u"max_tok"_s << QStringList{u"4"_s};
    QTest::newRow("only the latter of two") << u"tokens"_s << QStringList{u"5"_s, u"4"_s};
    QTest::newRow("with an accent of its own") << u"zu\u0308rich"_s << QStringList{u"1"_s};
    QTest::newRow("with marks of its script") << u"हिन्दी"_s << QStringList{u"4"_s};
    QTest::newRow("its beginning with marks") << u"हिन्"_s << QStringList{u"4"_s};
    QTest::newRow("Han inside a run") << u"水泵"_s << QStringList{u"6"_s};
    QTest::newRow("three Han letters") << u"控制器"_s << QStringList{u"6"_s};
    QTest::newRow("one Han letter") << u"泵"_s << QStringList{u"9"_s, u"6"_s};
    QTest::newRow("the last Han letter") << u"理"_s << QStringList{u"6"_s};
    QTest::newRow("Han in another order") << u"泵水"_s << QStringList();
    QTest::newRow("two neighbours apart") << u"水控制"_s << QStringList();
    QTest::newRow("Han beyond the first plane") << u"𠀁𠀂"_s << QStringList{u"9"_s};
    QTest::newRow("Japanese") << u"検索"_s << QStringList{u"7"_s};
    QTest::newRow("Kana") << u"エンジン"_s << QStringList{u"7"_s};
    QTest::newRow("a prolonged sound") << u"タベース"_s << QStringList{u"7"_s};
    QTest::newRow("Korean") << u"검색"_s << QStringList{u"8"_s};
    QTest::newRow("Korean in two words") << u"검색 합니다"_s << QStringList{u"8"_s};
    QTest::newRow("Thai") << u"ครับ"_s << QStringList{u"8"_s};
    QTest::newRow("a word between Han") << u"python"_s << QStringList{u"6"_s};
    QTest::newRow("a word and Han") << u"水泵 pyth"_s << QStringList{u"6"_s};
    QTest::newRow("a word stuck to Han") << u"Python写"_s << QStringList{u"6"_s};
    QTest::newRow("a language with a tail") << u"C++"_s << QStringList{u"10"_s};
    QTest::newRow("a language with another") << u"c#"_s << QStringList{u"10"_s};
    QTest::newRow("nothing but a line") << u"__"_s << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
}

void tst_TurnSearch::finds()
{
    QFETCH(QString, text);
    QTEST(idsFor(text), "ids");
}

void tst_TurnSearch::marksWhatItFound()
{
    const auto hits = searchTurns(*m_database, u"km trai"_s, 20);
    QVERIFY(hits);
    QCOMPARE(hits->size(), 1);
    const SearchHit &hit = hits->constFirst();
    QCOMPARE(hit.excerpt, u"About 600 km by train."_s);
    QCOMPARE(hit.matches, (QList<SearchMatch>{{10, 2}, {16, 5}}));
    QCOMPARE(hit.title, u"Planning a trip"_s);
}

void tst_TurnSearch::cutsTheExcerpt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("excerpt");
    QTest::addColumn<QStringList>("matches");
    const QString filler = u"word "_s.repeated(100);
    QTest::newRow("in the middle") << QString(filler + u"walrus and "_s + filler) << u"walr"_s
                                   << QString(u"…"_s + u"word "_s.repeated(7) + u"walrus and"_s +
                                              u" word"_s.repeated(15) + u"…"_s)
                                   << QStringList{u"walrus"_s};
    QTest::newRow("without accents") << u"Grüße aus Zürich"_s << u"zurich"_s
                                     << u"Grüße aus Zürich"_s << QStringList{u"Zürich"_s};
    QTest::newRow("accents apart") << u"aus Zu\u0308rich!"_s << u"zürich"_s
                                   << u"aus Zu\u0308rich!"_s << QStringList{u"Zu\u0308rich"_s};
    QTest::newRow("Han") << u"请解释一下水泵控制器"_s << u"水泵"_s << u"请解释一下水泵控制器"_s
                         << QStringList{u"水泵"_s};
    QTest::newRow("a word between Han")
        << u"用Python写"_s << u"pyth"_s << u"用Python写"_s << QStringList{u"Python"_s};
    QTest::newRow("marks of Markdown")
        << u"# Title\n\n| **walrus** | `b` |\n|---|:---:|\n\n> walruses\n- max_tokens"_s
        << u"walrus"_s << u"Title walrus b walruses max_tokens"_s
        << QStringList{u"walrus"_s, u"walruses"_s};
    QTest::newRow("this very word") << u"Vitamin C, car and C++"_s << u"C++"_s
                                    << u"Vitamin C, car and C++"_s << QStringList{u"C"_s, u"C"_s};
}

void tst_TurnSearch::cutsTheExcerpt()
{
    QFETCH(QString, text);
    QFETCH(QString, typed);
    const SearchExcerpt excerpt = excerptOf({text}, searchTermsFrom(typed).terms);
    QTEST(excerpt.text, "excerpt");
    QStringList matches;
    for (const SearchMatch &match : excerpt.matches)
        matches += excerpt.text.sliced(match.start, match.length);
    QTEST(matches, "matches");
}

void tst_TurnSearch::isNotSlowInLongTexts()
{
    auto opened = Database::openInMemory();
    QVERIFY(opened);
    const QString line = u"2026-11-30 12:00:00 worker-17 error: the pump does not answer\n"_s;
    Turn longTurn = turnOf(u"long"_s, line.repeated(80'000), u"ok"_s);
    QVERIFY(longTurn.prompt.size() > 4'500'000);
    longTurn.prompt += u"水泵"_s;
    QVERIFY(ConversationTables::saveConversation(**opened,
                                                 conversationOf(u"c"_s, u"Logs"_s, {longTurn})));
    QElapsedTimer timer;
    timer.start();
    for (const QString &text : {u"the"_s, u"error pump"_s, u"ok"_s, u"水泵"_s}) {
        const auto hits = searchTurns(**opened, text, 20);
        QVERIFY(hits);
        QCOMPARE(hits->size(), 1);
    }
    // With the database's own excerpts it takes a minute.
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

void tst_TurnSearch::keepsUpWithItsTurns()
{
    Turn turn = turnOf(u"20"_s, u"鲸鱼"_s, u""_s);
    QVERIFY(ConversationTables::saveConversation(*m_database,
                                                 conversationOf(u"c5"_s, u"Sea"_s, {turn})));
    QCOMPARE(idsFor(u"鲸鱼"_s), QStringList{u"20"_s});
    turn.prompt = u"海豹"_s;
    QVERIFY(ConversationTables::saveTurn(*m_database, {u"c5"_s}, turn));
    QCOMPARE(idsFor(u"鲸鱼"_s), QStringList());
    QCOMPARE(idsFor(u"海豹"_s), QStringList{u"20"_s});
    turn.prompt = u"seal"_s;
    QVERIFY(ConversationTables::saveTurn(*m_database, {u"c5"_s}, turn));
    QCOMPARE(idsFor(u"海豹"_s), QStringList());
    turn.prompt = u"海豹"_s;
    QVERIFY(ConversationTables::saveTurn(*m_database, {u"c5"_s}, turn));
    QVERIFY(ConversationTables::setDeleted(*m_database, ConversationId{u"c5"_s}, true));
    QVERIFY(ConversationTables::purge(*m_database));
    QCOMPARE(idsFor(u"海豹"_s), QStringList());
    const auto checked =
        m_database->execute(u"INSERT INTO gram_search(gram_search) VALUES ('integrity-check')"_s);
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message));
}

void tst_TurnSearch::marksTheTitle()
{
    const auto hits = searchTurns(*m_database, u"trip"_s, 20);
    QVERIFY(hits);
    QCOMPARE(hits->size(), 1);
    QCOMPARE(hits->constFirst().matches, (QList<SearchMatch>{{11, 4}}));
    QVERIFY(hits->constFirst().excerpt.isEmpty());
}

void tst_TurnSearch::keepsTheLimit()
{
    const auto hits = searchTurns(*m_database, u"train"_s, 1);
    QVERIFY(hits);
    QCOMPARE(hits->size(), 1);
}

void tst_TurnSearch::forgetsWhatWasDeleted()
{
    QVERIFY(ConversationTables::setDeleted(*m_database, TurnId{u"3"_s}, true));
    QCOMPARE(idsFor(u"train"_s), QStringList{u"2"_s});
}

QTEST_GUILESS_MAIN(tst_TurnSearch)
#include "tst_turn_search.moc"
