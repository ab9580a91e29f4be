// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TranscriptFixture.h"
#include "ui/chat/transcript/EntryPainter.h"
#include "ui/chat/transcript/TranscriptRows.h"

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace litedeck::test;

namespace {

/// Rows of one turn in a viewport that is never shown.
class Sample
{
public:
    explicit Sample(const QString &reply)
    {
        viewport.resize(800, 400);
        stack.setTurns({turnOf(TheTurn.value, u"Why?"_s, reply)});
        place({});
    }

    void place(EntryStack::Anchor anchor)
    {
        stack.setAnchor(anchor);
        rows.set(stack.place(viewport.height(), false));
    }

    QWidget viewport;
    CodeColorist colorist;
    EntryStack stack{EntryFrame{{QFont(), QPalette()}, 600, 1, &colorist}};
    TranscriptRows rows{stack, viewport};
};

QString codeOf(int lines)
{
    QString code = u"```cpp\n"_s;
    for (int i = 0; i < lines; ++i)
        code += u"line %1;\n"_s.arg(i);
    return code + u"```\n"_s;
}

} // namespace

class tst_TranscriptRows : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatIsUnderAPoint();
    void knowsWhereTheTextInSightBegins();
    void dropsRowsOfLeavesThatAreGone();
    void keepsTheBarOfCodeInSight();
};

void tst_TranscriptRows::findsWhatIsUnderAPoint()
{
    Sample sample(u"[target](https://example.org/a) and more"_s);
    const QRect edit = sample.rows.actionRect(0, EntryAction::Edit);
    QVERIFY(!edit.isEmpty());
    TranscriptHit hit = sample.rows.hitTest(edit.center());
    QCOMPARE(hit.entry, 0);
    QVERIFY(hit.action == EntryAction::Edit);
    QVERIFY(hit.isOnControl());
    QVERIFY(sample.rows.actionRect(1, EntryAction::Edit).isEmpty());

    const QRect line = sample.rows.lineRect({1, 0, 0});
    QCOMPARE(line.left(), 100);
    hit = sample.rows.hitTest(line.topLeft() + QPoint(1, 8));
    QCOMPARE(hit.link, u"https://example.org/a"_s);
    QVERIFY(hit.place == (TextPlace{1, 0, 0}));
    QVERIFY(!hit.isOnControl());
    QCOMPARE(sample.rows.hitTest(line.topLeft() + QPoint(500, 8)).link, QString());
    QCOMPARE(sample.rows.hitTest({10, 399}).entry, -1);
}

void tst_TranscriptRows::knowsWhereTheTextInSightBegins()
{
    Sample sample(longMarkdown(60));
    QVERIFY(sample.rows.firstPlace() == (TextPlace{0, 0, 0}));
    sample.place({1, 5, 3});
    QVERIFY(sample.rows.firstPlace() == (TextPlace{1, 5, 0}));
    QVERIFY(sample.rows.entryRect(0).isEmpty());
    QVERIFY(sample.rows.entryRect(1).top() < 0);
}

void tst_TranscriptRows::dropsRowsOfLeavesThatAreGone()
{
    Sample sample(u"One\n\nTwo\n\nThree"_s);
    const qsizetype rows = sample.rows.all().size();
    Entry &reply = sample.stack.at(1);
    reply.setSource(u"One"_s);
    sample.stack.read(1, QDeadlineTimer(QDeadlineTimer::Forever));
    sample.rows.dropStale();
    QVERIFY(sample.rows.isIncomplete());
    QVERIFY(sample.rows.all().size() < rows);
    QVERIFY(sample.rows.all().last().tail);
    QCOMPARE(sample.rows.all().last().row, reply.tailRow());
    sample.place({});
    QVERIFY(!sample.rows.isIncomplete());
}

void tst_TranscriptRows::keepsTheBarOfCodeInSight()
{
    Sample sample(codeOf(80));
    QVERIFY(!sample.rows.codeRuns().first().isStuck);
    sample.place({1, 20, 0});
    const QList<TranscriptRows::CodeRun> runs = sample.rows.codeRuns();
    QCOMPARE(runs.size(), 1);
    QVERIFY(runs.first().isStuck);
    QCOMPARE(runs.first().bar.top(), 0);
    const QRect copy = EntryPainter::codeButtonRect(runs.first().bar, sample.stack.frame().style);
    const TranscriptHit hit = sample.rows.hitTest(copy.center());
    QCOMPARE(hit.codeBlock, runs.first().block);
    QVERIFY(hit.isOnControl());
}

QTEST_MAIN(tst_TranscriptRows)
#include "tst_transcript_rows.moc"
