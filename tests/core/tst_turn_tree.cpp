// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/TurnTree.h"

#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

void add(Conversation &conversation, const QString &id, const QString &parent)
{
    Turn turn;
    turn.id = {id};
    TurnTree::add(conversation, turn, {parent});
}

/// a – b – c, then b2 – c2 beside b, then b3 beside both.
Conversation branched()
{
    Conversation conversation;
    add(conversation, u"a"_s, {});
    add(conversation, u"b"_s, u"a"_s);
    add(conversation, u"c"_s, u"b"_s);
    add(conversation, u"b2"_s, u"a"_s);
    add(conversation, u"c2"_s, u"b2"_s);
    add(conversation, u"b3"_s, u"a"_s);
    return conversation;
}

QString idsOf(const QList<Turn> &turns)
{
    QStringList ids;
    for (const Turn &turn : turns)
        ids += turn.id.value;
    return ids.join(u' ');
}

} // namespace

class tst_TurnTree : public QObject
{
    Q_OBJECT

private slots:
    void showsTheNewestVersion();
    void showsAVersionWithWhatFollowedIt_data();
    void showsAVersionWithWhatFollowedIt();
    void comesBackToWhatWasShownLast();
    void countsVersions();
    void hidesADeletedTurnOnly();
    void showsAnotherVersionOfADeletedOne();
    void goesOnAfterADeletedEnd();
    void goesOnAfterADeletedMiddle();
    void knowsNothingOfStrangers();
    void endsOnACircle();
};

void tst_TurnTree::showsTheNewestVersion()
{
    const Conversation conversation = branched();
    QCOMPARE(idsOf(conversation.turns), u"a b3"_s);
    QCOMPARE(idsOf(conversation.asides), u"b c b2 c2"_s);
}

void tst_TurnTree::showsAVersionWithWhatFollowedIt_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a version") << u"b"_s << u"a b c"_s;
    QTest::newRow("the end of another branch") << u"c2"_s << u"a b2 c2"_s;
    QTest::newRow("what is shown") << u"b3"_s << u"a b3"_s;
    QTest::newRow("the beginning of all") << u"a"_s << u"a b3"_s;
}

void tst_TurnTree::showsAVersionWithWhatFollowedIt()
{
    QFETCH(QString, id);
    Conversation conversation = branched();
    QVERIFY(!TurnTree::show(conversation, {id}).isEmpty());
    QTEST(idsOf(conversation.turns), "shown");
    QCOMPARE(conversation.turns.size() + conversation.asides.size(), 6);
}

void tst_TurnTree::comesBackToWhatWasShownLast()
{
    Conversation conversation = branched();
    TurnTree::show(conversation, {u"b"_s});
    add(conversation, u"c3"_s, u"b"_s);
    QCOMPARE(idsOf(conversation.turns), u"a b c3"_s);
    TurnTree::show(conversation, {u"c"_s});
    TurnTree::show(conversation, {u"b3"_s});
    TurnTree::show(conversation, {u"b"_s});
    QCOMPARE(idsOf(conversation.turns), u"a b c"_s);
}

void tst_TurnTree::countsVersions()
{
    Conversation conversation = branched();
    TurnTree::show(conversation, {u"b2"_s});
    const auto versions = TurnTree::versions(conversation);
    QCOMPARE(versions.size(), 1);
    const VersionPlace expected{.previous = {u"b"_s}, .next = {u"b3"_s}, .number = 2, .count = 3};
    QCOMPARE(versions.value({u"b2"_s}), expected);
    TurnTree::show(conversation, {u"b"_s});
    QCOMPARE(TurnTree::versions(conversation).value({u"b"_s}).previous, TurnId());
}

void tst_TurnTree::hidesADeletedTurnOnly()
{
    Conversation conversation = branched();
    TurnTree::show(conversation, {u"c"_s});
    QVERIFY(TurnTree::setDeleted(conversation, {u"b"_s}, true));
    QCOMPARE(idsOf(conversation.turns), u"a c"_s);
    QVERIFY(TurnTree::setDeleted(conversation, {u"b"_s}, false));
    QCOMPARE(idsOf(conversation.turns), u"a b c"_s);
}

void tst_TurnTree::showsAnotherVersionOfADeletedOne()
{
    Conversation conversation = branched();
    QVERIFY(TurnTree::setDeleted(conversation, {u"b3"_s}, true));
    QCOMPARE(idsOf(conversation.turns), u"a b2 c2"_s);
    QCOMPARE(TurnTree::versions(conversation).value({u"b2"_s}).count, 2);
}

void tst_TurnTree::goesOnAfterADeletedEnd()
{
    Conversation conversation = branched();
    TurnTree::show(conversation, {u"c"_s});
    TurnTree::setDeleted(conversation, {u"c"_s}, true);
    add(conversation, u"d"_s, u"b"_s);
    QCOMPARE(idsOf(conversation.turns), u"a b d"_s);
    TurnTree::setDeleted(conversation, {u"c"_s}, false);
    QCOMPARE(idsOf(conversation.turns), u"a b d"_s);
    QCOMPARE(TurnTree::versions(conversation).value({u"d"_s}).count, 2);
}

void tst_TurnTree::goesOnAfterADeletedMiddle()
{
    Conversation conversation = branched();
    TurnTree::show(conversation, {u"c"_s});
    TurnTree::setDeleted(conversation, {u"b"_s}, true);
    // Another version of c, which follows what is deleted.
    add(conversation, u"d"_s, u"b"_s);
    QCOMPARE(idsOf(conversation.turns), u"a d"_s);
    QCOMPARE(TurnTree::versions(conversation).value({u"d"_s}).number, 2);
    TurnTree::setDeleted(conversation, {u"b"_s}, false);
    QCOMPARE(idsOf(conversation.turns), u"a b d"_s);
}

void tst_TurnTree::knowsNothingOfStrangers()
{
    Conversation conversation = branched();
    QVERIFY(TurnTree::show(conversation, {u"x"_s}).isEmpty());
    QVERIFY(!TurnTree::setDeleted(conversation, {u"x"_s}, true));
    QVERIFY(TurnTree::find(conversation, {u"x"_s}) == nullptr);
    QCOMPARE(idsOf(conversation.turns), u"a b3"_s);
}

void tst_TurnTree::endsOnACircle()
{
    QList<Turn> turns(3);
    turns[0].id = {u"a"_s};
    turns[1].id = {u"b"_s};
    turns[1].parent = {u"c"_s};
    turns[2].id = {u"c"_s};
    turns[2].parent = {u"b"_s};
    Conversation conversation;
    TurnTree::arrange(conversation, turns);
    QCOMPARE(idsOf(conversation.turns), u"a"_s);
    TurnTree::arrange(conversation, {Turn()});
    QCOMPARE(conversation.turns.size(), 1);
}

QTEST_GUILESS_MAIN(tst_TurnTree)
#include "tst_turn_tree.moc"
