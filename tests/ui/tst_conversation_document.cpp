// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/ConversationDocument.h"

#include "core/base/Redactor.h"
#include "core/base/Utc.h"
#include "core/exchange/MarkdownHtml.h"

#include <QTest>

#include <thread>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

Conversation sample()
{
    Conversation conversation;
    conversation.title = u"Rivers & <lakes>"_s;
    conversation.settings.systemPrompt = u"Be brief."_s;
    Turn turn;
    turn.model = {u"gpt-4o"_s};
    turn.prompt = u"Which is the <longest>?\nKey: live-key-1234"_s;
    turn.reply = u"The **Nile**.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```py\nx = 1\n```"_s;
    turn.state = TurnState::Complete;
    turn.sentAt = QDateTime({2026, 11, 22}, {9, 0}, Utc);
    turn.attachments = {{u"map.png"_s, u"image/png"_s, "x"}};
    turn.cost.cost = Measured<Usd>::reported({4'200'000});
    conversation.turns.append(turn);
    turn.reply.clear();
    turn.state = TurnState::Failed;
    turn.error = Error{.message = u"Overloaded"_s};
    conversation.turns.append(turn);
    return conversation;
}

QByteArray written(QByteArray (*write)(const Conversation &, Redaction &))
{
    Redaction redaction(Redactor({u"live-key-1234"_s}));
    const QByteArray document = write(sample(), redaction);
    // The prompt stands in both turns.
    return redaction.count() == 2 ? document : "wrongly counted";
}

} // namespace

class tst_ConversationDocument : public QObject
{
    Q_OBJECT

private slots:
    void writesMarkdown();
    void writesHtml();
    void writesPdfOnAnyThread();
    void rendersMarkdownSafely_data();
    void rendersMarkdownSafely();
};

void tst_ConversationDocument::writesMarkdown()
{
    const QString text = QString::fromUtf8(written(&conversationMarkdown));
    QVERIFY(text.startsWith(u"# Rivers & <lakes>\n\n## System prompt\n\nBe brief.\n\n## You"_s));
    QVERIFY(text.contains(u"## gpt-4o\n\nThe **Nile**.\n"_s));
    QVERIFY(text.contains(u"_Attached: map.png_"_s));
    QVERIFY(text.contains(u"_Ended with an error: Overloaded_"_s));
    QVERIFY(text.contains(u"_Cost: $0.0042"_s));
    QVERIFY(!text.contains(u"live-key-1234"_s));
}

void tst_ConversationDocument::writesHtml()
{
    const QString text = QString::fromUtf8(written(&conversationHtml));
    QVERIFY(text.contains(u"<title>Rivers &amp; &lt;lakes&gt;</title>"_s));
    QVERIFY(text.contains(u"Which is the &lt;longest&gt;?"_s));
    QVERIFY(text.contains(u"<strong>Nile</strong>"_s));
    QVERIFY(text.contains(u"<td>1</td>"_s));
    QVERIFY(!text.contains(u"live-key-1234"_s));
}

void tst_ConversationDocument::writesPdfOnAnyThread()
{
    QByteArray pdf;
    std::thread([&pdf] { pdf = written(&conversationPdf); }).join();
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
}

void tst_ConversationDocument::rendersMarkdownSafely_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    QTest::newRow("raw HTML") << u"a <script>alert(1)</script>"_s
                              << u"<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"_s;
    QTest::newRow("a placeholder") << u"git clone <url>, List<String>"_s
                                   << u"<p>git clone &lt;url&gt;, List&lt;String&gt;</p>\n"_s;
    QTest::newRow("a line break") << u"a<br>b"_s << u"<p>a<br />\nb</p>\n"_s;
    QTest::newRow("a block of HTML") << u"<div>\n<b>x</b>\n</div>"_s
                                     << u"<p>&lt;div&gt;<br />\n&lt;b&gt;x&lt;/b&gt;<br />\n"
                                        "&lt;/div&gt;</p>\n"_s;
    QTest::newRow("a dangerous link")
        << u"[x](javascript:alert)"_s << u"<p><a href=\"\">x</a></p>\n"_s;
    QTest::newRow("an image") << u"![a *b*](http://x/y.png)"_s
                              << u"<p><a href=\"http://x/y.png\">a <em>b</em></a></p>\n"_s;
    QTest::newRow("images in images")
        << u"![a ![b](http://x/2)](http://x/1)"_s
        << u"<p><a href=\"http://x/1\">a <a href=\"http://x/2\">b</a></a></p>\n"_s;
    QTest::newRow("struck out") << u"~~x~~"_s << u"<p><del>x</del></p>\n"_s;
}

void tst_ConversationDocument::rendersMarkdownSafely()
{
    QFETCH(QString, markdown);
    QTEST(markdownToHtml(markdown), "html");
}

QTEST_MAIN(tst_ConversationDocument)
#include "tst_conversation_document.moc"
