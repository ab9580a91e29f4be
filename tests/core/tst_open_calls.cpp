// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConversationTables.h"
#include "core/store/FollowUpTables.h"
#include "tst_store_samples.h"

using namespace litedeck;
using namespace litedeck::samples;
namespace Tables = litedeck::ConversationTables;
using State = BookedCall::State;

/// What the store knows of calls whose end on the server nobody has seen, or saw too early.
class tst_OpenCalls : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        auto opened = Database::openInMemory();
        QVERIFY(opened);
        m_database = std::move(opened).value();
        QVERIFY(Tables::saveConversation(
            *m_database, conversation(u"c"_s, {emptyTurn(u"silent"_s), emptyTurn(u"parts"_s),
                                               emptyTurn(u"thought"_s), fullTurn(u"full"_s)})));
    }
    void cleanup() { m_database.reset(); }

    void knowWhetherTextHadCome_data();
    void knowWhetherTextHadCome();
    void onlyTheLastCallBroughtTheText();
    void areBookedOnTheirConversation_data();
    void areBookedOnTheirConversation();

private:
    std::unique_ptr<Database> m_database;
};

void tst_OpenCalls::knowWhetherTextHadCome_data()
{
    QTest::addColumn<QString>("turn");
    QTest::addColumn<bool>("hadText");
    QTest::newRow("nothing") << u"silent"_s << false;
    QTest::newRow("a part of a reply") << u"parts"_s << true;
    QTest::newRow("a part of what was thought") << u"thought"_s << true;
    QTest::newRow("a whole reply") << u"full"_s << true;
    QTest::newRow("a turn that is gone") << u"gone"_s << false;
}

void tst_OpenCalls::knowWhetherTextHadCome()
{
    QFETCH(QString, turn);
    QVERIFY(Tables::appendReplies(*m_database, {{{u"parts"_s}, {.reply = u"Once"_s}},
                                                {{u"thought"_s}, {.reasoning = u"Hm"_s}}}));
    const OpenCall call{.callKey = u"k"_s, .turn = {turn}, .sentAt = utc(1'000)};
    QVERIFY(OpenCallTable::insert(*m_database, call));
    const auto read = OpenCallTable::load(*m_database);
    QVERIFY(read);
    QCOMPARE(read->size(), 1);
    QTEST(read->constFirst().hadText, "hadText");
}

void tst_OpenCalls::onlyTheLastCallBroughtTheText()
{
    for (const qint64 second : {1, 2}) {
        const OpenCall call{
            .callKey = QString::number(second), .turn = {u"full"_s}, .sentAt = utc(second * 1'000)};
        QVERIFY(OpenCallTable::insert(*m_database, call));
    }
    const auto read = OpenCallTable::load(*m_database);
    QVERIFY(read);
    QCOMPARE(read->size(), 2);
    QVERIFY(!read->at(0).hadText);
    QVERIFY(read->at(1).hadText);
}

void tst_OpenCalls::areBookedOnTheirConversation_data()
{
    QTest::addColumn<QString>("turn");
    QTest::addColumn<QString>("job");
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<State>("state");
    QTest::newRow("its own") << u"full"_s << u"6a1f"_s << false << State::Booked;
    QTest::newRow("of a lost reply") << u"full"_s << u"6a1e"_s << false << State::Booked;
    QTest::newRow("of another turn") << u"silent"_s << u"6a1f"_s << false << State::Booked;
    QTest::newRow("unknown") << u"silent"_s << u"late"_s << false << State::Unbooked;
    QTest::newRow("being settled") << u"silent"_s << u"late"_s << true << State::Open;
    QTest::newRow("somebody else's") << u"gone"_s << u"late"_s << false << State::Foreign;
}

void tst_OpenCalls::areBookedOnTheirConversation()
{
    QFETCH(QString, turn);
    QFETCH(QString, job);
    QFETCH(bool, isOpen);
    const OpenCall call{.callKey = u"k"_s, .turn = {turn}, .sentAt = utc(1'000)};
    if (isOpen)
        QVERIFY(OpenCallTable::insert(*m_database, call));
    const auto read = OpenCallTable::classify(*m_database, {{.call = call, .job = {job}}});
    QVERIFY(read);
    QTEST(read->constFirst().state, "state");
}

QTEST_GUILESS_MAIN(tst_OpenCalls)
#include "tst_open_calls.moc"
