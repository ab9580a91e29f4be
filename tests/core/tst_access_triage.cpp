// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/Classifier.h"
#include "team/AccessTriage.h"

#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

const ModelAlias Asked{u"asked"_s};

Error refusal(const QByteArray &detail)
{
    return classify({.outcome = Outcome::Rejected,
                     .end = WireEnd::Complete,
                     .status = 403,
                     .headers = {{"Content-Type", "application/json"}},
                     .body = R"({"detail":")" + detail + R"("})"},
                    Redactor());
}

Team team(const QString &status, qint64 remaining, const QStringList &models)
{
    Team made;
    made.balance.statusText = status;
    made.balance.status = parseTeamStatus(status);
    made.balance.remaining = remaining;
    made.models = models;
    return made;
}

} // namespace

class tst_AccessTriage : public QObject
{
    Q_OBJECT

private slots:
    void explains_data();
    void explains();
    void keepsWhatWasTold();
};

void tst_AccessTriage::explains_data()
{
    using enum ErrorCategory;
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<QString>("status");
    QTest::addColumn<qint64>("credits");
    QTest::addColumn<bool>("listed");
    QTest::addColumn<ErrorCategory>("expected");
    const auto row = [](const char *name, const QByteArray &detail, const QString &status,
                        qint64 credits, bool listed, ErrorCategory expected) {
        QTest::newRow(name) << detail << status << credits << listed << expected;
    };
    const QString active = u"active"_s;
    const QByteArray documented = "Team suspended or insufficient credits";
    const QByteArray model = "Team 't' does not have access to model alias 'asked'";
    row("vague, suspended", "Forbidden", u"suspended"_s, 0, false, TeamSuspended);
    row("vague, paused", "Forbidden", u"paused"_s, 10, true, TeamPaused);
    row("vague, another word", "Forbidden", u"closed"_s, 10, true, TeamSuspended);
    row("vague, no credits", "Forbidden", active, 0, false, InsufficientCredits);
    row("vague, overdrawn", "Forbidden", active, -3, true, InsufficientCredits);
    row("vague, not listed", "Forbidden", active, 10, false, ModelNotAllowed);
    row("vague, listed", "Forbidden", active, 10, true, ModelNotAllowed);
    row("vague, no status told", "Forbidden", {}, 10, false, ModelNotAllowed);
    row("documented, suspended", documented, u"suspended"_s, 5, true, TeamSuspended);
    row("documented, no credits", documented, active, 0, true, InsufficientCredits);
    row("documented, not listed", documented, active, 5, false, ModelNotAllowed);
    row("documented, nothing else", documented, active, 5, true, InsufficientCredits);
    row("model told, without credits", model, active, 0, false, ModelNotAllowed);
    row("model told, suspended since", model, u"suspended"_s, 5, false, TeamSuspended);
    row("another team's key", "API key does not belong to team 't'", active, 0, true,
        PermissionDenied);
    row("suspended, lifted since", "Team access is suspended. Please contact support.", active, 5,
        false, TeamSuspended);
}

void tst_AccessTriage::explains()
{
    QFETCH(QByteArray, detail);
    QFETCH(QString, status);
    QFETCH(qint64, credits);
    QFETCH(bool, listed);
    QFETCH(ErrorCategory, expected);
    QStringList models{u"one"_s, u"two"_s};
    if (listed)
        models.prepend(Asked.value);
    const Error error = refusal(detail);
    QVERIFY(AccessTriage::canExplain(error.category));
    const Error better = AccessTriage::explained(error, team(status, credits, models), Asked);
    QCOMPARE(better.category, expected);
    QCOMPARE(better.verdict, RetryVerdict::Never);
    const bool namesModels = expected == ErrorCategory::ModelNotAllowed;
    // The refused model is no way out.
    QCOMPARE(better.allowedModels, namesModels ? QStringList({u"one"_s, u"two"_s}) : QStringList());
    QVERIFY(!better.isGuess);
}

void tst_AccessTriage::keepsWhatWasTold()
{
    const Error error = refusal("Forbidden");
    QVERIFY(error.isGuess);
    const Error without =
        AccessTriage::explained(error, team(u"active"_s, 5, {u"one"_s}), ModelAlias());
    QCOMPARE(without, error);
    const Error better = AccessTriage::explained(error, team(u"active"_s, 0, {}), Asked);
    QCOMPARE(better.message, error.message);
    QCOMPARE(better.outcome, Outcome::Rejected);
    QCOMPARE(better.httpStatus, 403);
    QCOMPARE(better.hands, Hands::TeamAdmin);
    QVERIFY(!AccessTriage::canExplain(ErrorCategory::Authentication));
}

QTEST_GUILESS_MAIN(tst_AccessTriage)
#include "tst_access_triage.moc"
