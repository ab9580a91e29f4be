// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "JobsPageDesk.h"

#include "core/jobs/JobQuery.h"
#include "ui/jobs/JobInspector.h"
#include "ui/widgets/SectionHeading.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace litedeck;
using demo::DemoGateway;
using demo::DemoKind;
using demo::DemoScenario;

namespace {

/// The page of records on a plain proxy.
struct Desk : test::JobsPageDesk
{
    explicit Desk(Sight sight = Sight::Granted)
        : JobsPageDesk({.kind = DemoKind::LiteLlm, .pastJobs = 40})
    {
        page->setSight(sight);
        page->show();
    }

    bool shows(JobField field) const { return !table()->isColumnHidden(int(field)); }
    QString heading(JobField field) const
    {
        return table()->model()->headerData(int(field), Qt::Horizontal).toString();
    }
};

} // namespace

/// The page of jobs where a server logs requests instead.
class tst_RequestsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }

    void speaksOfRequests();
    void keepsTheNamesOfItsControls();
    void showsWhatIsToldOfRequests();
    void filtersOnlyByHowARequestEnds();
    void tellsWhatIsLoggedOfARequest();
    void asksForNothingThatTheKeyMayNotSee();
};

void tst_RequestsPage::speaksOfRequests()
{
    const Desk desk;
    QVERIFY(desk.listening);
    QTRY_VERIFY(desk.table()->model()->rowCount() > 0);
    QTRY_VERIFY(desk.text(u"jobsCount"_s).contains("request"_L1));
    const QList<SectionHeading *> headings = desk.page->findChildren<SectionHeading *>();
    const auto says = [&headings](QLatin1StringView text) {
        return std::any_of(headings.cbegin(), headings.cend(),
                           [text](const SectionHeading *each) { return each->text() == text; });
    };
    QVERIFY(says("Requests"_L1));
    QVERIFY(says("Request"_L1));
    QVERIFY(!says("Jobs"_L1));
    QVERIFY(desk.find<QLineEdit>(u"jobsSearch"_s)->placeholderText().contains("session"_L1));
}

void tst_RequestsPage::keepsTheNamesOfItsControls()
{
    const Desk desk;
    QCOMPARE(desk.table()->accessibleName(), u"Jobs"_s);
    QCOMPARE(desk.find<QLineEdit>(u"jobsSearch"_s)->accessibleName(), u"Search jobs"_s);
    QCOMPARE(desk.find<QComboBox>(u"jobsStatus"_s)->accessibleName(), u"Job status"_s);
    QCOMPARE(desk.find<JobInspector>(u"jobInspector"_s)->accessibleName(), u"Job details"_s);
}

void tst_RequestsPage::showsWhatIsToldOfRequests()
{
    const Desk desk;
    QVERIFY(!desk.shows(JobField::Credit));
    QVERIFY(!desk.shows(JobField::Type));
    QVERIFY(desk.shows(JobField::Tokens));
    QVERIFY(desk.shows(JobField::Cost));
    QCOMPARE(desk.heading(JobField::Type), u"Session"_s);
    const auto *menu = desk.find<QMenu>(u"jobsColumns"_s);
    QVERIFY(!menu->findChild<QAction *>(storedName(JobField::Credit))->isVisible());
    // A choice of columns of one kind of server is none for the other.
    menu->findChild<QAction *>(storedName(JobField::Type))->trigger();
    QVERIFY(desk.shows(JobField::Type));
    QCOMPARE(desk.settings.get(Keys::JobColumns), QString());
}

void tst_RequestsPage::filtersOnlyByHowARequestEnds()
{
    const Desk desk;
    const auto *status = desk.find<QComboBox>(u"jobsStatus"_s);
    QCOMPARE(status->count(), 3);
    QCOMPARE(status->findData(-1), -1);
    QVERIFY(status->findData(int(RecordStatus::Failed)) > 0);
}

void tst_RequestsPage::tellsWhatIsLoggedOfARequest()
{
    const Desk desk;
    QTRY_VERIFY(desk.table()->model()->rowCount() > 0);
    desk.table()->setCurrentIndex(desk.table()->model()->index(0, 0));
    const auto *facts = desk.find<QWidget>(u"requestFacts"_s);
    const auto says = [facts](const QString &text) {
        const QList<QLabel *> labels = facts->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&text](const QLabel *label) { return label->text() == text; });
    };
    QTRY_VERIFY(says(u"Provider"_s));
    QVERIFY(says(u"Key"_s));
    QVERIFY(!desk.find<QLabel>(u"jobLatency"_s)->isVisible());
}

void tst_RequestsPage::asksForNothingThatTheKeyMayNotSee()
{
    Desk desk(Sight::NobodysKey);
    const auto says = [&desk](const QString &text) {
        const QList<QLabel *> labels = desk.find<QWidget>(u"jobsState"_s)->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&text](const QLabel *label) { return label->text().contains(text); });
    };
    QVERIFY(says(u"needs a key that belongs to a person"_s));
    QVERIFY(!desk.find<QToolButton>(u"jobsRefresh"_s)->isEnabled());
    desk.page->look();
    desk.page->refresh();
    // What would have been asked for goes out before what is asked for now.
    desk.page->setSight(Sight::Granted);
    QTRY_VERIFY(desk.table()->model()->rowCount() > 0);
    QVERIFY(!says(u"belongs to a person"_s) || !desk.find<QWidget>(u"jobsState"_s)->isVisible());
    QCOMPARE(desk.server.countRequests("GET", u"/spend/logs/v2"_s), 1);
}

QTEST_MAIN(tst_RequestsPage)
#include "tst_requests_page.moc"
