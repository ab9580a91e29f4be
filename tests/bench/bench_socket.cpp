// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_socket: how long it takes from bytes written on a loopback socket until the window shows
// them, in the real window with the real network stack; see README.md here.
#include "Measure.h"
#include "PacedServer.h"
#include "app/Workspace.h"
#include "core/demo/DemoHost.h"
#include "core/settings/Settings.h"
#include "ui/chat/transcript/EntryStack.h"
#include "ui/chat/transcript/TranscriptView.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QBackingStore>
#include <QComboBox>
#include <QEventLoop>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPaintEvent>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace litedeck;
using namespace litedeck::bench;

namespace {

constexpr int WordsPerParagraph = 60;

/// Words of prose; each of them changes what is seen.
QStringList words(int count)
{
    static const QStringList some{u"tokens"_s, u"arrive"_s,  u"while"_s, u"the"_s,
                                  u"view"_s,   u"settles"_s, u"and"_s,   u"paints"_s};
    QStringList all;
    for (int i = 0; i < count; ++i)
        all += some[i % some.size()] +
               (i % WordsPerParagraph == WordsPerParagraph - 1 ? u".\n\n"_s : u" "_s);
    return all;
}

QByteArray event(const QString &content, const QJsonValue &finishReason)
{
    const QJsonObject choice{{u"index"_s, 0},
                             {u"delta"_s, QJsonObject{{u"content"_s, content}}},
                             {u"finish_reason"_s, finishReason}};
    const QJsonObject chunk{{u"object"_s, u"chat.completion.chunk"_s},
                            {u"choices"_s, QJsonArray{choice}}};
    return "data: " + QJsonDocument(chunk).toJson(QJsonDocument::Compact) + "\n\n";
}

QList<QByteArray> events(const QStringList &pieces)
{
    QList<QByteArray> all;
    for (const QString &piece : pieces)
        all += event(piece, QJsonValue::Null);
    return all += event({}, u"stop"_s) + "data: [DONE]\n\n";
}

/// Tells when the transcript was painted and its pixels in the window's memory are other ones.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    using Told = std::function<void(qint64 at)>;

    /// Null ends it. `handled` is called after each event.
    void watch(QWidget *viewport, Told handled = {}, Told changed = {})
    {
        m_viewport = viewport;
        m_handled = std::move(handled);
        m_changed = std::move(changed);
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        if (receiver == m_viewport && event->type() == QEvent::Paint)
            m_painted = true;
        ++m_depth;
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        if (m_depth > 0 || m_viewport == nullptr)
            return done;
        const qint64 now = nanoseconds();
        m_handled(now);
        if (std::exchange(m_painted, false))
            compare(now);
        return done;
    }

private:
    void compare(qint64 now)
    {
        QWidget *window = m_viewport->window();
        const auto *all = dynamic_cast<QImage *>(window->backingStore()->paintDevice());
        if (all == nullptr)
            qFatal("the window's pixels cannot be read");
        const QRect place(m_viewport->mapTo(window, QPoint()), m_viewport->size());
        const QImage pixels = all->copy(place);
        if (pixels == m_pixels)
            return;
        m_pixels = pixels;
        m_changed(now);
    }

    QWidget *m_viewport = nullptr;
    Told m_handled;
    Told m_changed;
    QImage m_pixels;
    int m_depth = 0;
    bool m_painted = false;
};

