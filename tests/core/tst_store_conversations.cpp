// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConversationTables.h"

#include "core/conversation/ConversationJson.h"
#include "core/conversation/StoredNames.h"
#include "core/store/Query.h"
#include "tst_store_samples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace litedeck;
using namespace litedeck::samples;
namespace Tables = litedeck::ConversationTables;

class tst_StoreConversations : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        auto opened = Database::openInMemory();
        QVERIFY(opened);
        m_database = std::move(opened).value();
    }
    void cleanup() { m_database.reset(); }

    void roundTripsEveryMember();
    void roundTripsOddTexts_data();
    void roundTripsOddTexts();
    void savingAgainReplacesTheSameTurn();
    void savingAConversationKeepsOtherTurns();
    void ordersTurnsByTheirTree();
    void summarisesTheLastChangedFirst();
    void savingATurnMovesTheChangeTime();
    void failsForAnUnknownConversation();
    void appendsInOrder();
    void savingReplacesTheParts();
    void dropsTextOfAnUnknownTurn();
    void hidesAndBringsBackWhatWasDeleted();
    void purgesWhatWasDeleted();
    void addingTakesNoTurnFromAnotherConversation();
    void keepsEverythingOfAConversation();
    void remembersWhichVersionIsShown();
    void renames();
    void recoversOpenTurns();
    void keepsTheSearchIndexInStep();
    void namesEveryCategory();
    void readsAnUnknownNameCarefully();
    void storesErrorsByName();
    void readsABrokenErrorAsUnknown();

private:
    Conversation load(const QString &id)
    {
        const auto loaded = Tables::loadConversation(*m_database, {id});
        return loaded ? *loaded : Conversation();
    }
    qint64 hits(const QString &word)
    {
        return numberFrom(
            *m_database,
            u"SELECT count(*) FROM turn_search WHERE turn_search MATCH '%1'"_s.arg(word));
    }

    std::unique_ptr<Database> m_database;
};

void tst_StoreConversations::roundTripsEveryMember()
{
    QList<Turn> turns{fullTurn(u"t0"_s)};
    for (int n = 0; n <= static_cast<int>(TurnState::Interrupted); ++n)
        turns.append(emptyTurn(u"s%1"_s.arg(n), static_cast<TurnState>(n)));
    const Conversation saved = conversation(u"c"_s, turns);
    QVERIFY(Tables::saveConversation(*m_database, saved));
    QCOMPARE(load(u"c"_s), saved);

    Conversation bare{.id = {u"bare"_s}};
    TurnTree::add(bare, Turn(), {});
    QVERIFY(Tables::saveConversation(*m_database, bare));
    QCOMPARE(load(u"bare"_s), bare);
}

void tst_StoreConversations::roundTripsOddTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("null") << QString();
    QTest::newRow("empty") << u""_s;
    QTest::newRow("quotes") << u"'; DROP TABLE turns; --\""_s;
    QTest::newRow("nul inside") << u"a"_s + QChar(0) + u"b"_s;
    QTest::newRow("beyond the BMP") << u"𝒳👩‍👩‍👧‍👦"_s;
    QTest::newRow("controls") << u"\u202Ertl\u200B\r\n\t\x1b"_s;
    QTest::newRow("large") << QString(u'é').repeated(2'000'000);
}

void tst_StoreConversations::roundTripsOddTexts()
{
    QFETCH(QString, text);
    Turn turn = emptyTurn(u"t"_s, TurnState::Complete);
    turn.prompt = turn.reply = turn.reasoning = turn.finishReason = text;
    turn.model = turn.answeredBy = {text};
    Conversation saved = conversation(u"c"_s, {turn});
    saved.title = text;
    QVERIFY(Tables::saveConversation(*m_database, saved));
    QCOMPARE(load(u"c"_s), saved);
}

void tst_StoreConversations::savingAgainReplacesTheSameTurn()
{
    QVERIFY(Tables::saveConversation(*m_database, conversation(u"c"_s)));
    QVERIFY(Tables::saveTurn(*m_database, {u"c"_s}, emptyTurn(u"t"_s)));
    QVERIFY(Tables::saveTurn(*m_database, {u"c"_s}, fullTurn(u"t"_s)));
    QCOMPARE(load(u"c"_s).turns, QList<Turn>{fullTurn(u"t"_s)});
}

