// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Dialect.h"
#include "core/gateway/PlainTextReader.h"
#include "core/gateway/StreamDialect.h"
#include "core/gateway/TextJoiner.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

/// As OpenAI sends it.
const QByteArray Chunk =
    R"({"id":"chatcmpl-x","object":"chat.completion.chunk","created":1763800000,"model":"gpt-4o",)"
    R"("system_fingerprint":null,"choices":[{"index":0,"delta":{"role":"assistant","content":"Hi"},)"
    R"("logprobs":null,"finish_reason":null}],"usage":null})";

QByteArray chunkWithText(const QByteArray &json)
{
    return R"({"choices":[{"delta":{"content":)" + json + "}}]}";
}

/// What does not belong where it stands, or only nearly is JSON.
const QByteArrayList OddValues = {"",
                                  "nul",
                                  "nulll",
                                  "null null",
                                  "truefalse",
                                  "True",
                                  "true",
                                  "false",
                                  "0",
                                  "-0",
                                  "01",
                                  "1.",
                                  ".5",
                                  "1e5",
                                  "1e400",
                                  "-1e400",
                                  "18446744073709551615",
                                  "18446744073709551616",
                                  "1 2",
                                  "0x10",
                                  "NaN",
                                  "[]",
                                  "{}",
                                  "[[]]",
                                  R"({"content":"a"})",
                                  R"([{"delta":{"content":"a"}}])",
                                  QByteArray(600, '[') + QByteArray(600, ']'),
                                  QByteArray(1200, '[') + QByteArray(1200, ']'),
                                  QByteArray(1200, '['),
                                  R"("")",
                                  R"("a)",
                                  R"("a"b)",
                                  R"("a" "b")",
                                  R"("error")",
                                  R"("err\u006fr")",
                                  R"("\u00e4\n\t\"\\\/\b\f\r")",
                                  R"("\ud83d\ude00")",
                                  R"("\ud83d")",
                                  R"("\ude00\ud83d")",
                                  R"("\ud83dx")",
                                  R"("\u0000")",
                                  R"("\ufeffa")",
                                  R"("\uFFFF")",
                                  R"("\uD8")",
                                  R"("\uzzzz")",
                                  R"("\x")",
                                  R"("\)",
                                  "\"\xF0\x9F\x98\x80\xE4\xBD\xA0\"",
                                  "\"\xEF\xBB\xBF\x61\"",
                                  "\"a\xEF\xBB\xBF\"",
                                  "\"\xEF\xBF\xBE\"",
                                  "\"\xED\xA0\x80\"",
                                  "\"\xC0\xAF\"",
                                  "\"\xF4\x90\x80\x80\"",
                                  "\"\xE4\xBD\"",
                                  "\"\xFF\"",
                                  "\"a\tb\"",
                                  "\"a\nb\"",
                                  QByteArray("\"a\0b\"", 5),
                                  "\"\x7F\"",
                                  "\xEF\xBB\xBF",
                                  "// a\n1"};

} // namespace

/// PlainTextReader tells what decodeStreamEvent() tells, or leaves it to it.
class tst_PlainTextReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void reads_data();
    void reads();
    void leaves_data();
    void leaves();
    void agreesOnOddValues();
    void agreesOnSamples();
    void agreesOnDamage();
    void agreesOnMuchDamage();
    void joinsBothEncodings();

private:
    void compare(const QByteArray &data);

    PlainTextReader m_reader;
    QByteArrayList m_samples;
    int m_read = 0; ///< Of what was compared.
};

