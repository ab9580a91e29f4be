// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Accounts.h"

#include "core/errors/Classifier.h"
#include "core/team/AccessTriage.h"

#include <QTest>

using namespace litedeck;
using litedeck::test::accountTold;
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

} // namespace

class tst_AccessTriage : public QObject
{
    Q_OBJECT

private slots:
    void explains_data();
    void explains();
    void keepsWhatWasTold();
    void asksNobodyAboutAPage_data();
    void asksNobodyAboutAPage();
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
    row("vague, listed", "Forbidden", active, 10, true, PermissionDenied);
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
    const Error better =
        AccessTriage::explained(error, accountTold(status, credits, models), Asked);
    QCOMPARE(better.category, expected);
    QCOMPARE(better.verdict, RetryVerdict::Never);
    const bool namesModels = expected == ErrorCategory::ModelNotAllowed;
    // The refused model is no way out.
    QCOMPARE(better.allowedModels, namesModels ? QStringList({u"one"_s, u"two"_s}) : QStringList());
    // What the account does not explain stays as vague as it was.
    QCOMPARE(better.isGuess, expected == ErrorCategory::PermissionDenied && error.isGuess);
}

void tst_AccessTriage::keepsWhatWasTold()
{
    const Error error = refusal("Forbidden");
    QVERIFY(error.isGuess);
    const Error without =
        AccessTriage::explained(error, accountTold(u"active"_s, 5, {u"one"_s}), ModelAlias());
    QCOMPARE(without, error);
    const Error better = AccessTriage::explained(error, accountTold(u"active"_s, 0, {}), Asked);
    QCOMPARE(better.message, error.message);
    QCOMPARE(better.outcome, Outcome::Rejected);
    QCOMPARE(better.httpStatus, 403);
    QCOMPARE(better.hands, Hands::TeamAdmin);
    QVERIFY(!AccessTriage::canExplain(ErrorCategory::Authentication));
}

void tst_AccessTriage::asksNobodyAboutAPage_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("Cloudflare") << 403 << "<!DOCTYPE html><title>Just a moment...</title>"_ba;
    QTest::newRow("F5") << 403 << "<html><title>Request Rejected</title></html>"_ba;
    QTest::newRow("AWS WAF") << 403 << "<html><head><title>403 Forbidden</title></head></html>"_ba;
    QTest::newRow("login") << 401 << "<html><title>401 Authorization Required</title></html>"_ba;
    QTest::newRow("paid proxy") << 402 << "<html><title>402</title></html>"_ba;
    QTest::newRow("provider")
        << 403
        << "litellm.PermissionDeniedError: GeminiException - User location is not supported"_ba;
}

void tst_AccessTriage::asksNobodyAboutAPage()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const Error error =
        classify({.outcome = Outcome::Rejected, .status = status, .body = body}, Redactor());
    for (const auto &[state, credits, models] :
         {std::tuple(u"active"_s, 5, QStringList{u"asked"_s}),
          std::tuple(u"active"_s, 0, QStringList{}), std::tuple(u"suspended"_s, 5, QStringList{})})
        QCOMPARE(AccessTriage::explained(error, accountTold(state, credits, models), Asked), error);
}

QTEST_GUILESS_MAIN(tst_AccessTriage)
#include "tst_access_triage.moc"
