// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_transcript [KILOBYTES [PIECES_PER_TICK]]: streams Markdown in pieces of 12 bytes, updates
// and paints after each tick, and prints CPU time and the longest tick. Not a test.
#include "chat/transcript/EntryStack.h"
#include "chat/transcript/TranscriptView.h"
#include "widgets/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace Qt::StringLiterals;
using namespace litedeck;

namespace {

double cpuSeconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

QString shaped(const QString &shape, qsizetype bytes)
{
    QString unit;
    if (shape == "code"_L1)
        unit = u"    const auto value = compute(first, second); // a line of code\n"_s;
    else if (shape == "list"_L1)
        unit = u"- an item of a list with **some** emphasis in its text\n"_s;
    else if (shape == "table"_L1)
        unit = u"| a cell | another cell with words | 42 |\n"_s;
    else if (shape == "paragraph"_L1)
        unit = u"words of one paragraph that never ends and "_s;
    QString text = shape == "code"_L1    ? u"```cpp\n"_s
                   : shape == "table"_L1 ? u"| A | B | C |\n|---|---|--:|\n"_s
                                         : QString();
    if (unit.isEmpty()) {
        QFile file(QStringLiteral(LITEDECK_TEST_DATA "/markdown/sample.md"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("No sample: %s", qPrintable(file.fileName()));
        unit = QString::fromUtf8(file.readAll()) + u"\n\n"_s;
    }
    while (text.size() < bytes)
        text += unit;
    return text.first(bytes);
}

/// Opens a long conversation and pages through it.
void openHistory(QTextStream &out, int turnCount)
{
    QList<Turn> turns;
    for (int i = 0; i < turnCount; ++i) {
        Turn turn;
        turn.id.value = QString::number(i);
        turn.prompt = u"A question of a few words, number %1"_s.arg(i);
        turn.reply = shaped({}, 1200);
        turn.state = TurnState::Complete;
        turns.append(turn);
    }
    TranscriptView view;
    view.resize(900, 1000);
    view.show();
    QCoreApplication::processEvents();
    QElapsedTimer timer;
    timer.start();
    view.setTurns(turns);
    QCoreApplication::processEvents();
    out << "open " << 2 * turnCount << " messages: " << double(timer.nsecsElapsed()) / 1e6 << " ms";
    double longest = 0;
    for (int i = 0; i < 200; ++i) {
        timer.restart();
        view.scrollByPage(-1);
        QCoreApplication::processEvents();
        longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
    }
    timer.restart();
    view.resize(700, 1000);
    QCoreApplication::processEvents();
    out << ", longest page up " << longest << " ms, resize " << double(timer.nsecsElapsed()) / 1e6
        << " ms" << Qt::endl;
}

/// Hands over a whole reply at once.
void burst(QTextStream &out, qsizetype bytes)
{
    TranscriptView view;
    view.resize(900, 1000);
    view.show();
    Turn turn;
    turn.id.value = u"t"_s;
    turn.state = TurnState::Streaming;
    view.setTurns({turn});
    QCoreApplication::processEvents();
    const QString text = shaped({}, bytes);
    const double start = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
    view.appendReply(turn.id, text);
    double longest = 0;
    double first = 0;
    int ticks = 0;
    do {
        const double before = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
        view.processPendingText();
        QCoreApplication::processEvents();
        const double after = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
        first = ticks++ == 0 ? (after - start) * 1000 : first;
        longest = std::max(longest, (after - before) * 1000);
    } while (view.stack().at(1).hasUnread());
    out << "burst of " << bytes / 1000 << " kB: first paint after " << first << " ms, longest tick "
        << longest << " ms, ticks " << ticks << ", layouts " << view.stack().layoutsMade()
        << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qsizetype bytes = arguments.value(1, u"100"_s).toLongLong() * 1000;
    const qsizetype piecesPerTick = std::max(1, arguments.value(2, u"3"_s).toInt());
    applyTheme(app, ColorScheme::Light);
    QTextStream out(stdout);
    openHistory(out, 2500);
    openHistory(out, 25000);
    burst(out, 200'000);
    burst(out, 200'000);
    burst(out, 1'000'000);
    for (const QString &shape : {u"mixed"_s, u"code"_s, u"list"_s, u"table"_s, u"paragraph"_s}) {
        const QString text = shaped(shape, bytes);
        TranscriptView view;
        view.resize(900, 1000);
        view.show();
        Turn turn;
        turn.id.value = u"t"_s;
        turn.prompt = u"Question"_s;
        turn.state = TurnState::Streaming;
        view.setTurns({turn});
        QCoreApplication::processEvents();
        std::vector<double> ticks;
        const double cpuBefore = cpuSeconds(CLOCK_PROCESS_CPUTIME_ID);
        for (qsizetype at = 0; at < text.size();) {
            const double before = cpuSeconds(CLOCK_THREAD_CPUTIME_ID);
            for (qsizetype i = 0; i < piecesPerTick && at < text.size(); ++i, at += 12)
                view.appendReply(turn.id, text.mid(at, 12));
            view.processPendingText();
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            ticks.push_back((cpuSeconds(CLOCK_THREAD_CPUTIME_ID) - before) * 1000);
        }
        const double cpu = cpuSeconds(CLOCK_PROCESS_CPUTIME_ID) - cpuBefore;
        const size_t tenth = ticks.size() / 10;
        const auto mean = [&ticks](size_t from, size_t to) {
            double sum = 0;
            for (size_t i = from; i < to; ++i)
                sum += ticks[i];
            return sum / double(std::max<size_t>(to - from, 1));
        };
        const double first = mean(tenth / 2, tenth + tenth / 2);
        const double last = mean(ticks.size() - tenth, ticks.size());
        const auto updates = ticks.size();
        std::sort(ticks.begin(), ticks.end());
        out << shape << ": " << bytes / 1000 << " kB, CPU " << cpu << " s, longest " << ticks.back()
            << " ms, p99 " << ticks[ticks.size() * 99 / 100] << " ms, updates " << updates
            << ", layouts " << view.stack().layoutsMade() << ", leaves "
            << view.stack().at(1).leafCount() << ", first tenth " << first << " ms, last tenth "
            << last << " ms" << Qt::endl;
    }
    return 0;
}