void tst_PlainTextReader::initTestCase()
{
    const QDir seeds(QStringLiteral(LITEDECK_TEST_DATA "/../fuzz/seeds/stream"));
    for (const QString &name : seeds.entryList(QDir::Files)) {
        QFile file(seeds.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        EventStreamParser parser;
        parser.feed(file.readAll());
        while (const auto event = parser.next())
            m_samples += event->data.toByteArray();
    }
    for (const demo::Model &model : demo::allModels())
        m_samples +=
            demo::streamScript({.model = model, .text = u"Hi \"😀\"\n"_s}, u"x"_s, 1).events();
    m_samples += {Chunk, chunkWithText(R"("a\nb")"), demo::errorEvent(u"500: ä"_s)};
    QVERIFY(m_samples.size() > 100);
}

/// Fails unless the reader leaves the event alone or reads what the reference does.
void tst_PlainTextReader::compare(const QByteArray &data)
{
    ReadAheadBuffer buffer;
    buffer.append(data);
    const auto text = m_reader.read({.data = buffer.view()});
    if (!text)
        return;
    ++m_read;
    const StreamDelta expected = decodeStreamEvent(data);
    if (expected != StreamDelta{.text = QString::fromUtf8(*text)})
        QFAIL(("not read alike: " + data.toPercentEncoding(" {}[]\":,\\")).constData());
}

void tst_PlainTextReader::reads_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, const QByteArray &data, const QString &text) {
        QTest::newRow(name) << data << text;
    };
    row("as OpenAI sends it", Chunk, u"Hi"_s);
    row("nothing but text", chunkWithText(R"("a")"), u"a"_s);
    row("empty", chunkWithText(R"("")"), u""_s);
    row("role only", R"({"choices":[{"delta":{"role":"assistant"}}]})", u""_s);
    row("white space", " {\"choices\" : [\t{ \"delta\":\n{\"content\" :\"a b\"\r\n} } ] } ",
        u"a b"_s);
    row("characters beyond ASCII", chunkWithText("\"\xE4\xBD\xA0\xF0\x9F\x98\x80\""), u"你😀"_s);
    row("escapes", chunkWithText(R"("\u00e4\n\"\\\/\t")"), u"ä\n\"\\/\t"_s);
    row("escaped pair", chunkWithText(R"("\ud83d\ude00")"), u"😀"_s);
    row("members of nobody", R"({"x":"y","choices":[{"delta":{"content":"a","z":true},"y":7}]})",
        u"a"_s);
}

void tst_PlainTextReader::reads()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, text);
    ReadAheadBuffer buffer;
    buffer.append(data);
    const auto found = m_reader.read({.data = buffer.view()});
    QVERIFY(found);
    QCOMPARE(QString::fromUtf8(*found), text);
    QCOMPARE(decodeStreamEvent(data), StreamDelta{.text = text});
}

void tst_PlainTextReader::leaves_data()
{
    QTest::addColumn<QByteArray>("data");

    const auto row = [](const char *name, const QByteArray &data) { QTest::newRow(name) << data; };
    row("nothing", "");
    row("done", "[DONE]");
    row("not JSON", R"({"choices":[{"delta":{"content":"a"}])");
    row("more behind", chunkWithText(R"("a")") + "x");
    row("no object", R"([{"choices":[]}])");
    row("no choices", R"({"object":"chat.completion.chunk"})");
    row("no delta", R"({"choices":[{}]})");
    row("text of before there were messages", R"({"choices":[{"text":"a"}]})");
    row("whole message", R"({"choices":[{"message":{"content":"a"}}]})");
    row("parts", R"({"choices":[{"delta":{"content":[{"type":"text","text":"a"}]}}]})");
    row("two choices", R"({"choices":[{"delta":{"content":"a"}},{"delta":{"content":"b"}}]})");
    row("text of the second choice", R"({"choices":[{},{"delta":{"content":"b"}}]})");
    row("the end", R"({"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]})");
    row("usage", R"({"choices":[{"delta":{"content":"a"}}],"usage":{"prompt_tokens":1}})");
    row("tool calls", R"({"choices":[{"delta":{"content":"a","tool_calls":[{"index":0}]}}]})");
    row("refusal", R"({"choices":[{"delta":{"content":"","refusal":"No."}}]})");
    row("reasoning", R"({"choices":[{"delta":{"content":"a","reasoning_content":"b"}}]})");
    row("error as text", R"({"error":"x","choices":[{"delta":{"content":"a"}}]})");
    row("error as object", R"({"error":{},"choices":[{"delta":{"content":"a"}}]})");
    row("named an error", R"({"object":"error","choices":[{"delta":{"content":"a"}}]})");
    row("Anthropic", R"({"type":"content_block_delta","delta":{"text":"a"}})");
    row("Gemini", R"({"candidates":[{"content":{"parts":[{"text":"a"}]}}]})");
    row("text twice", R"({"choices":[{"delta":{"content":"a","content":"b"}}]})");
    row("delta twice", R"({"choices":[{"delta":{"content":"a"},"delta":{}}]})");
    row("choices twice", R"({"choices":[{"delta":{"content":"a"}}],"choices":[{}]})");
    row("escaped name", R"({"choices":[{"delta":{"content":"a","c\u006fntent":"b"}}]})");
    row("bad escape elsewhere", R"({"id":"\uzzzz","choices":[{"delta":{"content":"a"}}]})");
    row("bad number elsewhere", R"({"id":1.2.3,"choices":[{"delta":{"content":"a"}}]})");
    row("half a pair", chunkWithText(R"("\ud83d")"));
    row("byte order mark", chunkWithText("\"\xEF\xBB\xBF\x61\""));
    row("invalid UTF-8", chunkWithText("\"\xFF\""));
    row("larger than it holds", chunkWithText('"' + QByteArray(1'000'000, 'a') + '"'));
}

