// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/StoredNames.h"
#include "core/errors/ProviderRules.h"
#include "core/errors/Verdict.h"
#include "core/resilience/CircuitBreaker.h"
#include "core/resilience/RetryBudget.h"
#include "core/resilience/RetryPolicy.h"
#include "core/server/Inquiry.h"

#include <QFile>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

constexpr auto WriteVariable = "LITEDECK_WRITE_RETRY_TABLE";
constexpr double MiddleOfTheJitter = 0.5;

constexpr std::array Outcomes = {Outcome::NotSent, Outcome::Rejected, Outcome::Ambiguous,
                                 Outcome::Committed};
constexpr std::array Effects = {Effect::Safe, Effect::Idempotent, Effect::Creates, Effect::Charges};

/// One failure as the classifier would give it, without an outcome yet.
struct Failure
{
    QString name;
    Error error;
};

/// What the client does after a failure: one action for each outcome and effect.
using Treatment = std::array<QString, Outcomes.size() * Effects.size()>;

/// Failures that are treated alike and lie in the same hands.
struct Group
{
    QStringList names;
    QString hands;
    QString breaker;
    qsizetype treatment = 0; ///< Index among the treatments.
};

/// Cells in which every treatment does the same: a column.
using Column = QList<size_t>;

// "rate_limited" is RateLimited in the code.
template <typename E>
QString nameOf(E value)
{
    QString name;
    for (const auto word : QString(storedName(value)).tokenize(u'_'))
        name += word.first(1).toString().toUpper() + word.sliced(1).toString();
    return name;
}

QString nameOf(Effect effect)
{
    switch (effect) {
    case Effect::Safe:
        return u"Safe"_s;
    case Effect::Idempotent:
        return u"Idempotent"_s;
    case Effect::Creates:
        return u"Creates"_s;
    case Effect::Charges:
        return u"Charges"_s;
    }
    return {};
}

QString nameOf(Hands hands)
{
    switch (hands) {
    case Hands::You:
        return u"yours"_s;
    case Hands::TeamAdmin:
        return u"the team's administrator's"_s;
    case Hands::Provider:
        return u"the provider's"_s;
    case Hands::GatewayOperator:
        return u"the gateway operator's"_s;
    case Hands::Network:
        return u"the network's"_s;
    case Hands::Us:
        return u"Litedeck's"_s;
    }
    return {};
}

QString seconds(Milliseconds time)
{
    return QString::number(static_cast<double>(time.count()) / 1000.0);
}

Failure failureOf(ErrorCategory category, RetryVerdict verdict, const QString &name)
{
    Failure failure{name, {}};
    failure.error.category = category;
    failure.error.hands = usualVerdict(category).hands;
    failure.error.verdict = verdict;
    return failure;
}

/// Every category with its usual verdict, and once more for each verdict that some rule gives it.
QList<Failure> failures()
{
    QList<Failure> all;
    for (int n = 0; n <= int(ErrorCategory::Unknown); ++n) {
        const auto category = ErrorCategory(n);
        QList<RetryVerdict> verdicts = {usualVerdict(category).retry};
        all += failureOf(category, verdicts.first(), nameOf(category));
        for (const ProviderRule &rule : providerRules()) {
            if (rule.category != category || !rule.retry || verdicts.contains(*rule.retry))
                continue;
            verdicts += *rule.retry;
            const QString name = *rule.retry == RetryVerdict::Later ? u"%1 (rule: later)"_s
                                                                    : u"%1 (rule: by hand)"_s;
            all += failureOf(category, *rule.retry, name.arg(nameOf(category)));
        }
    }
    return all;
}

// What sending by itself looks like; empty when the policy forbids it.
QString sendsAgain(const Error &error, Effect effect)
{
    const RetryPolicy policy;
    QStringList waits;
    for (int attempt = 1; attempt <= policy.maxRetries; ++attempt) {
        if (const auto wait = policy.delayAfter(error, effect, attempt, MiddleOfTheJitter))
            waits += seconds(*wait);
    }
    if (waits.isEmpty())
        return {};
    const QString last = waits.takeLast();
    QString action = u"sends again by itself after %1 and %2 s"_s.arg(waits.join(u", "_s), last);
    if (policy.limitsAfter(error, TimeLimits()) != TimeLimits())
        action += u", each time with %1 times the time limit"_s.arg(policy.timeoutGrowth);
    return action;
}

