// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"
#include "tests/support/FakeClock.h"
#include "ui/team/TeamsCard.h"
#include "ui/team/TeamsModel.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/Tone.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

Profile profile(const QString &name)
{
    return {{name + u"-id"_s},
            name,
            QUrl(u"https://gateway.example.com/%1"_s.arg(name)),
            {u"team-"_s + name},
            {}};
}

struct Desk
{
    QTemporaryDir directory;
    Settings settings{directory.filePath(u"settings.ini"_s)};
    test::FakeClock clock;

    void know(const Profile &of, const TeamGlance &glance)
    {
        TeamGlances::write(settings, of.server, of.team, glance);
    }
};

} // namespace

class tst_TeamsCard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyTheme(*qApp, ColorScheme::Light);
    }

    void keepsGlances();
    void readsGlancesOfBefore();
    void showsWhatWasLastKnown();
    void changesByRow();
    void onlyThereForSeveral();
    void opensATeamByKeyboard();
};

void tst_TeamsCard::keepsGlances()
{
    Desk desk;
    const Profile one = profile(u"one"_s);
    const QDateTime now = desk.clock.utcNow().addMSecs(-desk.clock.utcNow().time().msec());
    const TeamGlance full{
        TeamState::Paused, u"paused"_s, 420'000'000, AmountUnit::NanoDollars, 9.5, 0.25, now};
    const TeamGlance bare{.state = TeamState::OutOfCredits, .left = -3, .at = now};
    QVERIFY(!TeamGlances::read(desk.settings, one.server, one.team));
    desk.know(one, full);
    QCOMPARE(TeamGlances::read(desk.settings, one.server, one.team), std::optional(full));
    desk.know(one, bare);
    QCOMPARE(TeamGlances::read(desk.settings, one.server, one.team), std::optional(bare));
    QVERIFY(!TeamGlances::read(desk.settings, one.server, {u"another"_s}));
    QVERIFY(!TeamGlances::read(desk.settings, QUrl(u"https://else.example.com"_s), one.team));
}

void tst_TeamsCard::readsGlancesOfBefore()
{
    Desk desk;
    const Profile one = profile(u"one"_s);
    desk.settings.set(Keys::TeamGlances,
                      QJsonDocument(QJsonObject{{placeOf(one.server, one.team),
                                                 QJsonObject{{u"state"_s, 3},
                                                             {u"word"_s, u"suspended"_s},
                                                             {u"credits"_s, 412},
                                                             {u"days_left"_s, 9.5}}}})
                          .toJson());
    const auto glance = TeamGlances::read(desk.settings, one.server, one.team);
    QVERIFY(glance);
    QCOMPARE(*glance, (TeamGlance{.state = TeamState::Suspended,
                                  .word = u"suspended"_s,
                                  .left = 412,
                                  .unit = AmountUnit::Credits,
                                  .daysLeft = 9.5}));
    desk.know(one, *glance);
    QVERIFY(desk.settings.get(Keys::TeamGlances).contains(R"("state":"suspended")"));
}

void tst_TeamsCard::showsWhatWasLastKnown()
{
    Desk desk;
    desk.settings.setProfiles({profile(u"one"_s), profile(u"two"_s)});
    desk.know(profile(u"one"_s), {TeamState::Suspended, u"suspended"_s, 1412, AmountUnit::Credits,
                                  9.2, 0.125, desk.clock.utcNow().addSecs(-7200)});
    const TeamsModel model(desk.settings, desk.clock);
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, TeamsModel::Name), u"one"_s);
    QCOMPARE(text(0, TeamsModel::Status), u"Suspended"_s);
    QCOMPARE(text(0, TeamsModel::Credits), u"1,412"_s);
    QCOMPARE(text(0, TeamsModel::Runway), u"9 day(s)"_s);
    QCOMPARE(text(0, TeamsModel::Failures), u"13 %"_s);
    QCOMPARE(text(0, TeamsModel::Age), u"2 h ago"_s);
    QCOMPARE(model.index(0, TeamsModel::Status).data(TeamsModel::ToneRole).toInt(),
             int(Tone::Danger));
    QCOMPARE(text(1, TeamsModel::Status), u"Not known yet"_s);
    QCOMPARE(text(1, TeamsModel::Credits), u"–"_s);
}

void tst_TeamsCard::changesByRow()
{
    Desk desk;
    TeamsModel model(desk.settings, desk.clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    desk.settings.setProfiles({profile(u"one"_s), profile(u"two"_s)});
    QCOMPARE(model.rowCount(), 2);
    desk.know(profile(u"two"_s), {.state = TeamState::Active, .left = 5});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    desk.settings.setProfiles({profile(u"two"_s)});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, TeamsModel::Credits).data().toString(), u"5"_s);
    QVERIFY(reset.isEmpty());
}

void tst_TeamsCard::onlyThereForSeveral()
{
    Desk desk;
    QWidget page;
    const TeamsCard card(desk.settings, desk.clock, &page);
    desk.settings.setProfiles({profile(u"one"_s)});
    QVERIFY(card.isHidden());
    desk.settings.setProfiles({profile(u"one"_s), profile(u"two"_s)});
    QVERIFY(!card.isHidden());
}

void tst_TeamsCard::opensATeamByKeyboard()
{
    Desk desk;
    desk.settings.setProfiles({profile(u"one"_s), profile(u"two"_s)});
    TeamsCard card(desk.settings, desk.clock);
    card.show();
    auto *table = card.findChild<QTableView *>(u"teamsTable"_s);
    QCOMPARE(table->accessibleName(), u"Your teams"_s);
    QSignalSpy requested(&card, &TeamsCard::profileRequested);
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().value<ProfileId>().value, u"two-id"_s);
    card.findChild<QPushButton *>(u"teamsOpen"_s)->click();
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.last().first().value<ProfileId>().value, u"two-id"_s);
}

QTEST_MAIN(tst_TeamsCard)
#include "tst_teams_card.moc"