/// The server on its thread.
class Host
{
    Q_DISABLE_COPY_MOVE(Host)

public:
    explicit Host(PacedServer &server)
        : m_server(server)
    {
        server.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &server, [&server] { server.listen(); }, Qt::BlockingQueuedConnection);
    }
    ~Host()
    {
        QThread *own = QThread::currentThread();
        QMetaObject::invokeMethod(
            &m_server, [this, own] { m_server.moveToThread(own); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

private:
    PacedServer &m_server;
    QThread m_thread;
};

/// Chooses the model and sends a message as a user does; false when that cannot be done.
bool ask(QWidget &window)
{
    auto *models = window.findChild<QComboBox *>(u"model"_s);
    auto *message = window.findChild<QWidget *>(u"message"_s);
    if (!QTest::qWaitFor([models] { return models->findText(u"gpt-4o-mini"_s) >= 0; }))
        return false;
    models->setCurrentIndex(models->findText(u"gpt-4o-mini"_s));
    emit models->activated(models->currentIndex());
    message->setFocus();
    QTest::keyClicks(message, u"Write on"_s);
    QTest::keyClick(message, Qt::Key_Return);
    return true;
}

void print(QTextStream &out, const QString &what, const Blocks &times)
{
    out << what << ": median " << times.percentile(0.5) << ", 95th percentile "
        << times.percentile(0.95) << ", 99th " << times.percentile(0.99) << ", longest "
        << times.longest() << " ms" << Qt::endl;
}

bool run(Application &application, int interval, int jitter, int count)
{
    demo::DemoHost demo({});
    const QStringList pieces = words(count);
    QList<qsizetype> ends;
    for (const QString &piece : pieces)
        ends += (ends.isEmpty() ? 0 : ends.constLast()) + piece.size();
    PacedServer server(demo.gateway().baseUrl(), events(pieces), interval, jitter);
    const Host host(server);
    const QTemporaryDir directory;
    Settings settings(directory.filePath(u"settings.ini"_s));
    SystemClock clock;
    Workspace workspace({.server = server.url(),
                         .team = {demo.gateway().teamId()},
                         .virtualKey = demo.gateway().virtualKey()},
                        u"Benchmark"_s, directory.filePath(u"chats.sqlite"_s), settings, clock);
    workspace.start();
    workspace.window().resize(1200, 900);
    workspace.window().activateWindow();
    if (!QTest::qWaitForWindowActive(&workspace.window()))
        qFatal("the window is not active");

    auto *view = workspace.window().findChild<TranscriptView *>(u"transcript"_s);
    // Qt Test's own waiting sleeps between events.
    QEventLoop loop;
    Blocks received;
    Blocks painted;
    const auto add = [&server](Blocks &blocks, qsizetype piece, qint64 now) {
        blocks.add(double(now - server.writtenAt(piece)) / 1e6);
    };
    const auto reply = [view] { return view->stack().size() < 2 ? nullptr : &view->stack().at(1); };
    qsizetype read = 0; // What is in the layouts, and so in the next painting.
    const auto onHandled = [&](qint64 now) {
        const Entry *entry = reply();
        if (entry == nullptr)
            return;
        const qsizetype length = entry->source().size();
        read = entry->hasUnread() ? read : length;
        for (auto at = qsizetype(received.count()); at < count && ends[at] <= length; ++at)
            add(received, at, now);
    };
    const auto onChanged = [&](qint64 now) {
        for (auto at = qsizetype(painted.count()); at < count && ends[at] <= read; ++at)
            add(painted, at, now);
        if (qsizetype(painted.count()) == count)
            loop.quit();
    };
    application.watch(view->viewport(), onHandled, onChanged);
    const double before = processCpu();
    const auto tooLong = std::chrono::milliseconds(count * (interval + jitter) * 2 + 10'000);
    QTimer::singleShot(tooLong, &loop, &QEventLoop::quit);
    if (ask(workspace.window()))
        loop.exec();
    const bool done = qsizetype(painted.count()) == count;
    application.watch(nullptr);
    QTextStream out(stdout);
    out << count << " words, one every " << interval << " to " << interval + jitter << " ms, CPU "
        << processCpu() - before << " s with the server's" << (done ? "\n" : "; NOT COMPLETE\n");
    print(out, u"written to received by the view"_s, received);
    print(out, u"written to painted"_s, painted);
    return done;
}

} // namespace

int main(int argc, char *argv[])
{
    Application application(argc, argv);
    applyTheme(application, ColorScheme::Light);
    const bool together = run(application, 4, 2, 4000);
    // So far apart that each is alone in its frame, at any time between two frames.
    const bool apart = run(application, 40, 33, 500);
    return together && apart ? 0 : 1;
}
