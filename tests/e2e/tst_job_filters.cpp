// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "JobsDeck.h"
#include "Line.h"
#include "core/saas/JobsApi.h"
#include "tests/support/SaasGateway.h"
#include "ui/jobs/JobFilterBar.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>

#include <functional>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Wanted = std::function<bool(const QJsonObject &job)>;

QDateTime created(const QJsonObject &job)
{
    return QDateTime::fromString(job[u"created_at"_s].toString(), Qt::ISODate);
}

Wanted has(const QString &member, const QStringList &values)
{
    return [=](const QJsonObject &job) { return values.contains(job[member].toString()); };
}

Wanted createdIn(const QDateTime &from, const QDateTime &until)
{
    return [=](const QJsonObject &job) { return created(job) >= from && created(job) < until; };
}

Wanted contains(const QByteArray &text)
{
    return [=](const QJsonObject &job) {
        return QJsonDocument(job).toJson().toLower().contains(text);
    };
}

} // namespace

Q_DECLARE_METATYPE(Wanted)

/// Each filter of the jobs table, with each of its values, against what the server itself says.
class tst_JobFilters : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_deck.reset(); }
    void letsThrough_data();
    void letsThrough();
    void costs_data();
    void costs();
    void combined();
    void relativeTimesMoveOn();
    void theHourMovesOnOutOfSight();

private:
    void compare(const Wanted &wanted);

    std::unique_ptr<JobsDeck> m_deck;
    QHash<QString, double> m_dollars; ///< By job id; -1 where the server booked nothing.
};

void tst_JobFilters::initTestCase()
{
    m_deck = std::make_unique<JobsDeck>(demo::DemoScenario{
        .seed = 5, .pastJobs = 240, .now = scenario().now}); // enough of them for each status
    JobsDeck &deck = *m_deck;
    QVERIFY(deck.showJobs());
    // The window reads the costs of jobs that are looked at, and of those they are compared with.
    for (int row = 0; row < deck.rows(); row += 5) {
        if (deck.jobs().at(row).job.isOpen())
            continue; // not final
        deck.table()->setCurrentIndex(deck.table()->model()->index(row, 0));
        QVERIFY(deck.passUntil([&] { return deck.jobs().at(row).figures.has_value(); }));
    }
    QTest::keyClick(deck.table(), Qt::Key_Escape);
    QSet<QString> read;
    for (const demo::SeenRequest &request : deck.gateway.requests()) {
        if (request.path.endsWith("/costs"_L1))
            read.insert(request.path.section(u'/', -2, -2));
    }
    QVERIFY(read.size() < deck.rows());
    // What the gateway itself says of them, asked for beside the window.
    Connection connection({.server = deck.gateway.baseUrl(),
                           .team = {deck.gateway.teamId()},
                           .virtualKey = deck.gateway.virtualKey()},
                          {}, deck.clock);
    const JobsApi api(gatewayOf(connection));
    for (const QString &id : std::as_const(read)) {
        const auto answered = answer(api.rawCosts({id}));
        QVERIFY(answered);
        double dollars = -1;
        for (const QJsonValue call : (*answered)[u"costs"_s][u"breakdown"_s].toArray()) {
            if (call[u"prompt_tokens"_s].toInt() + call[u"completion_tokens"_s].toInt() > 0)
                dollars = std::max(dollars, 0.0) + call[u"cost_usd"_s].toDouble();
        }
        m_dollars.insert(id, dollars);
        QTRY_VERIFY(deck.jobs().book().row({id})->figures.has_value());
    }
}

void tst_JobFilters::compare(const Wanted &wanted)
{
    const QStringList shown = m_deck->ids();
    QVERIFY(!shown.isEmpty());
    QVERIFY(shown.size() < m_deck->gateway.jobs().size());
    QCOMPARE(shown, m_deck->idsWhere(wanted));
}

