// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ConversationFile.h"

#include "core/base/Redactor.h"
#include "tst_store_samples.h"

#include <QFile>
#include <QTest>

using namespace litedeck;
using namespace litedeck::samples;

namespace {

const QDateTime Now = utc(1'700'000'000'000);

/// A conversation with a version, an attachment and everything set.
Conversation whole()
{
    Turn first = fullTurn(u"a"_s);
    first.attachments = {{u"plot.png"_s, u"image/png"_s, QByteArray("\x89PNG\0\r", 6)}};
    Conversation made = conversation(u"c"_s, {first, fullTurn(u"b"_s)});
    TurnTree::add(made, fullTurn(u"other"_s), first.id);
    made.settings = {.systemPrompt = u"Be brief."_s, .parameters = {.temperature = 0.5}};
    return made;
}

QByteArray fileOf(const QList<Conversation> &conversations)
{
    Redaction redaction{Redactor()};
    return conversationFile(conversations, Now, redaction);
}

/// With the ids that differ from file to file taken out.
Conversation anonymous(Conversation conversation)
{
    conversation.id = {};
    for (QList<Turn> *turns : {&conversation.turns, &conversation.asides}) {
        for (Turn &turn : *turns) {
            turn.id = {};
            turn.parent = {};
            // It finds a job of the team that the turn was written for.
            turn.callKey.clear();
            // What is not known is not written, whatever stands in its place.
            turn.cost.totalTokens = {};
        }
    }
    return conversation;
}

} // namespace

class tst_ConversationFile : public QObject
{
    Q_OBJECT

private slots:
    void comesBackWhole();
    void getsIdsOfItsOwn();
    void leavesOutWhatWasDeleted();
    void joinsWhatWasDeletedBetween();
    void keepsSecretsIn();
    void changesNoInnocentText();
    void importsSecretsAsTheyAre();
    void endsWhatWasRunning();
    void readsMessageLists_data();
    void readsMessageLists();
    void readsImagesAndSystemPrompts();
    void saysWhyNot_data();
    void saysWhyNot();
    void readsFilesWithoutLostReplies();
    void survivesAnyDamage();
};

void tst_ConversationFile::comesBackWhole()
{
    const auto read = readConversations(fileOf({whole(), conversation(u"empty"_s)}), Now);
    QVERIFY(read);
    QCOMPARE(read->conversations.size(), 2);
    QCOMPARE(anonymous(read->conversations.first()), anonymous(whole()));
    QCOMPARE(read->conversations.first().turns.size(), 2);
    QCOMPARE(read->conversations.first().asides.size(), 1);
    QCOMPARE(read->conversations.last().title, u"About empty"_s);
}

void tst_ConversationFile::readsFilesWithoutLostReplies()
{
    // As an older Litedeck writes them, and as nobody does.
    for (const auto *written :
         {"", "\"lost_replies\":7,", "\"lost_replies\":[7,{\"job\":\"\"}],"}) {
        QByteArray file = fileOf({conversation(u"c"_s, {emptyTurn(u"a"_s, TurnState::Complete)})});
        file.replace("\"prompt\":", QByteArray(written) + "\"prompt\":");
        const auto read = readConversations(file, Now);
        QVERIFY(read);
        QVERIFY(read->conversations.first().turns.constFirst().lost.isEmpty());
    }
}

void tst_ConversationFile::getsIdsOfItsOwn()
{
    const auto read = readConversations(fileOf({whole()}), Now);
    QVERIFY(read);
    const Conversation &copy = read->conversations.first();
    QVERIFY(copy.id != whole().id);
    QVERIFY(TurnTree::find(copy, {u"a"_s}) == nullptr);
    QCOMPARE(copy.turns.at(1).parent, copy.turns.at(0).id);
}

void tst_ConversationFile::leavesOutWhatWasDeleted()
{
    Conversation made = whole();
    TurnTree::setDeleted(made, {u"other"_s}, true);
    const QByteArray file = fileOf({made});
    const auto read = readConversations(file, Now);
    QVERIFY(read);
    QCOMPARE(read->conversations.first().asides.size(), 0);
}

void tst_ConversationFile::joinsWhatWasDeletedBetween()
{
    Conversation made = conversation(u"c"_s);
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        Turn turn = emptyTurn(id, TurnState::Complete);
        turn.prompt = id;
        TurnTree::add(made, turn, made.turns.isEmpty() ? TurnId() : made.turns.constLast().id);
    }
    TurnTree::setDeleted(made, {u"b"_s}, true);
    TurnTree::setDeleted(made, {u"c"_s}, true);
    const auto read = readConversations(fileOf({made}), Now);
    QVERIFY(read);
    const QList<Turn> &turns = read->conversations.first().turns;
    QCOMPARE(turns.size(), 2);
    QCOMPARE(turns.at(0).prompt, u"a"_s);
    QCOMPARE(turns.at(1).prompt, u"d"_s);
}

