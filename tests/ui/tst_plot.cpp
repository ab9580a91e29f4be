// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utc.h"
#include "ui/team/TeamPlots.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/plot/PlotCard.h"
#include "ui/widgets/plot/PlotChart.h"
#include "ui/widgets/plot/PlotTableModel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QValueAxis>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 11, 22), QTime(9, 0), Utc);

/// Three charges of a credit a day for two weeks; the balance ends at 58.
QList<LedgerLine> ledger()
{
    QList<LedgerLine> lines;
    qint64 balance = 58;
    for (int i = 0; i < 42; ++i) {
        Transaction line{.id = QString::number(i),
                         .job = {u"job-%1"_s.arg(i)},
                         .type = u"deduction"_s,
                         .amount = 1,
                         .before = balance + 1,
                         .after = balance,
                         .reason =
                             u"Job type-%1 completed (job_based mode: 1 credits)"_s.arg(i % 9),
                         .createdAt = Now.addSecs(-i * 8 * 3600 - 60)};
        ++balance;
        lines += {line, 100 - i, false};
    }
    return lines;
}

QList<Transaction> transactions(const QList<LedgerLine> &lines)
{
    QList<Transaction> all;
    for (const LedgerLine &line : lines)
        all += line.transaction;
    return all;
}

Plot balancePlot()
{
    const auto lines = ledger();
    const Runway runway =
        estimateRunway({.lines = transactions(lines), .remaining = 58, .now = Now});
    return TeamPlots::balance(lines, lines.constLast().transaction.createdAt, runway, Now);
}

Plot bars(Plot::Kind kind, const QList<double> &values)
{
    Plot plot{.kind = kind};
    for (const double value : values) {
        plot.points += {0, value, u"value %1"_s.arg(value)};
        plot.labels += u"bar %1"_s.arg(value);
        plot.rows += {u"bar %1"_s.arg(value), QString::number(value)};
    }
    return plot;
}

struct Desk
{
    explicit Desk(const QStringList &headers = {u"What"_s, u"How much"_s})
        : card(u"Balance"_s, headers)
    {
        card.setEmpty(u"Nothing yet"_s, u"It comes."_s);
        card.resize(640, 320);
        card.show();
    }

    PlotChart *chart() const { return card.findChild<PlotChart *>(); }
    QTableView *table() const { return card.findChild<QTableView *>(); }
    QToolButton *button() const { return card.findChild<QToolButton *>(u"plotAsTable"_s); }
    QString readout() const { return card.findChild<QLabel *>(u"plotReadout"_s)->text(); }

    PlotCard card;
};

} // namespace

class tst_Plot : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyTheme(*qApp, ColorScheme::Light);
    }

    void saysWhyItIsEmpty();
    void keysWalkTheValues();
    void pointerFindsTheNearestValue_data();
    void pointerFindsTheNearestValue();
    void keepsItsPlaceWhenValuesCome();
    void smallAmountsFillTheAxis();
    void showsTheTable();
    void tableChangesByRow();
    void balanceAndForecast();
    void noForecastNoDashes();
    void months();
    void typesThatAreTooMany();
};

void tst_Plot::saysWhyItIsEmpty()
{
    const Desk desk;
    QVERIFY(!desk.chart()->isVisible());
    QVERIFY(!desk.button()->isVisible());
    QTest::keyClick(desk.chart(), Qt::Key_Right);
    QCOMPARE(desk.chart()->current(), -1);
}