void tst_StoreConversations::savingAConversationKeepsOtherTurns()
{
    QVERIFY(Tables::saveConversation(*m_database, conversation(u"c"_s, {fullTurn(u"t"_s)})));
    Conversation head = conversation(u"c"_s);
    head.title = u"New title"_s;
    QVERIFY(Tables::saveConversation(*m_database, head));
    QCOMPARE(load(u"c"_s).title, u"New title"_s);
    QCOMPARE(load(u"c"_s).turns.size(), 1);
}

void tst_StoreConversations::ordersTurnsByTheirTree()
{
    const Conversation saved =
        conversation(u"c"_s, {fullTurn(u"0"_s), fullTurn(u"1"_s), fullTurn(u"2"_s)});
    QVERIFY(Tables::saveConversation(*m_database, conversation(u"c"_s)));
    for (const qsizetype index : {2, 0, 1})
        QVERIFY(Tables::saveTurn(*m_database, {u"c"_s}, saved.turns.at(index)));
    QCOMPARE(load(u"c"_s).turns, saved.turns);
}

void tst_StoreConversations::summarisesTheLastChangedFirst()
{
    Conversation older = conversation(u"older"_s, {fullTurn(u"a"_s), fullTurn(u"b"_s)});
    Conversation newer = conversation(u"newer"_s);
    newer.updatedAt = older.updatedAt.addMSecs(1);
    QVERIFY(Tables::saveConversation(*m_database, newer));
    QVERIFY(Tables::saveConversation(*m_database, older));
    const auto summaries = Tables::loadSummaries(*m_database);
    QVERIFY(summaries);
    const auto summaryOf = [](const Conversation &c) {
        return ConversationSummary{c.id, c.title, c.createdAt, c.updatedAt, c.model};
    };
    QCOMPARE(*summaries, (QList<ConversationSummary>{summaryOf(newer), summaryOf(older)}));
}

void tst_StoreConversations::savingATurnMovesTheChangeTime()
{
    QVERIFY(Tables::saveConversation(*m_database, conversation(u"c"_s)));
    Turn turn = emptyTurn(u"t"_s);
    QVERIFY(Tables::saveTurn(*m_database, {u"c"_s}, turn));
    QCOMPARE(load(u"c"_s).updatedAt, conversation(u"c"_s).updatedAt);
    turn.sentAt = utc(1'650'000'000'000);
    QVERIFY(Tables::saveTurn(*m_database, {u"c"_s}, turn));
    QCOMPARE(load(u"c"_s).updatedAt, turn.sentAt);
    turn.sentAt = utc(1);
    QVERIFY(Tables::saveTurn(*m_database, {u"c"_s}, turn));
    QCOMPARE(load(u"c"_s).updatedAt, utc(1'650'000'000'000));
}

void tst_StoreConversations::failsForAnUnknownConversation()
{
    const auto loaded = Tables::loadConversation(*m_database, {u"nope"_s});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, StoreErrorKind::Other);
    const auto saved = Tables::saveTurn(*m_database, {u"nope"_s}, fullTurn(u"t"_s));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, StoreErrorKind::Other);
}

void tst_StoreConversations::appendsInOrder()
{
    QVERIFY(Tables::saveConversation(*m_database,
                                     conversation(u"c"_s, {emptyTurn(u"a"_s), emptyTurn(u"b"_s)})));
    for (int n = 0; n < 20; ++n) {
        const QString text = QString::number(n) + u' ';
        QVERIFY(Tables::appendReplies(*m_database,
                                      {{{u"a"_s}, {text, {}}}, {{u"b"_s}, {{}, u"r"_s + text}}}));
    }
    const QList<Turn> turns = load(u"c"_s).turns;
    QCOMPARE(turns.at(0).reply, u"0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 "_s);
    QCOMPARE(turns.at(0).reasoning, QString());
    QVERIFY(turns.at(1).reasoning.startsWith(u"r0 r1 r2"_s));
    QCOMPARE(turns.at(1).reply, QString());
}

