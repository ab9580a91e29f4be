// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sends one message and tells on its output how far it has come, until tst_kill ends it.
// Arguments: server, team, key, database, and "ticks" to run on a clock of its own, which it tells.
#include "ChatStack.h"
#include "tests/support/FakeClock.h"

#include <QCoreApplication>

#include <cstdio>
#include <memory>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

void tell(const QString &mark)
{
    std::fputs(qPrintable(mark + u'\n'), stdout);
    std::fflush(stdout);
}

/// Lets time pass with each text that arrives, and tells of it once everything that was to be
/// written until then is on disk: what may be lost does not depend on how busy the machine is.
class Ticker : public QObject
{
public:
    static constexpr Milliseconds Step{20};

    Ticker(test::FakeClock &clock, Store &store)
        : m_clock(clock)
        , m_store(store)
    {}

    void receive(qsizetype characters)
    {
        m_clock.advance(Step);
        m_passed += Step;
        m_received += characters;
        const auto nothing = [](Database &) -> StoreResult<> { return Done{}; };
        m_store.post(nothing, this, [passed = m_passed, received = m_received](const auto &) {
            tell(u"at %1 %2"_s.arg(passed.count()).arg(received));
        });
    }

private:
    test::FakeClock &m_clock;
    Store &m_store;
    Milliseconds m_passed{0};
    qsizetype m_received = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool ticks = arguments.value(5) == "ticks"_L1;
    SystemClock systemClock;
    test::FakeClock ownClock;
    Clock &clock = ticks ? static_cast<Clock &>(ownClock) : systemClock;
    test::ChatStack chats({.server = QUrl(arguments.value(1)),
                           .team = {arguments.value(2)},
                           .virtualKey = arguments.value(3)},
                          arguments.value(4), clock);
    Ticker ticker(ownClock, chats.store);
    ChatSession *session = chats.live.create({u"gpt-4o-mini"_s});
    int texts = 0;
    QObject::connect(session, &ChatSession::attemptStarted, &ticker, [] { tell(u"attempt"_s); });
    QObject::connect(session, &ChatSession::textAppended, &ticker,
                     [&](const TurnId &, const QString &text) {
                         tell(u"text %1"_s.arg(++texts));
                         if (ticks)
                             ticker.receive(text.size());
                     });
    QObject::connect(session, &ChatSession::busyChanged, &ticker, [](bool busy) {
        if (!busy)
            tell(u"ended"_s);
    });
    QObject::connect(session, &ChatSession::turnSettled, &ticker, [] { tell(u"settled"_s); });
    session->send(u"How should a client retry a failed call?"_s);
    return QCoreApplication::exec();
}
