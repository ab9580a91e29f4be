// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConversationRows.h"

#include "ui/chat/ConversationDelegate.h"
#include "ui/widgets/ButtonRole.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace litedeck;
using namespace litedeck::test;

/// The headings in the list of conversations.
class tst_ConversationGroups : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void groupsByDay();
    void regroupsWhenTheDayChanges();
    void skipsHeadings();
};

void tst_ConversationGroups::initTestCase()
{
    // Days are those of the local time.
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale::c());
}

void tst_ConversationGroups::groupsByDay()
{
    Deck deck;
    const QAbstractItemModelTester tester(listOf(deck)->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    addAged(deck, {0, 1, 3, 7, 20, 60, 500});
    QCOMPARE(headings(deck), (QStringList{u"Today"_s,
                                          u"Yesterday"_s,
                                          u"Previous 7 days"_s,
                                          {},
                                          u"Previous 30 days"_s,
                                          u"September"_s,
                                          u"2025"_s}));
    QVERIFY(accessibleText(deck, 0).startsWith("Today: 0 days old, "_L1));
    QVERIFY(accessibleText(deck, 3).startsWith("7 days old, "_L1));

    // What is pinned has no day.
    QVERIFY(activate(deck));
    focusRow(deck, 3);
    press(deck, Qt::Key_P, Qt::ControlModifier);
    focusRow(deck, 3);
    press(deck, Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(titles(deck).first(3),
             (QStringList{u"3 days old"_s, u"7 days old"_s, u"0 days old"_s}));
    QCOMPARE(headings(deck), (QStringList{u"Pinned"_s,
                                          {},
                                          u"Today"_s,
                                          u"Yesterday"_s,
                                          u"Previous 30 days"_s,
                                          u"September"_s,
                                          u"2025"_s}));

    // The archive has groups of its own.
    for (int i = 0; i < 2; ++i) {
        focusRow(deck, 5);
        press(deck, Qt::Key_E, Qt::ControlModifier);
    }
    QCOMPARE(headings(deck),
             (QStringList{u"Pinned"_s, {}, u"Today"_s, u"Yesterday"_s, u"Previous 30 days"_s}));
    deck.find<QPushButton>(u"showArchived"_s)->click();
    QCOMPARE(headings(deck), (QStringList{u"September"_s, u"2025"_s}));
}

void tst_ConversationGroups::regroupsWhenTheDayChanges()
{
    Deck deck;
    addAged(deck, {0, 1});
    QCOMPARE(headings(deck), (QStringList{u"Today"_s, u"Yesterday"_s}));
    const int before = listOf(deck)->visualRect(listOf(deck)->model()->index(1, 0)).height();
    deck.clock.advance(24h);
    QCOMPARE(headings(deck), (QStringList{u"Yesterday"_s, u"Previous 7 days"_s}));
    deck.clock.advance(24h);
    QCOMPARE(headings(deck), (QStringList{u"Previous 7 days"_s, {}}));
    // A row without a heading is lower, which the view takes over by itself.
    QTRY_VERIFY(listOf(deck)->visualRect(listOf(deck)->model()->index(1, 0)).height() < before);
}

void tst_ConversationGroups::skipsHeadings()
{
    Deck deck;
    addAged(deck, {0, 1, 2, 60});
    QVERIFY(activate(deck));
    focusRow(deck, 0);
    for (int row = 1; row < 4; ++row) {
        press(deck, Qt::Key_Down);
        QCOMPARE(listOf(deck)->currentIndex().row(), row);
    }
    for (int row = 2; row >= 0; --row) {
        press(deck, Qt::Key_Up);
        QCOMPARE(listOf(deck)->currentIndex().row(), row);
    }
    // A click on a heading opens nothing, one below it does.
    const QSignalSpy opened(&deck.workspace->live(), &LiveChats::opened);
    const QRect second = listOf(deck)->visualRect(listOf(deck)->model()->index(1, 0));
    const int heading = ConversationDelegate::headingHeight(listOf(deck)->model()->index(1, 0));
    QVERIFY(heading > 0);
    const auto click = [&](int y) {
        QTest::mouseClick(listOf(deck)->viewport(), Qt::LeftButton, {}, {second.left() + 20, y});
    };
    click(second.top() + heading / 2);
    QCOMPARE(listOf(deck)->currentIndex().row(), 0);
    click(second.top() + heading + ControlHeight / 2);
    QCOMPARE(listOf(deck)->currentIndex().row(), 1);
    QTRY_COMPARE(opened.size(), 1);
}

QTEST_MAIN(tst_ConversationGroups)
#include "tst_conversation_groups.moc"
