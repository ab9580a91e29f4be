// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sends many messages to a real LiteLLM proxy over a bad line, and compares what each turn is shown
// to have cost with what the proxy's database has booked for it. Arguments: how many, a seed, and
// after how many seconds nothing more is asked.
#include "Proxy.h"
#include "Relay.h"
#include "tests/e2e/ChatStack.h"

#include "core/chat/TurnCharges.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMetaEnum>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int ChatsAtOnce = 40;
/// Less than the program's ten minutes, since a call that never arrived is waited for that long.
constexpr CallPatience ShortPatience{.wholeReply = 8s, .streamSilence = 8s};
constexpr int MostSecondsWithoutProgress = 150;

/// Chats that talk at the same time, each turn after the one before.
class Crowd : public QObject
{
public:
    Crowd(ChatStack &chats, int turns, quint32 seed)
        : m_chats(chats)
        , m_left(turns)
        , m_random(seed)
    {
        for (int i = 0; i < std::min(turns, ChatsAtOnce); ++i)
            begin(*chats.live.create({u"u-ok"_s}));
    }

    /// Whether all turns have ended, and it is known what became of their calls.
    bool isDone() const { return open() == 0; }
    int open() const { return m_left + busy() + lookedFor(); }
    int left() const { return m_left; }
    int busy() const
    {
        return m_due + int(std::count_if(m_sessions.cbegin(), m_sessions.cend(),
                                         [](const ChatSession *chat) { return chat->isBusy(); }));
    }
    /// Calls whose fate is not known yet.
    int lookedFor() const
    {
        const auto isSettling = [this](const QString &callKey) {
            return m_chats.reconciler.isSettling(callKey);
        };
        auto count = int(std::count_if(m_earlierCalls.cbegin(), m_earlierCalls.cend(), isSettling));
        for (const ChatSession *chat : m_sessions) {
            for (const Turn &turn : chat->conversation().turns)
                count += isSettling(turn.callKey) ? 1 : 0;
        }
        return count;
    }
    const QList<ChatSession *> &sessions() const { return m_sessions; }
    int stopped() const { return m_stopped; }
    int askedAgain() const { return m_askedAgain; }
    /// Asks nothing more.
    void end() { m_left = 0; }

private:
    void begin(ChatSession &chat)
    {
        m_sessions += &chat;
        connect(&chat, &ChatSession::busyChanged, this, [this, &chat](bool busy) {
            if (!busy)
                ask(chat);
        });
        // Some people have read enough.
        connect(
            &chat, &ChatSession::textAppended, this,
            [this, &chat] {
                constexpr int OneIn = 20;
                if (m_random.bounded(OneIn) == 0 && chat.isBusy()) {
                    ++m_stopped;
                    chat.stop();
                }
            },
            Qt::QueuedConnection);
        ask(chat);
    }

    void ask(ChatSession &chat)
    {
        static const QStringList models{u"u-ok"_s, u"u-slow"_s, u"u-think"_s, u"a-ok"_s,
                                        u"g-ok"_s, u"u-cut"_s,  u"u-500"_s,   u"u-nousage"_s};
        const QList<Turn> &turns = chat.conversation().turns;
        // Half of all people ask again when nothing came; what that took before is not forgotten.
        if (!turns.isEmpty() && turns.last().reply.isEmpty() && m_random.bounded(2) == 0) {
            ++m_askedAgain;
            m_earlierCalls += turns.last().callKey;
            later([&chat, id = turns.last().id] { chat.retry(id); });
        } else if (m_left > 0) {
            --m_left;
            chat.setModel({models[m_random.bounded(models.size())]});
            later([&chat] { chat.send(u"hi"_s); });
        }
    }

    /// Not from within a signal of the turn before.
    void later(const std::function<void()> &act)
    {
        ++m_due;
        const auto actNow = [this, act] {
            --m_due;
            act();
        };
        QMetaObject::invokeMethod(this, actNow, Qt::QueuedConnection);
    }

