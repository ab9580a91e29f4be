// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TranscriptFixture.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace litedeck::test;

namespace {

/// Words in a fixed order, some of them with marks, without an end of line.
QString paragraph(const QStringList &words, qsizetype length, quint32 seed)
{
    QRandomGenerator random(seed);
    QString text;
    while (text.size() < length)
        text += words[random.bounded(words.size())] + u' ';
    return text;
}

const QStringList Plain{u"the"_s,    u"gateway"_s, u"answers,"_s, u"(slowly)"_s,
                        u"AVATAR"_s, u"but"_s,     u"42"_s,       u"times"_s,
                        u"a"_s,      u"day."_s,    u"affinity"_s, u"“quoted”"_s};
const QStringList Styled{u"**bold words"_s,
                         u"end**"_s,
                         u"*slanted*"_s,
                         u"`code`"_s,
                         u"~~old~~"_s,
                         u"[link](https://example.org/a)"_s,
                         u"https://example.org"_s,
                         u"word"_s,
                         u"another"_s,
                         u"thing"_s,
                         u"`long code with spaces`"_s};
const QStringList Scripts{u"words"_s,      u"слова"_s, u"λέξεις"_s, u"漢字かな"_s,
                          u"\U0001F600"_s, u"नमस्ते"_s,  u"more"_s,   u"cafe\u0301"_s};
const QStringList BothWays{u"words"_s, u"שלום"_s, u"123"_s, u"مرحبا"_s, u"(both)"_s, u"ways"_s};

const BlockInfo None;
const LinkDefinitions NoDefinitions;

} // namespace

class tst_GrowingParagraph : public QObject
{
    Q_OBJECT

private slots:
    void looksAsIfLaidOutAtOnce_data();
    void looksAsIfLaidOutAtOnce();
    void onlyTheEndIsLaidOutAgain();
    void placesInStretches();
    void linesBreakAnewWhereMarksTurnOutToBeText();
};

void tst_GrowingParagraph::looksAsIfLaidOutAtOnce_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("before");
    QTest::newRow("plain") << Plain << QString();
    QTest::newRow("styled") << Plain + Styled << QString();
    QTest::newRow("scripts") << Plain + Scripts << QString();
    // Orders that put boxes of a missing font before a line's end.
    for (const quint32 seed : {3, 4, 5, 6, 13, 14}) {
        QRandomGenerator random(seed);
        QStringList words = Plain + Scripts;
        std::shuffle(words.begin(), words.end(), random);
        QTest::addRow("scripts in order %u", seed) << words << QString();
    }
    QTest::newRow("scripts that have a font")
        << Plain + Scripts.first(5) + Scripts.last(2) << QString();
    QTest::newRow("both ways") << Plain + BothWays << QString();
    QTest::newRow("in a list of a quote") << Plain + Styled << u"> - "_s;
    QTest::newRow("heading") << Plain + Styled << u"## "_s;
    QTest::newRow("hard breaks") << Plain + QStringList{u"line\\\n"_s, u"soft\n"_s} << QString();
}

void tst_GrowingParagraph::looksAsIfLaidOutAtOnce()
{
    QFETCH(QStringList, words);
    QFETCH(QString, before);
    const QString text = before + paragraph(words, 2400, 7);
    QRandomGenerator random(5);
    Fixture grown({turnOf(TheTurn.value, u"Why?"_s, {}, TurnState::Streaming)}, {560, 700});
    Fixture atOnce({}, {560, 700});
    int step = 0;
    for (qsizetype at = 0; at < text.size(); ++step) {
        const qsizetype length = 1 + random.bounded(90);
        grown.view.appendReply(TheTurn, text.mid(at, length));
        at += length;
        grown.view.processPendingText();
        QCoreApplication::processEvents();
        const QString where = u"after %1 characters"_s.arg(at);
        QVERIFY2(grown.shown() == grown.painted(), qPrintable(where));
        if (step % 4 > 0 && at < text.size())
            continue;
        atOnce.view.setTurns({turnOf(TheTurn.value, u"Why?"_s,
                                     text.first(std::min(at, text.size())), TurnState::Streaming)});
        atOnce.settle();
        QVERIFY2(grown.view.viewport()->grab().toImage() ==
                     atOnce.view.viewport()->grab().toImage(),
                 qPrintable(where));
    }
}

void tst_GrowingParagraph::onlyTheEndIsLaidOutAgain()
{
    const TranscriptStyle style{QFont(), QPalette()};
    const QString text = paragraph(Plain + Styled, 2000, 3);
    Leaf leaf;
    std::unique_ptr<LeafLayout> layout;
    const auto layOut = [&](qsizetype length) {
        leaf.source = text.first(length);
        layout = std::make_unique<LeafLayout>(
            leaf, LeafContext{None, NoDefinitions, style, 500, {}, nullptr, true, layout.get()});
    };
    layOut(1850);
    QCOMPARE(layout->unchangedHeight(), 0);
    layOut(1900);
    layOut(1950);
    const int lines = layout->height() / style.lineHeight;
    const int unchanged = layout->unchangedHeight() / style.lineHeight;
    QVERIFY2(unchanged >= lines - 3, qPrintable(u"%1 of %2"_s.arg(unchanged).arg(lines)));
    QVERIFY(unchanged < lines);
}

void tst_GrowingParagraph::placesInStretches()
{
    const TranscriptStyle style{QFont(), QPalette()};
    Leaf leaf;
    leaf.source = paragraph(Plain + Styled, 1800, 9) + u"end"_s;
    LeafContext open{None, NoDefinitions, style, 500, {}, nullptr, true, nullptr};
    const LeafLayout one(leaf, open);
    LeafLayout before(leaf, open);
    open.before = &before;
    const LeafLayout parted(leaf, open);
    QCOMPARE(parted.height(), one.height());
    QCOMPARE(parted.textLength(), one.textLength());
    for (qsizetype offset = 0; offset < one.textLength(); offset += 7)
        QCOMPARE(parted.lineRect(offset), one.lineRect(offset));
    for (int y = -3; y < one.height() + 9; y += 5) {
        for (int x = -5; x < 520; x += 11) {
            QCOMPARE(parted.offsetAt(QPointF(x, y)), one.offsetAt(QPointF(x, y)));
            QCOMPARE(parted.linkAt(QPointF(x, y)), one.linkAt(QPointF(x, y)));
        }
    }
}

void tst_GrowingParagraph::linesBreakAnewWhereMarksTurnOutToBeText()
{
    const TranscriptStyle style{QFont(), QPalette()};
    const QString words = paragraph(Plain, 900, 2);
    for (int length = 300; length < 400; ++length) {
        Leaf leaf;
        leaf.source = u'x' + QString(length % 40, u'x') + words.first(length) + u" `iiiiiiii "_s +
                      words.first(85);
        LeafContext context{None, NoDefinitions, style, 500, {}, nullptr, true, nullptr};
        LeafLayout first(leaf, context);
        context.before = &first;
        LeafLayout parted(leaf, context);
        // No more text comes, so that nothing closes the code.
        context.openEnd = false;
        context.before = &parted;
        const LeafLayout grown(leaf, context);
        context.before = nullptr;
        const LeafLayout atOnce(leaf, context);
        QCOMPARE(grown.height(), atOnce.height());
        for (qsizetype offset = 0; offset < atOnce.textLength(); offset += 3)
            QCOMPARE(grown.lineRect(offset), atOnce.lineRect(offset));
    }
}

QTEST_MAIN(tst_GrowingParagraph)
#include "tst_growing_paragraph.moc"
