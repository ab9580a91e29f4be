// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_live [compare|litedeck|network|stream [KILOBYTES [FILE]]]: what a reply costs that comes at
// its real speed; `litedeck` and `network` print a line of JSON, `stream` writes the reply to a
// file; see README.md here.
#include "Report.h"
#include "Rivals.h"
#include "Streams.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace litedeck::bench;

namespace {

/// Tells the main thread's time for each event.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    /// Null ends it.
    void measureInto(Blocks *blocks) { m_blocks = blocks; }
    /// How often the window was painted.
    int paints() const { return m_paints; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_blocks == nullptr || m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        ++m_depth;
        m_paints += event->type() == QEvent::UpdateRequest ? 1 : 0;
        const double before = threadCpu();
        const bool done = QApplication::notify(receiver, event);
        m_blocks->add(threadCpu() - before);
        --m_depth;
        return done;
    }

private:
    Blocks *m_blocks = nullptr;
    int m_depth = 0;
    int m_paints = 0;
};

/// How the pieces of a reply come.
enum class Pace : quint8 {
    Frames,  ///< Those due in each 60th of a second together, shown at once, as in the web pages.
    Arrivals ///< Each at its own time, shown when the renderer likes, as from a network.
};

/// A reply at its real speed; blocks are single events.
Result stream(Rival &rival, const QString &text, Pace pace)
{
    show(rival.widget());
    rival.widget().activateWindow();
    Result result;
    const QStringList all = pieces(text);
    const double interval = pace == Pace::Frames ? 1000.0 / 60 : 1000.0 / PiecesPerSecond;
    qsizetype at = 0;
    qint64 ticks = 0;
    QEventLoop loop;
    QElapsedTimer clock;
    QTimer ticker;
    ticker.setTimerType(Qt::PreciseTimer);
    ticker.setSingleShot(true);
    const auto await = [&] {
        const double due = double(++ticks) * interval - double(clock.nsecsElapsed()) / 1e6;
        ticker.start(std::max(0, int(std::ceil(due))));
    };
    QObject::connect(&ticker, &QTimer::timeout, &ticker, [&] {
        const double due = double(clock.elapsed()) * PiecesPerSecond / 1000;
        for (; at < all.size() && double(at) < due; ++at)
            rival.append(all[at]);
        if (pace == Pace::Frames)
            rival.update();
        if (at == all.size())
            loop.quit();
        else
            await();
    });
    auto *app = static_cast<Application *>(qApp);
    const double start = processCpu();
    clock.start();
    await();
    app->measureInto(&result.blocks);
    loop.exec();
    app->measureInto(nullptr);
    result.cpu = processCpu() - start;
    result.layouts = rival.layouts();
    return result;
}

/// Litedeck and the same text without Markdown, three rounds by turns.
void compare(qsizetype length)
{
    const QString text = reply(u"mixed"_s, length);
    out() << "\nReal time, 200 tokens a second, " << length / 1000 << " kB; events, not frames\n";
    printHead();
    for (int round = 0; round < 3; ++round) {
        Product frames;
        print(u"Litedeck, 60 frames a s"_s, stream(frames, text, Pace::Frames));
        Product arrivals;
        print(u"Litedeck, as from a network"_s, stream(arrivals, text, Pace::Arrivals));
        PlainInsert plain;
        print(u"insertText, 60 frames a s"_s, stream(plain, text, Pace::Frames));
    }
}

/// Litedeck alone as a line of JSON, for the programs that set it beside others.
void litedeckAlone(qsizetype length, Pace pace)
{
    const QString text = reply(u"mixed"_s, length);
    Product product;
    const Result result = stream(product, text, pace);
    const QJsonObject line{{u"cpu"_s, result.cpu},
                           {u"longestBlock"_s, result.blocks.longest()},
                           {u"frames"_s, static_cast<Application *>(qApp)->paints()},
                           {u"layouts"_s, qint64(result.layouts)},
                           {u"rssMB"_s, memory("VmRSS"_ba) / 1024},
                           {u"sha256"_s, fingerprint(text)}};
    out() << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
}

/// The mixed stream as JSON. Text and lengths rather than pieces, which may cut a character in two.
bool writeStream(qsizetype length, const QString &path)
{
    const QString text = reply(u"mixed"_s, length);
    QJsonArray lengths;
    for (const QString &piece : pieces(text))
        lengths.append(piece.size());
    const QJsonObject stream{{u"text"_s, text},
                             {u"lengths"_s, lengths},
                             {u"piecesPerSecond"_s, PiecesPerSecond},
                             {u"sha256"_s, fingerprint(text)}};
    const QByteArray json = QJsonDocument(stream).toJson(QJsonDocument::Compact);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.flush();
}

} // namespace

int main(int argc, char **argv)
{
    Application app(argc, argv);
    applyTheme(app, ColorScheme::Light);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1, u"compare"_s);
    const qsizetype length = arguments.value(2, u"100"_s).toLongLong() * 1000;
    if (what == "compare"_L1)
        compare(length);
    else if (what == "litedeck"_L1)
        litedeckAlone(length, Pace::Frames);
    else if (what == "network"_L1)
        litedeckAlone(length, Pace::Arrivals);
    else if (what == "stream"_L1)
        return writeStream(length, arguments.value(3)) ? 0 : 1;
    return 0;
}
