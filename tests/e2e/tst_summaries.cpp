// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "JobsDeck.h"
#include "Line.h"
#include "core/saas/JobsApi.h"
#include "tests/support/SaasGateway.h"
#include "ui/jobs/SummariesModel.h"

#include <QTabWidget>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

/// The summaries beside the team's ledger, which others go on with.
class tst_Summaries : public QObject
{
    Q_OBJECT

private slots:
    void creditsAreThoseOfTheLedgerNow();
};

void tst_Summaries::creditsAreThoseOfTheLedgerNow()
{
    const QString ledgerPath = u"/api/credits/teams/*/transactions"_s;
    JobsDeck deck({.pastJobs = 20, .now = scenario().now});
    Connection colleague({.server = deck.gateway.baseUrl(),
                          .team = {deck.gateway.teamId()},
                          .virtualKey = deck.gateway.virtualKey()},
                         {}, deck.clock);
    const JobsApi api(gatewayOf(colleague));
    QList<JobId> open;
    for (int i = 0; i < 4; ++i) {
        const auto created = answer(api.create(u"colleague"_s, {}));
        QVERIFY(created);
        open += created->id;
    }
    const auto completeOne = [&] { return bool(answer(api.complete(open.takeLast(), true, {}))); };
    const auto showSummaries = [&deck] {
        const bool isLoaded = deck.showJobs();
        deck.find<QTabWidget>(u"jobsTabs"_s)->setCurrentIndex(1);
        return isLoaded;
    };
    const auto credits = [&deck] {
        auto *model =
            qobject_cast<SummariesModel *>(deck.find<QTableView>(u"summariesTable"_s)->model());
        for (const CostGroup &group : model->rows()) {
            if (group.key == "colleague"_L1)
                return group.credits.isKnown() ? group.credits.value : 0;
        }
        return qint64(-1);
    };
    const auto asked = [&] { return deck.gateway.countRequests("GET", ledgerPath); };
    const auto accountIsAsked = [&deck] {
        return deck.pass(TeamMonitor::VisibleInterval) && deck.comesToRest();
    };
    QVERIFY(showSummaries());
    QTRY_COMPARE(asked(), 1);
    QVERIFY(deck.comesToRest());
    QCOMPARE(credits(), 0);

    // What an earlier run kept is not enough.
    deck.workspace.reset();
    QVERIFY(completeOne());
    deck.open();
    QVERIFY(showSummaries());
    QTRY_COMPARE(credits(), 1);
    QVERIFY(deck.comesToRest());
    QCOMPARE(asked(), 2);

    // Charges that happen while one looks; none, and nothing is asked.
    QVERIFY(accountIsAsked());
    QCOMPARE(asked(), 2);
    QVERIFY(completeOne());
    QVERIFY(accountIsAsked());
    QTRY_COMPARE(credits(), 2);
    QCOMPARE(asked(), 3);

    // The page of the team looks as well, and leaves.
    auto *frame = deck.window().findChild<ShellFrame *>();
    frame->setCurrentPage(Page::Team);
    QVERIFY(deck.comesToRest());
    frame->setCurrentPage(Page::Jobs);
    QVERIFY(deck.comesToRest());
    const int before = asked();
    QVERIFY(completeOne());
    QVERIFY(accountIsAsked());
    QTRY_COMPARE(credits(), 3);
    QCOMPARE(asked(), before + 1);

    // Nobody looks, as the list does as well: it is asked for once somebody does.
    frame->setCurrentPage(Page::Diagnostics);
    QVERIFY(completeOne());
    QVERIFY(accountIsAsked());
    QCOMPARE(asked(), before + 1);
    frame->setCurrentPage(Page::Jobs);
    QTRY_COMPARE(credits(), 4);
    QVERIFY(deck.comesToRest());
    QCOMPARE(asked(), before + 2);
}

QTEST_MAIN(tst_Summaries)
#include "tst_summaries.moc"