    ChatStack &m_chats;
    int m_left;
    int m_due = 0; ///< What is done at once when this one returns.
    int m_stopped = 0;
    int m_askedAgain = 0;
    QStringList m_earlierCalls; ///< Of turns that were asked again.
    QRandomGenerator m_random;
    QList<ChatSession *> m_sessions;
};

/// What the database has booked, by turn; what names none is under the empty one.
QMap<QString, Booked> bookedByTurn(const Proxy &proxy)
{
    QMap<QString, Booked> booked;
    const QJsonArray rows =
        proxy.rows(uR"(select metadata->'spend_logs_metadata'->>'litedeck_turn' as turn, spend )"
                   uR"(from "LiteLLM_SpendLogs")"_s);
    for (const QJsonValue &row : rows) {
        Booked &turn = booked[row["turn"_L1].toString()];
        turn.rows += row["spend"_L1].toDouble() > 0 ? 1 : 0;
        turn.cost += Usd::fromDouble(row["spend"_L1].toDouble());
    }
    return booked;
}

Usd sumOf(const QMap<QString, Booked> &booked)
{
    Usd sum;
    for (const Booked &turn : booked)
        sum += turn.cost;
    return sum;
}

Usd shownOn(const Turn &turn)
{
    return turn.cost.cost.value + TurnCharges::lostCost(turn).value;
}

Usd shownIn(const Crowd &crowd)
{
    Usd sum;
    for (const ChatSession *chat : crowd.sessions()) {
        for (const Turn &turn : chat->conversation().turns)
            sum += shownOn(turn);
    }
    return sum;
}

struct Result
{
    int turns = 0;
    int charges = 0; ///< Rows of the database that cost something.
    int charged = 0; ///< Turns that have such rows.
    int right = 0;   ///< Turns that show what is booked, or that nothing is.
    int twice = 0;   ///< Turns that show more than is booked.
    int less = 0;    ///< Turns that show less.
    int unknown = 0; ///< Turns of unknown cost whose cost the database knows.
    int foreign = 0; ///< Booked for no turn that is shown.
    int lost = 0;    ///< Charges shown for replies that never came.
};

void print(const Turn &turn, const Booked &found)
{
    std::printf("turn %s of %s, call %s: %s shown (%s), %s booked by %d charges, state %d, %s\n",
                qPrintable(turn.id.value), qPrintable(turn.model.value), qPrintable(turn.callKey),
                qPrintable(shownOn(turn).toString()),
                turn.cost.cost.isKnown() ? "known" : "unknown", qPrintable(found.cost.toString()),
                found.rows, int(turn.state),
                turn.error ? qPrintable(turn.error->message) : "no error");
}

void compare(const Turn &turn, const Booked &found, Result &result)
{
    const bool isUnknown = !turn.cost.cost.isKnown() && found.cost > shownOn(turn);
    ++result.turns;
    result.charges += found.rows;
    result.charged += found.rows > 0 ? 1 : 0;
    result.lost += int(turn.lost.size());
    if (isUnknown)
        ++result.unknown;
    else if (shownOn(turn) > found.cost)
        ++result.twice;
    else if (shownOn(turn) < found.cost)
        ++result.less;
    else
        ++result.right;
    if (isUnknown || shownOn(turn) != found.cost)
        print(turn, found);
}

Result compare(const Crowd &crowd, QMap<QString, Booked> booked)
{
    Result result;
    for (const ChatSession *chat : crowd.sessions()) {
        for (const Turn &turn : chat->conversation().turns)
            compare(turn, booked.take(turn.id.value), result);
    }
    for (auto left = booked.cbegin(); left != booked.cend(); ++left) {
        result.charges += left->rows;
        result.foreign += left->rows;
        if (left->rows > 0)
            std::printf("%s booked for turn '%s', which nobody shows\n",
                        qPrintable(left->cost.toString()), qPrintable(left.key()));
    }
    return result;
}