void tst_Plot::keysWalkTheValues()
{
    Desk desk;
    Plot plot = bars(Plot::Kind::Columns, {3, 1, 2});
    plot.caption = u"How to read it"_s;
    desk.card.setPlot(plot);
    QVERIFY(desk.chart()->isVisible());
    QCOMPARE(desk.readout(), u"How to read it"_s);
    QCOMPARE(desk.chart()->focusPolicy(), Qt::StrongFocus);
    const auto press = [&desk](Qt::Key key) {
        QTest::keyClick(desk.chart(), key);
        return desk.readout();
    };
    QCOMPARE(press(Qt::Key_Right), u"value 3"_s);
    QCOMPARE(press(Qt::Key_Right), u"value 1"_s);
    QCOMPARE(press(Qt::Key_End), u"value 2"_s);
    QCOMPARE(press(Qt::Key_Right), u"value 2"_s);
    QCOMPARE(press(Qt::Key_Left), u"value 1"_s);
    QCOMPARE(press(Qt::Key_Home), u"value 3"_s);
    QCOMPARE(press(Qt::Key_Left), u"value 3"_s);
    QCOMPARE(desk.chart()->accessibleName(), u"Balance: value 3"_s);
}

void tst_Plot::pointerFindsTheNearestValue_data()
{
    QTest::addColumn<Plot>("plot");
    QTest::addColumn<QPointF>("first");
    QTest::addColumn<QPointF>("last");
    QTest::newRow("columns") << bars(Plot::Kind::Columns, {3, 1, 2}) << QPointF(0.1, 0.9)
                             << QPointF(0.9, 0.9);
    QTest::newRow("bars") << bars(Plot::Kind::Bars, {3, 1, 2}) << QPointF(0.1, 0.1)
                          << QPointF(0.1, 0.9);
    QTest::newRow("line") << balancePlot() << QPointF(0.001, 0.5) << QPointF(0.999, 0.5);
}

void tst_Plot::pointerFindsTheNearestValue()
{
    QFETCH(Plot, plot);
    QFETCH(QPointF, first);
    QFETCH(QPointF, last);
    Desk desk;
    desk.card.setPlot(plot);
    QVERIFY(QTest::qWaitForWindowExposed(&desk.card));
    QApplication::processEvents();
    const QRectF area = desk.chart()->chart()->plotArea();
    const auto point = [&](const QPointF &part) {
        return QPointF(area.left() + part.x() * area.width(), area.top() + part.y() * area.height())
            .toPoint();
    };
    QTest::mouseMove(desk.chart()->viewport(), point(first));
    QTRY_COMPARE(desk.readout(), plot.stops().constFirst().readout);
    QTest::mouseMove(desk.chart()->viewport(), point(last));
    QTRY_COMPARE(desk.readout(), plot.stops().constLast().readout);
}

void tst_Plot::keepsItsPlaceWhenValuesCome()
{
    Desk desk;
    desk.card.setPlot(bars(Plot::Kind::Bars, {3, 1}));
    QTest::keyClick(desk.chart(), Qt::Key_End);
    desk.card.setPlot(bars(Plot::Kind::Bars, {3, 5, 7}));
    QCOMPARE(desk.readout(), u"value 5"_s);
    desk.card.setPlot(bars(Plot::Kind::Bars, {3}));
    QCOMPARE(desk.chart()->current(), -1);
    desk.card.setPlot({});
    QVERIFY(!desk.chart()->isVisible());
}

void tst_Plot::smallAmountsFillTheAxis()
{
    Plot plot{.kind = Plot::Kind::Bars, .countsWholes = false};
    plot.points = {{0, 0.000146, u"one"_s}, {0, 0.0001, u"two"_s}};
    plot.labels = {u"one"_s, u"two"_s};
    PlotChart view;
    view.setPlot(plot);
    const auto axes = view.chart()->axes(Qt::Horizontal);
    const auto *axis = qobject_cast<QValueAxis *>(axes.value(0));
    QVERIFY(axis);
    QCOMPARE(axis->max(), 0.00015);
    QCOMPARE(axis->labelFormat(), u"%.5f"_s);
}

