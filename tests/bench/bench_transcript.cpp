// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_transcript [WHAT [KILOBYTES]]: how much a streamed reply costs; see README.md here.
#include "Report.h"
#include "Rivals.h"
#include "Streams.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QTextStream>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace litedeck::bench;

namespace {

/// One frame after the other without a pause, each with what would have come in its time.
Result stream(Rival &rival, const QString &text)
{
    show(rival.widget());
    Result result;
    const double start = processCpu();
    const QStringList all = pieces(text);
    double due = 0;
    for (qsizetype at = 0; at < all.size();) {
        const double before = threadCpu();
        for (due += PiecesPerFrame; at < all.size() && double(at) < due; ++at)
            rival.append(all[at]);
        rival.update();
        QCoreApplication::processEvents();
        result.blocks.add(threadCpu() - before);
    }
    while (!rival.isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    result.cpu = processCpu() - start;
    result.layouts = rival.layouts();
    return result;
}

using Maker = std::function<std::unique_ptr<Rival>()>;

template <typename T>
Maker maker()
{
    return [] { return std::make_unique<T>(); };
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Litedeck and the controls by turns, three rounds, so that both meet the same machine.
void compare(qsizetype length)
{
    const QString text = reply(u"mixed"_s, length);
    out() << "\nMixed, " << length / 1000 << " kB, sha256 " << fingerprint(text) << "\n";
    const std::map<QString, Maker> rivals{{u"Litedeck"_s, maker<Product>()},
                                          {u"plain insertText"_s, maker<PlainInsert>()},
                                          {u"rich insertText"_s, maker<RichInsert>()}};
    std::map<QString, std::vector<double>> cpu;
    printHead();
    for (int round = 0; round < 3; ++round) {
        for (const auto &[name, make] : rivals) {
            const Result result = stream(*make(), text);
            cpu[name].push_back(result.cpu);
            print(name, result);
        }
    }
    const double ours = median(cpu[u"Litedeck"_s]);
    for (const auto &[name, values] : cpu)
        out() << name << ": " << median(values) / ours << " of Litedeck's CPU" << Qt::endl;
}

template <typename T>
Result measure(const QString &name, const QString &text)
{
    T rival;
    const Result result = stream(rival, text);
    print(name, result);
    return result;
}

/// The whole text as Markdown again for each frame costs the square of its length; `length` takes
/// minutes aside, a tenth of it takes about one in a browser that shows it meanwhile.
void markdown(qsizetype length)
{
    const QString text = reply(u"mixed"_s, length);
    const QString tenth = reply(u"mixed"_s, length / 10);
    out() << "\nWhole text as Markdown each frame, mixed, " << length / 1000 << " and "
          << length / 10'000 << " kB\n";
    printHead();
    const double ours = measure<Product>(u"Litedeck"_s, text).cpu;
    const double naive = measure<SetMarkdownAside>(u"setMarkdown aside"_s, text).cpu;
    const double oursAfter = measure<Product>(u"Litedeck"_s, text).cpu;
    const double short1 = measure<Product>(u"Litedeck, a tenth"_s, tenth).cpu;
    const double shortNaive = measure<SetMarkdownAside>(u"setMarkdown aside, a tenth"_s, tenth).cpu;
    const double shown = measure<SetMarkdown>(u"setMarkdown, a tenth"_s, tenth).cpu;
    const double short2 = measure<Product>(u"Litedeck, a tenth"_s, tenth).cpu;
    out() << "setMarkdown aside takes " << 2 * naive / (ours + oursAfter)
          << " times Litedeck's CPU; "
          << "of a tenth of the text, aside " << 2 * shortNaive / (short1 + short2)
          << " times, in the browser " << 2 * shown / (short1 + short2) << " times" << Qt::endl;
}

/// Ten times the text must cost ten times the work, whatever its shape.
void growth(qsizetype length)
{
    out() << "\nGrowth from " << length / 1000 << " kB to " << length / 100 << " kB\n";
    printHead();
    for (const QString &shape : shapes()) {
        double cpu = 0;
        for (const qsizetype size : {length, 10 * length}) {
            Product product;
            const Result result = stream(product, reply(shape, size));
            print(u"%1 %2 kB"_s.arg(shape).arg(size / 1000), result);
            if (size > length)
                out() << shape << " grew " << result.cpu / cpu << " times" << Qt::endl;
            cpu = result.cpu;
        }
    }
}

/// A whole reply at once: the time to the first words, and all blocks until the end.
void burst(const QString &shape, qsizetype length)
{
    const QString text = reply(shape, length);
    Product product;
    show(product.widget());
    // As long as the quickest user takes to ask for something.
    QEventLoop loop;
    QTimer::singleShot(1000, &loop, &QEventLoop::quit);
    loop.exec();
    Blocks blocks;
    const double start = threadCpu();
    product.append(text);
    do {
        const double before = threadCpu();
        product.update();
        QCoreApplication::processEvents();
        blocks.add(threadCpu() - before);
        if (blocks.count() == 1)
            out() << shape << ' ' << length / 1000 << " kB: first words " << threadCpu() - start
                  << " ms";
    } while (product.view.stack().at(1).hasUnread());
    out() << ", all " << threadCpu() - start << " ms in " << blocks.count() << " frames, longest "
          << blocks.longest() << " ms, layouts " << product.layouts() << Qt::endl;
}

/// Opens a long conversation, pages through it and resizes the window.
void history(int turnCount)
{
    QList<Turn> turns;
    const QString text = reply(u"mixed"_s, 1200);
    for (int i = 0; i < turnCount; ++i) {
        Turn turn;
        turn.id.value = QString::number(i);
        turn.prompt = u"A question of a few words, number %1"_s.arg(i);
        turn.reply = text + QString::number(i);
        turn.state = TurnState::Complete;
        turns.append(turn);
    }
    TranscriptView view;
    show(view);
    const qint64 memoryBefore = memory("VmRSS"_ba);
    const auto timed = [](const auto &work) {
        const double before = threadCpu();
        work();
        QCoreApplication::processEvents();
        return threadCpu() - before;
    };
    const double open = timed([&] { view.setTurns(turns); });
    const qint64 added = memory("VmRSS"_ba) - memoryBefore;
    Blocks pages;
    for (int i = 0; i < 300; ++i)
        pages.add(timed([&view] { view.scrollByPage(-1); }));
    const double jump = timed([&view] { view.scrollToStart(); });
    const double resize = timed([&view] { view.resize(700, 1000); });
    Blocks search;
    view.find(u"number 17"_s);
    for (bool complete = false; !complete;) {
        QObject::connect(&view, &TranscriptView::findChanged, &view,
                         [&complete](int, int, bool done) { complete = done; });
        search.add(timed([] {}));
    }
    out() << 2 * turnCount << " messages: open " << open << " ms, added " << added / 1024
          << " MB, page up longest " << pages.longest() << " p99 " << pages.percentile(0.99)
          << " ms, jump " << jump << " ms, resize " << resize << " ms, find in " << search.count()
          << " slices, longest " << search.longest() << " ms" << Qt::endl;
}

void residentMemory(qsizetype length)
{
    Product product;
    const qint64 before = memory("VmRSS"_ba);
    stream(product, reply(u"mixed"_s, length));
    out() << length / 1000 << " kB open: " << memory("VmRSS"_ba) / 1024 << " MB resident, "
          << memory("VmHWM"_ba) / 1024 << " MB at most, " << before / 1024 << " MB before"
          << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    applyTheme(app, ColorScheme::Light);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1, u"all"_s);
    const qsizetype length = arguments.value(2, u"100"_s).toLongLong() * 1000;
    const auto wanted = [&what](QLatin1StringView part) {
        return what == part || what == "all"_L1;
    };
    // Memory first: what the others leave behind would count.
    if (wanted("memory"_L1))
        residentMemory(10 * length);
    if (wanted("history"_L1)) {
        for (const int turns : {2500, 5000, 25000})
            history(turns);
    }
    if (wanted("burst"_L1)) {
        for (const QString &shape : shapes())
            burst(shape, 2 * length);
        burst(u"mixed"_s, 10 * length);
    }
    if (wanted("compare"_L1))
        compare(length);
    if (wanted("growth"_L1))
        growth(length);
    if (what == "markdown"_L1)
        markdown(length);
    return 0;
}
