// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/ToolCallText.h"

#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

QString written(const QList<ToolCallPiece> &pieces, bool hasText = false)
{
    ToolCallText calls;
    QString text;
    // One at a time, as they arrive.
    for (const ToolCallPiece &piece : pieces)
        text += calls.feed({piece}, hasText || !text.isEmpty());
    return text + calls.close();
}

QString block(const QString &name, const QString &arguments)
{
    return u"```json\n{\n  \"tool_call\": \"%1\",\n  \"arguments\": %2\n}\n```\n\n"_s.arg(
        name, arguments);
}

} // namespace

/// How calls of tools become part of a reply's text.
class tst_ToolCallText : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void standsApartFromText();
    void closesOnlyWhatIsOpen();
};

void tst_ToolCallText::writes_data()
{
    QTest::addColumn<QList<ToolCallPiece>>("pieces");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QList<ToolCallPiece> &pieces, const QString &text) {
        QTest::newRow(name) << pieces << text;
    };
    const QString paris = block(u"get_weather"_s, u"{\n    \"city\": \"Paris\"\n  }"_s);
    row("in one piece", {{.name = u"get_weather"_s, .arguments = u"{\"city\":\"Paris\"}"_s}},
        paris);
    row("in pieces",
        {{.call = 0, .name = u"get_weather"_s},
         {.call = 0, .arguments = u"{\"ci"_s},
         {.call = 0, .arguments = u"ty\":\"Pa"_s},
         {.call = 0, .arguments = u"ris\"}"_s}},
        paris);
    row("without arguments", {{.name = u"now"_s}}, block(u"now"_s, u"{}"_s));
    row("one after the other",
        {{.call = 0, .name = u"f"_s, .arguments = u"{}"_s},
         {.call = 1, .name = u"g"_s, .arguments = u"{}"_s}},
        block(u"f"_s, u"{}"_s) + u"\n\n"_s + block(u"g"_s, u"{}"_s));
    row("whole calls share a number",
        {{.name = u"f"_s, .arguments = u"{}"_s, .isWhole = true},
         {.name = u"f"_s, .arguments = u"{}"_s, .isWhole = true}},
        block(u"f"_s, u"{}"_s) + u"\n\n"_s + block(u"f"_s, u"{}"_s));
    row("a late piece says whose it is",
        {{.call = 0, .name = u"f"_s, .arguments = u"{"_s},
         {.call = 1, .name = u"g"_s, .arguments = u"{}"_s},
         {.call = 0, .arguments = u"}"_s}},
        u"```json\n{\n  \"tool_call\": \"f\",\n  \"arguments\": {}\n```\n\n"_s + u"\n\n"_s +
            block(u"g"_s, u"{}"_s) +
            u"\n\n```json\n{\n  \"tool_call\": \"f\",\n  \"arguments\": \n}}"_s
            u"\n```\n\n"_s);
    row("a name with quotes", {{.name = u"a\"b"_s}}, block(u"a\\\"b"_s, u"{}"_s));
    row("no fence inside a string", {{.name = u"f"_s, .arguments = u"{\"x\":\"\n```\n\"}"_s}},
        block(u"f"_s, u"{\n    \"x\": \" ``` \"\n  }"_s));
}

void tst_ToolCallText::writes()
{
    QFETCH(const QList<ToolCallPiece>, pieces);
    QFETCH(const QString, text);
    QCOMPARE(written(pieces), text);
}

void tst_ToolCallText::standsApartFromText()
{
    QCOMPARE(written({{.name = u"f"_s}}, true), u"\n\n"_s + block(u"f"_s, u"{}"_s));
}

void tst_ToolCallText::closesOnlyWhatIsOpen()
{
    ToolCallText calls;
    QVERIFY(calls.close().isEmpty());
    calls.feed({{.name = u"f"_s, .arguments = u"{\"a\":"_s}}, false);
    // Cut in the middle: what came stands there, and the block ends.
    QCOMPARE(calls.close(), u"\n  }\n```\n\n"_s);
    QVERIFY(calls.close().isEmpty());
}

QTEST_GUILESS_MAIN(tst_ToolCallText)
#include "tst_tool_call_text.moc"