void printRow(const char *name, const QString &value)
{
    std::printf("  %-34s %12s\n", name, qPrintable(value));
}

void print(const Result &result, const Crowd &crowd, const Relay &relay)
{
    std::printf("\n");
    printRow("turns", QString::number(result.turns));
    printRow("stopped by the user", QString::number(crowd.stopped()));
    printRow("asked again by the user", QString::number(crowd.askedAgain()));
    const QMetaEnum names = QMetaEnum::fromType<Relay::Fault>();
    for (auto fault = relay.counts().cbegin(); fault != relay.counts().cend(); ++fault) {
        const QByteArray name = QByteArray("attempts, fault ") + names.key(int(fault.key()));
        printRow(name.constData(), QString::number(fault.value()));
    }
    printRow("charges in the database", QString::number(result.charges));
    printRow("turns charged", QString::number(result.charged));
    printRow("charges shown of lost replies", QString::number(result.lost));
    printRow("turns right", QString::number(result.right));
    printRow("turns that show more (twice)", QString::number(result.twice));
    printRow("turns that show less", QString::number(result.less));
    printRow("unknown that the log knows", QString::number(result.unknown));
    printRow("charges of no turn", QString::number(result.foreign));
    printRow("turns still open", QString::number(crowd.open()));
}

/// Waits until all is known, as long as something goes on.
void waitFor(const Crowd &crowd)
{
    QElapsedTimer time;
    time.start();
    qint64 progressAt = 0;
    int least = crowd.open() + 1;
    while (time.elapsed() - progressAt < MostSecondsWithoutProgress * 1'000) {
        const bool isDone = QTest::qWaitFor([&crowd] { return crowd.isDone(); }, 5'000);
        if (crowd.open() < least) {
            least = crowd.open();
            progressAt = time.elapsed();
        }
        std::printf("%4lld s: %d to be asked, %d run, %d looked for\n", time.elapsed() / 1'000,
                    crowd.left(), crowd.busy(), crowd.lookedFor());
        if (isDone)
            break;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    // Somebody looks on, also through a pipe.
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const int turns = QCoreApplication::arguments().value(1).toInt();
    const quint32 seed = QCoreApplication::arguments().value(2, u"1"_s).toUInt();
    const Proxy proxy = Proxy::running();
    Relay relay(proxy.url(), seed);
    SystemClock clock;
    const QTemporaryDir directory;
    ChatStack chats({.server = relay.url(),
                     .virtualKey = proxy.key(u"other"_s),
                     .kind = ServerKind::LiteLlmProxy},
                    directory.filePath(u"chats.sqlite"_s), clock);
    chats.connection.setMaxRetries(3);
    chats.connection.setPatience(ShortPatience);
    // So many faults in a row would open it, and nothing would be asked for a minute.
    CircuitBreaker &breaker = chats.connection.breaker();
    QObject::connect(&breaker, &CircuitBreaker::stateChanged, &breaker, &CircuitBreaker::reset,
                     Qt::QueuedConnection);
    Crowd crowd(chats, turns, seed);
    if (const int seconds = QCoreApplication::arguments().value(3).toInt(); seconds > 0)
        QTimer::singleShot(seconds * 1'000, &crowd, &Crowd::end);
    waitFor(crowd);
    // The last rows come some seconds after the last ends.
    const bool agree =
        QTest::qWaitFor([&] { return sumOf(bookedByTurn(proxy)) == shownIn(crowd); }, 30'000);
    const QMap<QString, Booked> booked = bookedByTurn(proxy);
    const Result result = compare(crowd, booked);
    print(result, crowd, relay);
    printRow("shown, USD", shownIn(crowd).toString());
    printRow("booked, USD", sumOf(booked).toString());
    return agree && crowd.isDone() && result.right == turns && result.turns == turns ? 0 : 1;
}