void tst_StoreConversations::savingReplacesTheParts()
{
    Turn turn = emptyTurn(u"t"_s);
    QVERIFY(Tables::saveConversation(*m_database, conversation(u"c"_s, {turn})));
    QVERIFY(Tables::appendReplies(*m_database, {{turn.id, {u"half"_s, {}}}}));
    turn.reply = u"half and whole"_s;
    turn.state = TurnState::Complete;
    QVERIFY(Tables::saveTurn(*m_database, {u"c"_s}, turn));
    QCOMPARE(load(u"c"_s).turns, QList<Turn>{turn});
    QCOMPARE(numberFrom(*m_database, u"SELECT count(*) FROM reply_parts"_s), 0);
}

void tst_StoreConversations::dropsTextOfAnUnknownTurn()
{
    QVERIFY(Tables::appendReplies(*m_database, {{{u"nope"_s}, {u"text"_s, {}}}}));
    QCOMPARE(numberFrom(*m_database, u"SELECT count(*) FROM reply_parts"_s), 0);
}

void tst_StoreConversations::hidesAndBringsBackWhatWasDeleted()
{
    const Conversation saved = conversation(u"c"_s, {fullTurn(u"a"_s), fullTurn(u"b"_s)});
    QVERIFY(Tables::saveConversation(*m_database, saved));
    QVERIFY(Tables::setDeleted(*m_database, TurnId{u"a"_s}, true));
    QCOMPARE(load(u"c"_s).turns, QList<Turn>{saved.turns.last()});
    QCOMPARE(load(u"c"_s).asides.size(), 1);
    QVERIFY(Tables::setDeleted(*m_database, TurnId{u"a"_s}, false));
    QCOMPARE(load(u"c"_s), saved);

    QVERIFY(Tables::setDeleted(*m_database, ConversationId{u"c"_s}, true));
    QCOMPARE(Tables::loadSummaries(*m_database)->size(), 0);
    QVERIFY(Tables::setDeleted(*m_database, ConversationId{u"c"_s}, false));
    QCOMPARE(Tables::loadSummaries(*m_database)->size(), 1);
}

void tst_StoreConversations::addingTakesNoTurnFromAnotherConversation()
{
    Conversation here;
    here.id = {u"here"_s};
    Turn first;
    first.id = {u"t1"_s};
    first.reply = u"new"_s;
    Turn second;
    second.id = {u"t2"_s};
    second.parent = first.id;
    here.turns = {first, second};
    QVERIFY(Tables::saveConversation(*m_database, here));

    // The same turns under another id, as a damaged file gives them back, in two portions.
    Conversation added = here;
    added.id = {u"added"_s};
    added.turns.first().reply = u"old"_s;
    for (int time = 0; time < 2; ++time) {
        Conversation head = added;
        head.turns = {added.turns.first()};
        Conversation tail = added;
        tail.turns = {added.turns.last()};
        QVERIFY(Tables::addPart(*m_database, head, false));
        QVERIFY(Tables::addPart(*m_database, tail, true));
        QCOMPARE(load(u"here"_s).turns.size(), 2);
        QCOMPARE(load(u"here"_s).turns.first().reply, u"new"_s);
        QCOMPARE(load(u"added"_s).turns.size(), 2);
        QCOMPARE(load(u"added"_s).turns.first().reply, u"old"_s);
    }
}

void tst_StoreConversations::purgesWhatWasDeleted()
{
    Turn first = fullTurn(u"a"_s);
    first.attachments = {{u"notes.txt"_s, u"text/plain"_s, "secret"}};
    QVERIFY(Tables::saveConversation(*m_database, conversation(u"c"_s, {first, fullTurn(u"b"_s)})));
    QVERIFY(Tables::saveConversation(*m_database, conversation(u"d"_s, {fullTurn(u"e"_s)})));
    QVERIFY(Tables::appendReplies(*m_database, {{{u"e"_s}, {u"text"_s, {}}}}));
    QVERIFY(Tables::setDeleted(*m_database, first.id, true));
    QVERIFY(Tables::setDeleted(*m_database, ConversationId{u"d"_s}, true));

    QVERIFY(Tables::purge(*m_database));
    QVERIFY(load(u"d"_s).id.isEmpty());
    QCOMPARE(numberFrom(*m_database, u"SELECT count(*) FROM reply_parts"_s), 0);
    QCOMPARE(numberFrom(*m_database, u"SELECT count(*) FROM attachments"_s), 0);
    const Conversation left = load(u"c"_s);
    QCOMPARE(left.turns.size(), 1);
    QCOMPARE(left.turns.first().id.value, u"b"_s);
    QCOMPARE(left.asides.first().prompt, QString());
    QCOMPARE(left.asides.first().reply, QString());
}