void tst_ConversationFile::keepsSecretsIn()
{
    Conversation made = conversation(u"c"_s, {fullTurn(u"a"_s)});
    made.turns[0].prompt = u"My key is live-key-1234"_s;
    made.turns[0].reply = u"Never tell live-key-1234"_s;
    made.turns[0].reasoning = u"live-key-1234?"_s;
    made.settings.systemPrompt = u"Use live-key-1234"_s;
    made.title = u"live-key-1234"_s;
    made.turns[0].model = {u"live-key-1234"_s};
    made.turns[0].attachments = {{u"live-key-1234.txt"_s, u"text/plain"_s, "live-key-1234, Zürich"},
                                 {u"a.png"_s, u"image/png"_s, "live-key-1234"},
                                 {u"b"_s, u"application/octet-stream"_s, "live-key-1234\xff"}};
    made.turns[0].error = Error{.message = u"live-key-1234"_s};
    Redaction redaction(Redactor({u"live-key-1234"_s}));
    const QByteArray file = conversationFile({made}, Now, redaction);
    QVERIFY(!file.contains("live-key-1234"));
    QCOMPARE(redaction.count(), 9);
    const auto read = readConversations(file, Now);
    QVERIFY(read);
    const QList<Attachment> attachments = read->conversations.first().turns.first().attachments;
    QCOMPARE(attachments[0].name, u"[redacted].txt"_s);
    QCOMPARE(attachments[0].data, QByteArray("[redacted], Zürich"));
    QCOMPARE(attachments[1].data, QByteArray("live-key-1234"));
    QCOMPARE(attachments[2].data, QByteArray("live-key-1234\xff"));
    QVERIFY(readConversations(file, Now));
}

void tst_ConversationFile::changesNoInnocentText()
{
    QFile list(QStringLiteral(LITEDECK_TEST_DATA "/redaction/innocent.txt"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(list.readAll());
    Conversation made = conversation(u"c"_s, {fullTurn(u"a"_s)});
    made.turns[0].prompt = text;
    made.turns[0].reply = text;
    made.settings.systemPrompt = text;
    const auto read = readConversations(fileOf({made}), Now);
    QVERIFY(read);
    const Conversation &copy = read->conversations.first();
    QCOMPARE(copy.turns.first().prompt, text);
    QCOMPARE(copy.turns.first().reply, text);
    QCOMPARE(copy.settings.systemPrompt, text);
}

void tst_ConversationFile::importsSecretsAsTheyAre()
{
    // What the user kept for himself comes back as it was.
    const QString text = u"password: hunter2, sk-abcd1234efgh"_s;
    Conversation made = conversation(u"c"_s, {fullTurn(u"a"_s)});
    made.turns[0].reply = text;
    Redaction whole(Redactor({u"live-key-1234"_s}).ofLiveSecrets());
    const auto read = readConversations(conversationFile({made}, Now, whole), Now);
    QVERIFY(read);
    QCOMPARE(read->conversations.first().turns.first().reply, text);
    QCOMPARE(whole.count(), 0);
}

void tst_ConversationFile::endsWhatWasRunning()
{
    const auto read = readConversations(
        fileOf({conversation(u"c"_s, {emptyTurn(u"a"_s, TurnState::Streaming)})}), Now);
    QVERIFY(read);
    QCOMPARE(read->conversations.first().turns.first().state, TurnState::Interrupted);
}

void tst_ConversationFile::readsMessageLists_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<int>("skipped");
    const auto row = [](const char *name, const QByteArray &file, const QStringList &texts,
                        int skipped) { QTest::newRow(name) << file << texts << skipped; };
    row("an array", R"([{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}])",
        {u"Hi"_s, u"Hello"_s}, 0);
    row("a request", R"({"model":"m","messages":[{"role":"user","content":"Hi"}]})",
        {u"Hi"_s, QString()}, 0);
    row("two replies", R"([{"role":"user","content":"Hi"},{"role":"assistant","content":"One"},
                           {"role":"assistant","content":"Two"}])",
        {u"Hi"_s, u"One\n\nTwo"_s}, 0);
    row("a reply first", R"([{"role":"assistant","content":"Welcome"}])", {QString(), u"Welcome"_s},
        0);
    row("tools", R"([{"role":"user","content":"Hi"},{"role":"assistant","tool_calls":[]},
                     {"role":"tool","content":"42"},{"role":"assistant","content":"It is 42"}])",
        {u"Hi"_s, u"It is 42"_s}, 2);
    row("a call of a tool", R"([{"role":"user","content":"Hi"},
            {"role":"assistant","content":null,"tool_calls":[{"id":"1","type":"function",
             "function":{"name":"sum","arguments":"{\"of\":[1,2]}"}}]}])",
        {u"Hi"_s, u"```json\n{\n  \"tool_call\": \"sum\",\n  \"arguments\": {\n    \"of\": [\n"
                  "      1,\n      2\n    ]\n  }\n}\n```"_s},
        0);
    row("parts", R"([{"role":"user","content":[{"type":"text","text":"A"},
                                               {"type":"text","text":"B"}]}])",
        {u"A\n\nB"_s, QString()}, 0);
}