void tst_JobFilters::letsThrough_data()
{
    QTest::addColumn<QString>("combo");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<Wanted>("wanted");
    const QString status = u"status"_s;
    QTest::newRow("failed") << u"jobsStatus"_s << u"Failed"_s << has(status, {u"FAILED"_s});
    QTest::newRow("completed") << u"jobsStatus"_s << u"Completed"_s
                               << has(status, {u"COMPLETED"_s});
    QTest::newRow("in progress") << u"jobsStatus"_s << u"In progress"_s
                                 << has(status, {u"IN_PROGRESS"_s});
    QTest::newRow("pending") << u"jobsStatus"_s << u"Pending"_s << has(status, {u"PENDING"_s});
    QTest::newRow("cancelled") << u"jobsStatus"_s << u"Cancelled"_s
                               << has(status, {u"CANCELLED"_s});
    QTest::newRow("open for long")
        << u"jobsStatus"_s << u"Open for long"_s << has(status, {u"PENDING"_s, u"IN_PROGRESS"_s});
    QSet<QString> types;
    QSet<QString> models;
    for (const QJsonValue job : m_deck->gateway.jobs()) {
        types.insert(job[u"job_type"_s].toString());
        for (const QJsonValue model : job[u"model_groups_used"_s].toArray())
            models.insert(model.toString());
    }
    for (const QString &type : std::as_const(types))
        QTest::newRow(qPrintable(type)) << u"jobsType"_s << type << has(u"job_type"_s, {type});
    for (const QString &model : std::as_const(models)) {
        QTest::newRow(qPrintable(model))
            << u"jobsModel"_s << model << Wanted([=](const QJsonObject &job) {
                   return job[u"model_groups_used"_s].toArray().contains(model);
               });
    }
    const QDateTime now = m_deck->clock.utcNow();
    const QDateTime midnight = now.toLocalTime().date().startOfDay();
    const QDateTime end = now.addDays(1);
    QTest::newRow("last hour") << u"jobsTime"_s << u"Last hour"_s
                               << createdIn(now.addSecs(-3600), end);
    QTest::newRow("today") << u"jobsTime"_s << u"Today"_s << createdIn(midnight, end);
    QTest::newRow("last 7 days") << u"jobsTime"_s << u"Last 7 days"_s
                                 << createdIn(now.addDays(-7), end);
    QTest::newRow("last 30 days") << u"jobsTime"_s << u"Last 30 days"_s
                                  << createdIn(now.addDays(-30), end);
    QTest::newRow("between") << u"jobsTime"_s << u"Between…"_s
                             << createdIn(QDate(2026, 11, 4).startOfDay(),
                                          QDate(2026, 11, 12).startOfDay());
    const QString id = m_deck->ids().at(7);
    QTest::newRow("text of the metadata")
        << QString() << u"billing-SERVICE"_s << contains("billing-service");
    QTest::newRow("text of an error") << QString() << u"rate limit"_s << contains("rate limit");
    QTest::newRow("an id") << QString() << id << has(u"job_id"_s, {id});
    QTest::newRow("two words") << QString() << u"review gpt"_s
                               << Wanted([](const QJsonObject &job) {
                                      return contains("review")(job) && contains("gpt")(job);
                                  });
}

void tst_JobFilters::letsThrough()
{
    QFETCH(QString, combo);
    QFETCH(QString, entry);
    QFETCH(Wanted, wanted);
    JobsDeck &deck = *m_deck;
    if (combo.isEmpty())
        QTest::keyClicks(deck.find(u"jobsSearch"_s), entry);
    else
        deck.choose(combo, entry);
    if (entry.startsWith("Between"_L1)) {
        // The days are taken in either order.
        deck.find<QDateEdit>(u"jobsFrom"_s)->setDate(QDate(2026, 11, 11));
        deck.find<QDateEdit>(u"jobsUntil"_s)->setDate(QDate(2026, 11, 4));
        QVERIFY(deck.find(u"jobsUntil"_s)->isVisibleTo(deck.find(u"jobsFilters"_s)));
    }
    compare(wanted);
    if (combo.isEmpty())
        deck.find<QLineEdit>(u"jobsSearch"_s)->clear();
    else
        deck.find<QComboBox>(combo)->setCurrentIndex(0);
    QCOMPARE(deck.rows(), int(deck.gateway.jobs().size()));
}

void tst_JobFilters::costs_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<double>("least");
    QTest::newRow("reported") << u"Reported"_s << 0.0;
    QTest::newRow("not reported") << u"Not reported"_s << -1.0;
    QTest::newRow("not read") << u"Not read yet"_s << -2.0;
    QTest::newRow("a tenth of a cent") << u"$0.001 or more"_s << 0.001;
    QTest::newRow("a cent") << u"$0.01 or more"_s << 0.01;
}

void tst_JobFilters::costs()
{
    QFETCH(QString, entry);
    QFETCH(double, least);
    m_deck->choose(u"jobsCost"_s, entry);
    compare([&](const QJsonObject &job) {
        const double dollars = m_dollars.value(job[u"job_id"_s].toString(), -2);
        return least < 0 ? dollars == least : dollars >= least;
    });
    m_deck->find<QComboBox>(u"jobsCost"_s)->setCurrentIndex(0);
}