void tst_StoreConversations::keepsEverythingOfAConversation()
{
    Turn turn = fullTurn(u"t"_s);
    turn.attachments = {{u"plot.png"_s, u"image/png"_s, QByteArray("\x89PNG\0\r\n", 7)},
                        {u"empty.txt"_s, u"text/plain"_s, {}}};
    Conversation saved = conversation(u"c"_s, {turn, fullTurn(u"next"_s)});
    TurnTree::add(saved, fullTurn(u"version"_s), turn.id);
    saved.settings = {.systemPrompt = u"Be brief."_s,
                      .parameters = {.temperature = 0.5,
                                     .maxTokens = 100,
                                     .topP = 0.25,
                                     .frequencyPenalty = -1,
                                     .presencePenalty = 2,
                                     .stop = {u"END"_s}},
                      .billing = Billing::PerConversation};
    saved.openJob = {u"job"_s};
    saved.draft = u"What I wanted to"_s;
    saved.isPinned = true;
    saved.isArchived = true;
    QVERIFY(Tables::saveConversation(*m_database, saved));
    QCOMPARE(load(u"c"_s), saved);
    const auto summaries = Tables::loadSummaries(*m_database);
    QVERIFY(summaries);
    QVERIFY(summaries->first().isPinned);
    QVERIFY(summaries->first().isArchived);
    QCOMPARE(summaries->first().openJob, saved.openJob);
}

void tst_StoreConversations::remembersWhichVersionIsShown()
{
    Conversation saved = conversation(u"c"_s, {fullTurn(u"a"_s), fullTurn(u"b"_s)});
    TurnTree::add(saved, fullTurn(u"other"_s), {});
    QVERIFY(Tables::saveConversation(*m_database, saved));
    QCOMPARE(load(u"c"_s).turns.size(), 1);
    const QList<TurnId> ranked = TurnTree::show(saved, {u"b"_s});
    QVERIFY(Tables::saveRanks(*m_database, ranked, saved.turns.last().rank));
    QCOMPARE(load(u"c"_s), saved);
    QCOMPARE(saved.turns.size(), 2);
}

void tst_StoreConversations::renames()
{
    QVERIFY(Tables::saveConversation(*m_database, conversation(u"c"_s)));
    QVERIFY(Tables::rename(*m_database, {u"c"_s}, u"Better"_s));
    QCOMPARE(load(u"c"_s).title, u"Better"_s);
}

void tst_StoreConversations::recoversOpenTurns()
{
    Turn streaming = emptyTurn(u"streaming"_s, TurnState::Streaming);
    streaming.reply = u"begun, "_s;
    const Conversation saved =
        conversation(u"c"_s, {fullTurn(u"done"_s), emptyTurn(u"pending"_s), streaming,
                              emptyTurn(u"failed"_s, TurnState::Failed)});
    QVERIFY(Tables::saveConversation(*m_database, saved));
    QVERIFY(Tables::appendReplies(*m_database, {{streaming.id, {u"not ended"_s, u"hm"_s}}}));

    const auto recovered = Tables::recoverOpenTurns(*m_database);
    QVERIFY(recovered);
    QCOMPARE(*recovered, (QList<RecoveredTurn>{{{u"c"_s}, {u"pending"_s}, 0},
                                               {{u"c"_s}, {u"streaming"_s}, 16}}));
    const QList<Turn> turns = load(u"c"_s).turns;
    QCOMPARE(turns.at(0), saved.turns.at(0));
    QCOMPARE(turns.at(1).state, TurnState::Interrupted);
    QCOMPARE(turns.at(2).state, TurnState::Interrupted);
    QCOMPARE(turns.at(2).reply, u"begun, not ended"_s);
    QCOMPARE(turns.at(2).reasoning, u"hm"_s);
    QCOMPARE(turns.at(3).state, TurnState::Failed);

    const auto again = Tables::recoverOpenTurns(*m_database);
    QVERIFY(again);
    QVERIFY(again->isEmpty());
}