void tst_PlainTextReader::leaves()
{
    QFETCH(QByteArray, data);
    ReadAheadBuffer buffer;
    buffer.append(data);
    QVERIFY(!m_reader.read({.data = buffer.view()}));
}

void tst_PlainTextReader::agreesOnOddValues()
{
    const QByteArrayList places = {R"("chatcmpl-x")",
                                   R"("chat.completion.chunk")",
                                   "1763800000",
                                   R"("assistant")",
                                   R"("Hi")",
                                   "null",
                                   "0",
                                   R"({"role":"assistant","content":"Hi"})",
                                   R"("id")",
                                   R"("object")",
                                   R"("role")",
                                   R"("logprobs")",
                                   R"(,"usage":null)",
                                   "{\"id\"",
                                   "}]",
                                   "]"};
    m_read = 0;
    for (const QByteArray &place : places) {
        for (const QByteArray &value : OddValues) {
            for (qsizetype at = Chunk.indexOf(place); at >= 0; at = Chunk.indexOf(place, at + 1)) {
                compare(QByteArray(Chunk).replace(at, place.size(), value));
                compare(QByteArray(Chunk).insert(at, value));
            }
        }
    }
    for (const char *name : {"choices", "delta", "content", "error", "object", "usage", "type",
                             "finish_reason", "refusal", "reasoning", "tool_calls"}) {
        for (const QByteArray &value : OddValues) {
            const QByteArray member = '"' + QByteArray(name) + "\":" + value + ',';
            for (qsizetype at = Chunk.indexOf('{'); at >= 0; at = Chunk.indexOf('{', at + 1))
                compare(QByteArray(Chunk).insert(at + 1, member));
        }
    }
    QVERIFY2(m_read > 200, qPrintable(QString::number(m_read)));
}

void tst_PlainTextReader::agreesOnSamples()
{
    m_read = 0;
    for (const QByteArray &sample : m_samples)
        compare(sample);
    QVERIFY(m_read > 50);
}

void tst_PlainTextReader::agreesOnDamage()
{
    const QByteArray odd("\"\\{}[],:\n 0-.en\x80\xFF\0", 18);
    m_read = 0;
    for (const QByteArray &sample : {Chunk, chunkWithText(R"("a\n\ud83d\ude00b")")}) {
        for (qsizetype at = 0; at <= sample.size(); ++at) {
            compare(sample.first(at));
            compare(sample.sliced(at));
            compare(QByteArray(sample).remove(at, 1));
            compare(QByteArray(sample).insert(at, sample));
            for (const char byte : odd) {
                compare(QByteArray(sample).insert(at, byte));
                compare(QByteArray(sample).replace(at, 1, &byte, 1));
            }
        }
    }
    QVERIFY(m_read > 500);
}

void tst_PlainTextReader::agreesOnMuchDamage()
{
    QRandomGenerator random(20261122);
    const auto bounded = [&random](qsizetype limit) { return random.bounded(int(limit)); };
    m_read = 0;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray data = i % 2 ? Chunk : m_samples.at(bounded(m_samples.size()));
        for (int changes = 1 + bounded(3); changes > 0; --changes) {
            const QByteArray other = m_samples.at(bounded(m_samples.size()));
            const QByteArray part = bounded(2) ? OddValues.at(bounded(OddValues.size()))
                                               : other.mid(bounded(other.size()), bounded(20));
            data.replace(bounded(data.size() + 1), bounded(4), part);
        }
        compare(data);
    }
    QVERIFY(m_read > 500);
}

void tst_PlainTextReader::joinsBothEncodings()
{
    TextJoiner text;
    QVERIFY(text.isEmpty());
    text.add(QString());
    text.add(QByteArrayView("a\xC3\xA4"));
    QVERIFY(!text.isEmpty());
    text.add(QByteArrayView("b"));
    text.add(u"c"_s + QChar(0xD83D));
    text.add(u"d"_s);
    text.add(QByteArrayView("e"));
    QCOMPARE(text.take(), u"aäbc"_s + QChar(0xD83D) + u"de"_s);
    QVERIFY(text.isEmpty());
    QCOMPARE(text.take(), QString());
}

QTEST_GUILESS_MAIN(tst_PlainTextReader)
#include "tst_plain_text_reader.moc"