void tst_ConversationFile::readsMessageLists()
{
    QFETCH(QByteArray, file);
    const auto read = readConversations(file, Now);
    QVERIFY(read);
    QStringList texts;
    for (const Turn &turn : read->conversations.first().turns)
        texts += {turn.prompt, turn.reply};
    QTEST(texts, "texts");
    QTEST(read->skippedMessages, "skipped");
}

void tst_ConversationFile::readsImagesAndSystemPrompts()
{
    const auto read = readConversations(
        R"({"model":"vision","messages":[{"role":"system","content":"Be brief."},
            {"role":"developer","content":"In French."},
            {"role":"user","content":[{"type":"text","text":"What is it?"},
                {"type":"image_url","image_url":{"url":"data:image/png;base64,aGk="}},
                {"type":"image_url","image_url":{"url":"https://example.com/x.png"}}]},
            {"role":"assistant","content":"Un chat."}]})",
        Now);
    QVERIFY(read);
    const Conversation &made = read->conversations.first();
    QCOMPARE(made.settings.systemPrompt, u"Be brief.\n\nIn French."_s);
    QCOMPARE(made.model.value, u"vision"_s);
    QCOMPARE(made.title, u"What is it?"_s);
    QCOMPARE(made.turns.first().attachments,
             (QList<Attachment>{{u"image"_s, u"image/png"_s, "hi"}}));
    QCOMPARE(made.turns.first().state, TurnState::Complete);
}

void tst_ConversationFile::saysWhyNot_data()
{
    using Kind = ImportProblem::Kind;
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &file, Kind kind,
                        const QString &detail = {}) {
        QTest::newRow(name) << file << kind << detail;
    };
    row("nothing", "", Kind::NotJson, u"illegal value"_s);
    row("broken", R"({"format": )", Kind::NotJson, u"unterminated object"_s);
    row("another program's", R"({"mapping": {}})", Kind::Foreign);
    row("numbers", "[1, 2]", Kind::Foreign);
    row("no messages", "[]", Kind::Empty);
    row("newer", R"({"format":"litedeck-conversations","version":2})", Kind::Newer);
    row("no version", R"({"format":"litedeck-conversations"})", Kind::Malformed,
        u"file.version: expected a number, found nothing"_s);
    row("no conversations", R"({"format":"litedeck-conversations","version":1,"conversations":[]})",
        Kind::Empty);
    row("a turn without a prompt",
        R"({"format":"litedeck-conversations","version":1,"conversations":[
            {"title":"T","model":"m","turns":[{"id":"1","parent":"","model":"m","reply":"",
             "state":"complete"}]}]})",
        Kind::Malformed);
}

void tst_ConversationFile::saysWhyNot()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, detail);
    const auto read = readConversations(file, Now);
    QVERIFY(!read);
    QTEST(read.error().kind, "kind");
    if (!detail.isEmpty())
        QCOMPARE(read.error().detail, detail);
}

void tst_ConversationFile::survivesAnyDamage()
{
    Conversation small = whole();
    for (QList<Turn> *turns : {&small.turns, &small.asides}) {
        for (Turn &turn : *turns)
            turn.reply = u"short"_s;
    }
    const QByteArray file = fileOf({small}).trimmed();
    for (qsizetype at = 0; at < file.size(); at += 7) {
        QByteArray cut = file.left(at);
        QVERIFY(!readConversations(cut, Now));
        QByteArray changed = file;
        changed[at] = changed.at(at) == '0' ? '[' : '0';
        const auto read = readConversations(changed, Now);
        QVERIFY(!read || !read->conversations.isEmpty());
    }
}

QTEST_GUILESS_MAIN(tst_ConversationFile)
#include "tst_conversation_file.moc"