void tst_StoreConversations::keepsTheSearchIndexInStep()
{
    Turn turn = emptyTurn(u"t"_s);
    turn.prompt = u"apples"_s;
    QVERIFY(Tables::saveConversation(*m_database, conversation(u"c"_s, {turn})));
    QCOMPARE(hits(u"apples"_s), 1);
    turn.prompt = u"pears"_s;
    turn.reply = u"Crème brûlée"_s;
    QVERIFY(Tables::saveTurn(*m_database, {u"c"_s}, turn));
    QCOMPARE(hits(u"apples"_s), 0);
    QCOMPARE(hits(u"pears"_s), 1);
    QCOMPARE(hits(u"creme"_s), 1);
    QVERIFY(Tables::setDeleted(*m_database, ConversationId{u"c"_s}, true));
    QVERIFY(Tables::purge(*m_database));
    QCOMPARE(hits(u"pears"_s), 0);
    QVERIFY(m_database->execute(
        u"INSERT INTO turn_search(turn_search, rank) VALUES ('integrity-check', 1)"_s));
}

void tst_StoreConversations::namesEveryCategory()
{
    QSet<QString> names;
    for (int n = 0; n <= static_cast<int>(ErrorCategory::Unknown); ++n) {
        const auto category = static_cast<ErrorCategory>(n);
        const QString name = storedName(category);
        QVERIFY(!name.isEmpty());
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        QCOMPARE(valueNamed<ErrorCategory>(name), category);
    }
    for (int n = 0; n <= static_cast<int>(TurnState::Interrupted); ++n)
        QCOMPARE(valueNamed<TurnState>(QString(storedName(static_cast<TurnState>(n)))),
                 static_cast<TurnState>(n));
    for (int n = 0; n <= static_cast<int>(Hands::Us); ++n)
        QCOMPARE(valueNamed<Hands>(QString(storedName(static_cast<Hands>(n)))),
                 static_cast<Hands>(n));
    for (int n = 0; n <= static_cast<int>(RetryVerdict::SwitchEndpoint); ++n)
        QCOMPARE(valueNamed<RetryVerdict>(QString(storedName(static_cast<RetryVerdict>(n)))),
                 static_cast<RetryVerdict>(n));
    for (int n = 0; n <= static_cast<int>(Outcome::Committed); ++n)
        QCOMPARE(valueNamed<Outcome>(QString(storedName(static_cast<Outcome>(n)))),
                 static_cast<Outcome>(n));
}

void tst_StoreConversations::readsAnUnknownNameCarefully()
{
    QCOMPARE(valueNamed<TurnState>(u"dreaming"), TurnState::Interrupted);
    QCOMPARE(valueNamed<ErrorCategory>(u"dreaming"), ErrorCategory::Unknown);
    QCOMPARE(valueNamed<RetryVerdict>(u"dreaming"), RetryVerdict::Manual);
    QCOMPARE(valueNamed<Outcome>(u"dreaming"), Outcome::Ambiguous);
}

void tst_StoreConversations::storesErrorsByName()
{
    QCOMPARE(errorToJson(std::nullopt), QString());
    QCOMPARE(errorFromJson({}), std::optional<Error>());
    const QString json = errorToJson(fullError());
    QCOMPARE(errorFromJson(json), std::optional(fullError()));
    QCOMPARE(errorFromJson(errorToJson(Error())), std::optional(Error()));
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    QCOMPARE(object.value(u"category"_s).toString(), u"rate_limited"_s);
    QCOMPARE(object.value(u"verdict"_s).toString(), u"automatic"_s);
}

void tst_StoreConversations::readsABrokenErrorAsUnknown()
{
    for (const QString &json : {u"{"_s, u"[]"_s, u"null"_s, u"{\"category\":5}"_s}) {
        const auto error = errorFromJson(json);
        QVERIFY(error);
        QCOMPARE(error->category, ErrorCategory::Unknown);
        QCOMPARE(error->verdict, RetryVerdict::Manual);
    }
}

QTEST_GUILESS_MAIN(tst_StoreConversations)
#include "tst_store_conversations.moc"
