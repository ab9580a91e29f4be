// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/ReplyReader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

/// What was read: thoughts in braces, then the reply.
struct Shown
{
    QString thoughts;
    QString reply;

    void read(ReplyReader &reader, const ReplyReader::Texts &texts, qsizetype most)
    {
        while (reader.hasMore(texts)) {
            const ReplyReader::Piece piece = reader.next(texts, most);
            (piece.isThought ? thoughts : reply) += piece.text;
        }
    }

    QString text() const { return u'{' + thoughts + u'}' + reply; }
};

QString whole(const QString &reasoning, const QString &reply)
{
    ReplyReader reader;
    Shown shown;
    shown.read(reader, {reasoning, reply, true}, 1 << 20);
    return shown.text();
}

} // namespace

class tst_ReplyReader : public QObject
{
    Q_OBJECT

private slots:
    void shows_data();
    void shows();
    void showsTheSameHoweverItArrives_data() { shows_data(); }
    void showsTheSameHoweverItArrives();
    void holdsBackWhatMayBecomeAMark();
    void formatsLongJsonInLinearTime();
};

void tst_ReplyReader::shows_data()
{
    QTest::addColumn<QString>("reasoning");
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QString>("shown");

    QTest::newRow("text") << QString() << u"Plain *text*"_s << u"{}Plain *text*"_s;
    QTest::newRow("reasoning") << u"\nHm.\n"_s << u"Yes"_s << u"{Hm.\n}Yes"_s;
    QTest::newRow("inline") << QString() << u"<think>\nHm, a<b?\n</think>\n\nYes"_s
                            << u"{Hm, a<b?\n}\n\nYes"_s;
    QTest::newRow("one line") << QString() << u" <think>Hm</think>Yes"_s << u"{Hm}Yes"_s;
    QTest::newRow("empty") << QString() << u"<think>\n\n</think>\nYes"_s << u"{}\nYes"_s;
    QTest::newRow("never closed") << QString() << u"<think>Hm </thin"_s << u"{Hm </thin}"_s;
    QTest::newRow("not at the start") << QString() << u"So <think> is"_s << u"{}So <think> is"_s;
    QTest::newRow("nearly") << QString() << u"<thing>"_s << u"{}<thing>"_s;
    QTest::newRow("cut mark") << QString() << u"<thi"_s << u"{}<thi"_s;
    QTest::newRow("both") << u"Hm"_s << u"<think>x</think>"_s << u"{Hm}<think>x</think>"_s;
    QTest::newRow("blank") << QString() << u" \n"_s << u"{}"_s;

    QTest::newRow("object") << QString() << u" {\"a\":[1,{}],\"b\":\"x, \\\" {y\"}\n"_s
                            << u"{}```json\n{\n  \"a\": [\n    1,\n    {}\n  ],\n"
                               "  \"b\": \"x, \\\" {y\"\n}\n```\n\n"_s;
    QTest::newRow("formatted") << QString() << u"{\n \"a\" : true\n}"_s
                               << u"{}```json\n{\n  \"a\": true\n}\n```\n"_s;
    QTest::newRow("array") << QString() << u"[{\"a\":-1.5e3}]"_s
                           << u"{}```json\n[\n  {\n    \"a\": -1.5e3\n  }\n]\n```\n"_s;
    QTest::newRow("after thoughts") << QString() << u"<think>Hm</think>{\"a\":1}"_s
                                    << u"{Hm}```json\n{\n  \"a\": 1\n}\n```\n"_s;
    QTest::newRow("cut") << QString() << u"{\"a\":[1,"_s
                         << u"{}```json\n{\n  \"a\": [\n    1,\n    "_s;
    QTest::newRow("words after it")
        << QString() << u"{\"a\":1} is *it*."_s << u"{}```json\n{\n  \"a\": 1\n}\n```\n is *it*."_s;
    QTest::newRow("broken string")
        << QString() << u"{\"a\n```\":1}"_s << u"{}```json\n{\n  \"a ```\": 1\n}\n```\n"_s;
    QTest::newRow("citation") << QString() << u"[1] says so"_s << u"{}[1] says so"_s;
    QTest::newRow("link") << QString() << u"[name](x)"_s << u"{}[name](x)"_s;
    QTest::newRow("braces") << QString() << u"{a} is a set"_s << u"{}{a} is a set"_s;
    QTest::newRow("one brace") << QString() << u"{"_s << u"{}{"_s;
}

void tst_ReplyReader::shows()
{
    QFETCH(QString, reasoning);
    QFETCH(QString, reply);
    QFETCH(QString, shown);
    QCOMPARE(whole(reasoning, reply), shown);
}

void tst_ReplyReader::showsTheSameHoweverItArrives()
{
    QFETCH(QString, reasoning);
    QFETCH(QString, reply);
    QFETCH(QString, shown);
    QRandomGenerator random(5);
    for (int round = 0; round < 50; ++round) {
        ReplyReader reader;
        Shown got;
        for (qsizetype at = 0; at < reasoning.size(); at += 1 + random.bounded(4))
            got.read(reader, {reasoning.first(at), QString(), false}, 1 + random.bounded(5));
        for (qsizetype at = 0; at < reply.size(); at += 1 + random.bounded(4))
            got.read(reader, {reasoning, reply.first(at), false}, 1 + random.bounded(5));
        got.read(reader, {reasoning, reply, true}, 1 + random.bounded(5));
        QCOMPARE(got.text(), shown);
    }
}

void tst_ReplyReader::holdsBackWhatMayBecomeAMark()
{
    ReplyReader reader;
    Shown shown;
    shown.read(reader, {{}, u"<thi"_s, false}, 100);
    QCOMPARE(shown.text(), u"{}"_s);
    shown.read(reader, {{}, u"<think>Hm </th"_s, false}, 100);
    QCOMPARE(shown.text(), u"{Hm }"_s);
    shown.read(reader, {{}, u"<think>Hm </the end"_s, false}, 100);
    QCOMPARE(shown.text(), u"{Hm </the end}"_s);
    QVERIFY(!reader.isInReply());
}

void tst_ReplyReader::formatsLongJsonInLinearTime()
{
    QString json = u"["_s;
    for (int i = 0; i < 20000; ++i)
        json += u"{\"number\":%1},"_s.arg(i);
    ReplyReader reader;
    qsizetype pieces = 0;
    const QString none;
    for (; reader.hasMore({none, json, false}); ++pieces)
        reader.next({none, json, false}, 1024);
    QCOMPARE(pieces, 1 + (json.size() + 1023) / 1024);
}

QTEST_APPLESS_MAIN(tst_ReplyReader)
#include "tst_reply_reader.moc"
