// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sends many messages to a real LiteLLM proxy over a bad line, and compares what each turn is shown
// to have cost with what the proxy's database has booked for it. Arguments: how many, and a seed.
#include "Proxy.h"
#include "Relay.h"
#include "tests/e2e/ChatStack.h"

#include "core/chat/TurnCharges.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QTemporaryDir>

#include <cstdio>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int TurnsOfAChat = 10;
/// Less than the program's ten minutes, since a call that never arrived is waited for that long.
constexpr CallPatience ShortPatience{.wholeReply = 15s, .streamSilence = 15s};
constexpr int MostSecondsWithoutProgress = 240;

/// Chats that talk at the same time, each turn after the one before.
class Crowd : public QObject
{
public:
    Crowd(ChatStack &chats, int turns, quint32 seed)
        : m_chats(chats)
        , m_left(turns)
        , m_random(seed)
    {
        for (int i = 0; i < (turns + TurnsOfAChat - 1) / TurnsOfAChat; ++i)
            begin(*chats.live.create({u"u-ok"_s}));
    }

    /// Whether all turns have ended, and it is known what became of their calls.
    bool isDone() const { return open() == 0; }
    int open() const
    {
        int open = m_left;
        for (const ChatSession *chat : m_sessions) {
            if (chat->isBusy())
                ++open;
            for (const Turn &turn : chat->conversation().turns) {
                if (m_chats.reconciler.isSettling(turn.callKey))
                    ++open;
            }
        }
        return open;
    }
    const QList<ChatSession *> &sessions() const { return m_sessions; }
    int stopped() const { return m_stopped; }

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
                constexpr int OneIn = 100;
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
        if (m_left == 0 || chat.conversation().turns.size() == TurnsOfAChat)
            return;
        --m_left;
        chat.setModel({models[m_random.bounded(models.size())]});
        // Not from within a signal of the turn before.
        QMetaObject::invokeMethod(
            &chat, [&chat] { chat.send(u"hi"_s); }, Qt::QueuedConnection);
    }

    ChatStack &m_chats;
    int m_left;
    int m_stopped = 0;
    QRandomGenerator m_random;
    QList<ChatSession *> m_sessions;
};

/// What the database has booked, by turn.
QMap<QString, Booked> bookedByTurn(const Proxy &proxy)
{
    QMap<QString, Booked> booked;
    const QJsonArray rows =
        proxy.rows(uR"(select metadata->'spend_logs_metadata'->>'litedeck_turn' as turn, spend )"
                   uR"(from "LiteLLM_SpendLogs")"_s);
    for (const QJsonValue &row : rows) {
        Booked &turn = booked[row["turn"_L1].toString()];
        ++turn.rows;
        turn.cost += Usd::fromDouble(row["spend"_L1].toDouble());
    }
    return booked;
}

struct Result
{
    int turns = 0;
    int wrong = 0;
    int unknown = 0; ///< That the log knows.
    int lost = 0;    ///< Charges of replies that never came.
    Usd shown;
    Usd booked;
};

Result compare(const Crowd &crowd, QMap<QString, Booked> booked)
{
    Result result;
    for (const ChatSession *chat : crowd.sessions()) {
        for (const Turn &turn : chat->conversation().turns) {
            ++result.turns;
            const Booked found = booked.take(turn.id.value);
            const Measured<Usd> lost = TurnCharges::lostCost(turn);
            const Usd shown = turn.cost.cost.value + lost.value;
            result.shown += shown;
            result.booked += found.cost;
            result.lost += int(turn.lost.size());
            const bool isUnknown = !turn.cost.cost.isKnown() && found.cost > Usd();
            result.unknown += isUnknown ? 1 : 0;
            if (shown != found.cost || isUnknown) {
                ++result.wrong;
                std::printf(
                    "turn %s of %s, call %s: %s shown (%s), %s booked in %d rows, state %d, "
                    "error: %s\n",
                    qPrintable(turn.id.value), qPrintable(turn.model.value),
                    qPrintable(turn.callKey), qPrintable(shown.toString()),
                    turn.cost.cost.isKnown() ? "known" : "unknown",
                    qPrintable(found.cost.toString()), found.rows, int(turn.state),
                    turn.error ? qPrintable(turn.error->message) : "none");
            }
        }
    }
    // What is left belongs to no turn that is shown.
    for (auto left = booked.cbegin(); left != booked.cend(); ++left) {
        if (left.key().isEmpty())
            continue;
        ++result.wrong;
        std::printf("%s booked for turn %s, which nobody shows\n",
                    qPrintable(left->cost.toString()), qPrintable(left.key()));
    }
    return result;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int turns = QCoreApplication::arguments().value(1).toInt();
    const quint32 seed = QCoreApplication::arguments().value(2, u"1"_s).toUInt();
    const Proxy proxy = Proxy::running();
    Relay relay(proxy.url(), seed);
    SystemClock clock;
    const QTemporaryDir directory;
    ChatStack chats({.server = relay.url(),
                     .virtualKey = proxy.key(u"member"_s),
                     .kind = ServerKind::LiteLlmProxy},
                    directory.filePath(u"chats.sqlite"_s), clock);
    chats.connection.setMaxRetries(3);
    chats.connection.setPatience(ShortPatience);
    const Crowd crowd(chats, turns, seed);
    int least = turns + 1;
    while (
        QTest::qWaitFor([&] { return crowd.open() < least; }, MostSecondsWithoutProgress * 1'000) &&
        !crowd.isDone()) {
        least = crowd.open();
    }
    // The last rows come some seconds after the last ends.
    Result result;
    const bool agree = QTest::qWaitFor(
        [&] {
            const QMap<QString, Booked> booked = bookedByTurn(proxy);
            Usd sum;
            for (const Booked &turn : booked)
                sum += turn.cost;
            Usd shown;
            for (const ChatSession *chat : crowd.sessions()) {
                for (const Turn &turn : chat->conversation().turns)
                    shown += turn.cost.cost.value + TurnCharges::lostCost(turn).value;
            }
            return sum == shown;
        },
        30'000);
    result = compare(crowd, bookedByTurn(proxy));
    for (auto fault = relay.counts().cbegin(); fault != relay.counts().cend(); ++fault)
        std::printf("%-6s %d\n", QMetaEnum::fromType<Relay::Fault>().key(int(fault.key())),
                    fault.value());
    std::printf("%d turns, %d stopped, %d open, %d charges of lost replies, %s dollars shown, %s "
                "booked, %d unknown that the log knows, %d wrong\n",
                result.turns, crowd.stopped(), crowd.open(), result.lost,
                qPrintable(result.shown.toString()), qPrintable(result.booked.toString()),
                result.unknown, result.wrong);
    return agree && crowd.isDone() && result.wrong == 0 && result.turns == turns ? 0 : 1;
}