// What a look at the team's jobs leads to: a call that was not charged counts as rejected.
QString afterALook(Error error)
{
    error.outcome = Outcome::Rejected;
    const QString again = sendsAgain(error, Effect::Charges);
    return again.isEmpty()
               ? u"**looks at the team's jobs**, and waits for a person"_s
               : u"**looks at the team's jobs first**: never ran or not charged, %1; charged, never"_s
                     .arg(again);
}

QString actionAfter(const Error &error, Effect effect)
{
    if (const QString again = sendsAgain(error, effect); !again.isEmpty())
        return again;
    const bool inDoubt = leavesOnce(effect) && error.outcome == Outcome::Ambiguous;
    const bool ran = leavesOnce(effect) && error.outcome == Outcome::Committed;
    if (error.category == ErrorCategory::Cancelled && !inDoubt)
        return u"stops: a person asked for it"_s;
    switch (error.verdict) {
    case RetryVerdict::Never:
        return u"never: something else must change first"_s;
    case RetryVerdict::SwitchEndpoint:
        return effect == Effect::Charges ? u"asks once more, for the whole reply in one piece"_s
                                         : u"waits for a person"_s;
    case RetryVerdict::Automatic:
    case RetryVerdict::Later:
    case RetryVerdict::Manual:
        break;
    }
    if (inDoubt && effect == Effect::Charges)
        return afterALook(error);
    if (inDoubt)
        return u"waits for a person: the server may have made it already"_s;
    if (ran)
        return u"waits for a person: it ran, and would run twice"_s;
    return error.verdict == RetryVerdict::Later
               ? u"waits for a person, until the wait that the server asked for is over"_s
               : u"waits for a person"_s;
}

Treatment treatmentOf(const Failure &failure)
{
    Treatment treatment;
    size_t cell = 0;
    for (const Outcome outcome : Outcomes) {
        for (const Effect effect : Effects) {
            Error error = failure.error;
            error.outcome = outcome;
            treatment[cell++] = actionAfter(error, effect);
        }
    }
    return treatment;
}

QList<Group> groups(QList<Treatment> &treatments)
{
    QList<Group> all;
    const QList<Failure> each = failures();
    for (const Failure &failure : each) {
        const Treatment treatment = treatmentOf(failure);
        if (!treatments.contains(treatment))
            treatments += treatment;
        const Group group{{failure.name},
                          nameOf(failure.error.hands),
                          CircuitBreaker::counts(failure.error.category) ? u"yes"_s : u"no"_s,
                          treatments.indexOf(treatment)};
        const auto same = std::find_if(all.begin(), all.end(), [&group](const Group &other) {
            return other.treatment == group.treatment && other.hands == group.hands &&
                   other.breaker == group.breaker;
        });
        if (same == all.end())
            all += group;
        else
            same->names += group.names;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Group &a, const Group &b) { return a.treatment < b.treatment; });
    return all;
}

QList<Column> columns(const QList<Treatment> &treatments)
{
    QList<Column> all;
    for (size_t cell = 0; cell < Treatment().size(); ++cell) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const Column &column) {
            return std::all_of(treatments.begin(), treatments.end(), [&](const Treatment &actions) {
                return actions[column.first()] == actions[cell];
            });
        });
        (same == all.end() ? all.emplaceBack() : *same) += cell;
    }
    return all;
}

// "Safe, Idempotent: any outcome; Creates, Charges: NotSent, Rejected"
QString titleOf(const Column &column)
{
    QList<QPair<QStringList, QStringList>> parts; // effects and the outcomes that they share
    for (size_t effect = 0; effect < Effects.size(); ++effect) {
        QStringList outcomes;
        for (const size_t cell : column) {
            if (cell % Effects.size() == effect)
                outcomes += nameOf(Outcomes[cell / Effects.size()]);
        }
        if (outcomes.isEmpty())
            continue;
        if (parts.isEmpty() || parts.last().second != outcomes)
            parts.append({{}, outcomes});
        parts.last().first += nameOf(Effects[effect]);
    }
    QStringList titles;
    for (const auto &[effects, outcomes] : parts) {
        const bool any = size_t(outcomes.size()) == Outcomes.size();
        titles +=
            u"%1: %2"_s.arg(effects.join(u", "_s), any ? u"any outcome"_s : outcomes.join(u", "_s));
    }
    return titles.join(u"; "_s);
}

QString row(const QStringList &cells)
{
    return u"| %1 |\n"_s.arg(cells.join(u" | "_s));
}

QString rule(qsizetype cells)
{
    return u"|---"_s.repeated(cells) + u"|\n"_s;
}

