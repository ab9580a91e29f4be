// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Line.h"
#include "core/gateway/PendingReply.h"
#include "core/net/HttpExchange.h"
#include "core/resilience/Attempt.h"

#include <QSignalSpy>

using namespace litedeck;
using namespace litedeck::test;

class tst_PendingReply : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isAwaitedUntilItIsAnswered();
    void isCancelledWhenItGoes();
    void isCancelledWhenAnotherTakesItsPlace();
    void movesToAnotherHolder();
    void isOverForItsReceiver();

private:
    PendingReply ask();
    /// The requests that ended so far, as cancelled or else.
    int ended(bool cancelled) const;

    std::unique_ptr<Line> m_line;
    std::unique_ptr<QSignalSpy> m_attempts;
    int m_told = 0;
};

void tst_PendingReply::init()
{
    m_line = std::make_unique<Line>();
    m_attempts =
        std::make_unique<QSignalSpy>(&m_line->connection->attempts(), &AttemptFeed::attemptEnded);
    m_told = 0;
}

void tst_PendingReply::cleanup()
{
    m_attempts.reset();
    m_line.reset();
}

PendingReply tst_PendingReply::ask()
{
    return m_line->server().account()->then(this, [this](const auto &) { ++m_told; });
}

int tst_PendingReply::ended(bool cancelled) const
{
    int count = 0;
    for (const QList<QVariant> &signal : *m_attempts) {
        const auto attempt = signal.first().value<Attempt>();
        const bool isCancelled =
            attempt.error && attempt.error->category == ErrorCategory::Cancelled;
        count += isCancelled == cancelled ? 1 : 0;
    }
    return count;
}

void tst_PendingReply::isAwaitedUntilItIsAnswered()
{
    QVERIFY(!PendingReply());
    const PendingReply pending = ask();
    QVERIFY(pending);
    QTRY_COMPARE(m_told, 1);
    QVERIFY(!pending);
    QCOMPARE(ended(true), 0);
}

void tst_PendingReply::isCancelledWhenItGoes()
{
    {
        const PendingReply pending = ask();
        QTRY_VERIFY(m_line->connection->findChild<HttpExchange *>());
    }
    QCOMPARE(ended(true), 1);
    QCOMPARE(m_told, 0);
}

void tst_PendingReply::isCancelledWhenAnotherTakesItsPlace()
{
    PendingReply pending = ask();
    QTRY_VERIFY(m_line->connection->findChild<HttpExchange *>());
    pending = ask();
    QVERIFY(pending);
    QTRY_COMPARE(m_told, 1);
    QCOMPARE(ended(true), 1);
    QCOMPARE(ended(false), 1);
    pending.drop();
    QCOMPARE(ended(true), 1);
}

void tst_PendingReply::movesToAnotherHolder()
{
    PendingReply first = ask();
    const PendingReply second = std::move(first);
    QVERIFY(second);
    QTRY_COMPARE(m_told, 1);
    QCOMPARE(ended(true), 0);
}

void tst_PendingReply::isOverForItsReceiver()
{
    PendingReply pending;
    bool wasPending = true;
    pending = m_line->server().account()->then(this, [&](const auto &) {
        wasPending = static_cast<bool>(pending);
        // What follows one answer is asked for in its receiver.
        if (m_told++ == 0)
            pending = ask();
    });
    QTRY_COMPARE(m_told, 2);
    QVERIFY(!wasPending);
    QCOMPARE(ended(false), 2);
    QCOMPARE(ended(true), 0);
}

QTEST_GUILESS_MAIN(tst_PendingReply)
#include "tst_pending_reply.moc"
