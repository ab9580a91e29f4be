// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ConversationTables.h"
#include "store/Database.h"
#include "store/TurnSearch.h"

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