void tst_Plot::showsTheTable()
{
    Desk desk;
    desk.card.setPlot(bars(Plot::Kind::Bars, {3, 1}));
    QTest::keyClick(desk.button(), Qt::Key_Space);
    QVERIFY(desk.table()->isVisible());
    QVERIFY(!desk.chart()->isVisible());
    QCOMPARE(desk.table()->accessibleName(), u"Balance"_s);
    QCOMPARE(desk.table()->model()->rowCount(), 2);
    QCOMPARE(desk.table()->model()->index(1, 1).data().toString(), u"1"_s);
    QCOMPARE(desk.table()->model()->headerData(1, Qt::Horizontal).toString(), u"How much"_s);
    QTest::keyClick(desk.button(), Qt::Key_Space);
    QVERIFY(desk.chart()->isVisible());
}

void tst_Plot::tableChangesByRow()
{
    PlotTableModel model({u"a"_s, u"b"_s});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({{u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}});
    model.setRows({{u"1"_s, u"2"_s}, {u"3"_s, u"5"_s}, {u"6"_s, u"7"_s}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(1, 1).data().toString(), u"5"_s);
    QCOMPARE(model.rowCount(), 3);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(reset.isEmpty());
}

void tst_Plot::balanceAndForecast()
{
    const Plot plot = balancePlot();
    QCOMPARE(plot.points.size(), 14);
    QCOMPARE(plot.points.constLast().y, 58.0);
    QCOMPARE(plot.points.constFirst().y, 58.0 + 13 * 3);
    QVERIFY(plot.points.constLast().readout.endsWith(u"58 credit(s)"));
    QVERIFY(!plot.ahead.isEmpty());
    QVERIFY(plot.ahead.constFirst().y < 58);
    QCOMPARE(plot.ahead.constLast().y, 0.0);
    QCOMPARE(plot.rows.size(), plot.stops().size());
    for (const QStringList &row : plot.rows)
        QCOMPARE(row.size(), TeamPlots::balanceHeaders().size());
    QCOMPARE(plot.rows.constFirst().at(1), u"recorded"_s);
    QCOMPARE(plot.rows.constLast().at(1), u"expected"_s);
    // Before the ledger is known without gaps, nothing is claimed.
    QCOMPARE(TeamPlots::balance(ledger(), Now.addDays(-3), {}, Now).points.size(), 4);
}

void tst_Plot::noForecastNoDashes()
{
    const auto lines = ledger();
    const Plot plot =
        TeamPlots::balance(lines, lines.constLast().transaction.createdAt, Runway(), Now);
    QVERIFY(plot.ahead.isEmpty());
    QVERIFY(plot.band.isEmpty());
    QVERIFY(!plot.points.isEmpty());
    QVERIFY(TeamPlots::balance({}, {}, {}, Now).points.isEmpty());
    QVERIFY(TeamPlots::balance(lines.first(1), Now.addSecs(-60), {}, Now).points.isEmpty());
}

void tst_Plot::months()
{
    QList<MonthBurn> all;
    for (int i = 0; i < 15; ++i)
        all += {QDate(2025, 9, 1).addMonths(i), 10 * i, i};
    const Plot plot = TeamPlots::months(all);
    QCOMPARE(plot.points.size(), 12);
    QCOMPARE(plot.labels.constLast(), u"Nov"_s);
    QCOMPARE(plot.points.constLast().readout, u"November 2026: 140 credit(s) in 14 charge(s)"_s);
    QVERIFY(TeamPlots::months({}).points.isEmpty());
}

void tst_Plot::typesThatAreTooMany()
{
    const auto types = burnByType(transactions(ledger()), {}, {});
    QCOMPARE(types.size(), 9);
    const Plot plot = TeamPlots::types(types);
    QCOMPARE(plot.points.size(), 6);
    QCOMPARE(plot.labels.constLast(), u"all others"_s);
    double sum = 0;
    for (const PlotPoint &point : plot.points)
        sum += point.y;
    QCOMPARE(sum, 42.0);
}

QTEST_MAIN(tst_Plot)
#include "tst_plot.moc"