void tst_JobFilters::combined()
{
    JobsDeck &deck = *m_deck;
    deck.choose(u"jobsStatus"_s, u"Completed"_s);
    deck.choose(u"jobsTime"_s, u"Last 30 days"_s);
    deck.choose(u"jobsCost"_s, u"Reported"_s);
    QTest::keyClicks(deck.find(u"jobsSearch"_s), u"review"_s);
    const QDateTime from = deck.clock.utcNow().addDays(-30);
    compare([&](const QJsonObject &job) {
        return job[u"status"_s].toString() == "COMPLETED"_L1 && created(job) >= from &&
               m_dollars.value(job[u"job_id"_s].toString(), -2) >= 0 && contains("review")(job);
    });
    QVERIFY(deck.find<QAbstractButton>(u"jobsMoreFilters"_s)->text().contains("(2)"_L1));
}

void tst_JobFilters::relativeTimesMoveOn()
{
    JobsDeck deck({.seed = 5, .pastJobs = 2000, .now = scenario().now});
    QVERIFY(deck.showJobs());
    QVERIFY(deck.comesToRest());
    const auto *bar = deck.window().findChild<JobFilterBar *>();
    QSignalSpy changed(bar, &JobFilterBar::filterChanged);
    deck.choose(u"jobsTime"_s, u"Last hour"_s);
    const QStringList before = deck.ids();
    QVERIFY(!before.isEmpty());
    QCOMPARE(changed.size(), 1);
    // Once a minute, not at each look at the clock.
    QVERIFY(deck.pass(3min + 20s));
    QCOMPARE(changed.size(), 4);
    const QDateTime oldest = created(deck.gateway.job(before.constLast()));
    const qint64 left = deck.clock.utcNow().msecsTo(oldest) + 3'600'000;
    QVERIFY(deck.pass(Milliseconds(left) + 1min));
    QVERIFY(!deck.ids().contains(before.constLast()));
    const QDateTime from = bar->filter().from;
    QVERIFY(from >= deck.clock.utcNow().addSecs(-3600 - 75));
    QCOMPARE(deck.ids(), deck.idsWhere(createdIn(from, deck.clock.utcNow().addDays(2))));
    // What begins at midnight, or at no time at all, stays as it is.
    for (const QString &entry : {u"Today"_s, u"Any time"_s, u"Between…"_s}) {
        deck.choose(u"jobsTime"_s, entry);
        changed.clear();
        QVERIFY(deck.pass(3min));
        QCOMPARE(changed.size(), 0);
    }
    // Who has scrolled away from the chosen job stays there.
    deck.choose(u"jobsTime"_s, u"Last 7 days"_s);
    deck.selectFirst();
    QScrollBar *scroll = deck.table()->verticalScrollBar();
    scroll->setValue(scroll->maximum() / 2);
    const int place = scroll->value();
    QVERIFY(place > 0);
    changed.clear();
    QVERIFY(deck.pass(1min + 20s));
    QCOMPARE(changed.size(), 1);
    QVERIFY(deck.table()->currentIndex().isValid());
    QCOMPARE(scroll->value(), place);
}

void tst_JobFilters::theHourMovesOnOutOfSight()
{
    JobsDeck deck({.seed = 5, .pastJobs = 240, .now = scenario().now});
    QVERIFY(deck.showJobs());
    QVERIFY(deck.comesToRest());
    deck.choose(u"jobsTime"_s, u"Today"_s);
    deck.choose(u"jobsStatus"_s, u"Open for long"_s);
    const auto *bar = deck.window().findChild<JobFilterBar *>();
    QSignalSpy changed(bar, &JobFilterBar::filterChanged);
    const QDateTime before = bar->filter().openSince;
    // The summaries have the filters of the list.
    auto *tabs = deck.find<QTabWidget>(u"jobsTabs"_s);
    tabs->setCurrentIndex(1);
    QVERIFY(deck.pass(2min + 20s));
    QCOMPARE(changed.size(), 2);
    QVERIFY(bar->filter().openSince >= before.addSecs(60));
    auto *frame = deck.window().findChild<ShellFrame *>();
    frame->setCurrentPage(Page::Chats);
    QVERIFY(deck.pass(2min));
    QCOMPARE(changed.size(), 2);
    QVERIFY(deck.comesToRest());
    deck.clock.advance(24h);
    frame->setCurrentPage(Page::Jobs);
    QCOMPARE(changed.size(), 3);
    const QDateTime now = deck.clock.utcNow();
    QCOMPARE(bar->filter().openSince, now.addSecs(-15 * 60));
    QCOMPARE(bar->filter().from, now.toLocalTime().date().startOfDay());
}

QTEST_MAIN(tst_JobFilters)
#include "tst_job_filters.moc"