QString head()
{
    const RetryPolicy policy;
    return u"# What is sent again, by whom, and when\n\n"
           "After a failed attempt the client looks at three things: what went wrong (the error), "
           "what is known of the request's effect on the server (the outcome), and what sending it "
           "twice would do (the effect).\n"
           "It sends again by itself only what time heals, at most %1 times, with the waits below "
           "give or take %2 %, or with the server's own Retry-After when that is longer and at "
           "most %3 s.\n"
           "A request that creates or charges is sent again by itself only when it never left "
           "(NotSent) or when the server said that it did not do it (Rejected); when that is in "
           "doubt (Ambiguous), a charging call is first looked up in the team's jobs; one that is "
           "not "
           "there has never run only when it is not there %8 s later either.\n"
           "All calls share %4 retries, of which each success gives back %5; %6 counted failures "
           "in a row of calls that create or charge open the circuit breaker, which then sends "
           "nothing that creates or charges until a probe after %7 s, a good answer to anything "
           "else or somebody who wants to try now lets one call through.\n"
           "In the first table, \"rule\" marks failures of which a rule knows better than the "
           "usual "
           "verdict, such as a limit per day, and the hands are those of the usual case: a limit "
           "or "
           "a breakdown is in the provider's once the text tells that the provider failed.\n\n"_s
               .arg(policy.maxRetries)
               .arg(policy.backoff.jitter * 100)
               .arg(seconds(policy.longestServerWait))
               .arg(RetryBudget::Capacity)
               .arg(RetryBudget::Refund)
               .arg(CircuitBreaker::FailureThreshold)
               .arg(seconds(CircuitBreaker::BreakDuration))
               .arg(seconds(AbsenceLooks.back()));
}

QString table()
{
    QList<Treatment> treatments;
    const QList<Group> all = groups(treatments);
    QString text =
        head() + u"## Which error is treated how\n\n"_s +
        row({u"error"_s, u"treatment"_s, u"in whose hands"_s, u"counts for the breaker"_s}) +
        rule(4);
    for (const Group &group : all)
        text += row({group.names.join(u", "_s), QString::number(group.treatment + 1), group.hands,
                     group.breaker});

    text += u"\n## What each treatment is\n\nBy the request's effect and the outcome of the "
            "attempt:\n\n"_s;
    const QList<Column> parts = columns(treatments);
    QStringList titles = {u"treatment"_s};
    for (const Column &column : parts)
        titles += titleOf(column);
    text += row(titles) + rule(titles.size());
    for (qsizetype n = 0; n < treatments.size(); ++n) {
        QStringList cells = {QString::number(n + 1)};
        for (const Column &column : parts)
            cells += treatments[n][column.first()];
        text += row(cells);
    }
    return text + u"\nWritten by tst_retry_table from the code, which fails when they differ. When "
                  "the code has changed on purpose, run `%1=1 tst_retry_table` and commit this "
                  "file.\n"_s.arg(QLatin1StringView(WriteVariable));
}

QString firstDifference(const QString &written, const QString &current)
{
    const QStringList before = written.split(u'\n');
    const QStringList now = current.split(u'\n');
    qsizetype line = 0;
    while (line < before.size() && line < now.size() && before[line] == now[line])
        ++line;
    return u"tests/data/retries.md is not what the code does any more.\n  line %1 says: %2\n"
           "  the code says: %3\nIf that is meant, run %4=1 tst_retry_table and commit the file."_s
               .arg(line + 1)
               .arg(before.value(line), now.value(line), QLatin1StringView(WriteVariable));
}

} // namespace

/// The retry table for people, tests/data/retries.md, is what the code does.
class tst_RetryTable : public QObject
{
    Q_OBJECT

private slots:
    void tableIsCurrent();
    void nothingThatRanIsSentAgain();
};

void tst_RetryTable::tableIsCurrent()
{
    QFile file(QStringLiteral(LITEDECK_TEST_DATA "/retries.md"));
    const QString current = table();
    if (qEnvironmentVariableIsSet(WriteVariable)) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(current.toUtf8()) > 0);
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QString written = QString::fromUtf8(file.readAll());
    QVERIFY2(written == current, qPrintable(firstDifference(written, current)));
}

void tst_RetryTable::nothingThatRanIsSentAgain()
{
    const QList<Failure> all = failures();
    for (const Failure &failure : all) {
        for (const Outcome outcome : {Outcome::Ambiguous, Outcome::Committed}) {
            Error error = failure.error;
            error.outcome = outcome;
            for (const Effect effect : {Effect::Creates, Effect::Charges})
                QVERIFY2(sendsAgain(error, effect).isEmpty(), qPrintable(failure.name));
        }
    }
}

QTEST_GUILESS_MAIN(tst_RetryTable)
#include "tst_retry_table.moc"
