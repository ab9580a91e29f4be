// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Workspace.h"
#include "chat/transcript/TranscriptView.h"
#include "demo/DemoGateway.h"
#include "net/HttpExchange.h"
#include "settings/Settings.h"
#include "shell/ShellFrame.h"
#include "support/FakeClock.h"

#include <QComboBox>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace litedeck::test {

/// Where a message is asked for that is a job of its own.
inline constexpr QLatin1StringView StreamPath("/api/jobs/create-and-call-stream");

/// The real window on the embedded gateway, with a clock that the test advances and a directory of
/// its own.
class Deck
{
public:
    explicit Deck(const demo::DemoScenario &scenario = {})
        : gateway(scenario)
        , settings(directory.filePath(QStringLiteral("settings.ini")))
    {
        gateway.listen();
        open();
    }

    /// Opens the window as after a start of the program; an open one is closed first.
    void open()
    {
        workspace.reset();
        workspace = std::make_unique<Workspace>(GatewayAddress{.server = gateway.baseUrl(),
                                                               .team = {gateway.teamId()},
                                                               .virtualKey = gateway.virtualKey(),
                                                               .secondServer = secondServer},
                                                QStringLiteral("Demo"),
                                                directory.filePath(QStringLiteral("chats.sqlite")),
                                                settings, clock);
        workspace->start();
    }

    QWidget &window() { return workspace->window(); }

    /// The widget with this name, also on a page that was not shown yet; or null.
    template <typename T = QWidget>
    T *find(const QString &objectName)
    {
        if (auto *found = workspace->window().findChild<T *>(objectName))
            return found;
        auto *frame = workspace->window().findChild<ShellFrame *>();
        for (const Page page : AllPages)
            frame->makePage(page);
        return workspace->window().findChild<T *>(objectName);
    }

    /// The visible widget with this accessible name, or null.
    template <typename T = QWidget>
    T *named(const QString &accessibleName)
    {
        for (T *widget : workspace->window().findChildren<T *>()) {
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    /// Waits until messages can be sent, which is when the models are known, and chooses one of
    /// them; false when that does not come to pass.
    bool choose(const QString &model)
    {
        const auto isListed = [this, &model] {
            const auto *combo = find<QComboBox>(QStringLiteral("model"));
            return combo != nullptr && combo->findText(model) >= 0;
        };
        if (!QTest::qWaitFor(isListed))
            return false;
        auto *combo = find<QComboBox>(QStringLiteral("model"));
        combo->setCurrentIndex(combo->findText(model));
        emit combo->activated(combo->currentIndex());
        return true;
    }

    /// Waits until no request is under way.
    bool comesToRest()
    {
        // A call begins its request when the one who asked for it has returned.
        QCoreApplication::processEvents();
        return QTest::qWaitFor(
            [this] { return workspace->findChildren<HttpExchange *>().isEmpty(); });
    }

    /// Lets time pass, but never while a request is under way: its limits would pass as well.
    bool pass(Milliseconds time)
    {
        while (comesToRest()) {
            if (time <= Milliseconds::zero())
                return true;
            const Milliseconds toNextTimer = std::max(clock.untilNextTimer(), Milliseconds(1));
            const Milliseconds step = std::min(time, toNextTimer);
            clock.advance(step);
            time -= step;
        }
        return false;
    }

    /// Lets time pass in this way until `done`, a second at a time.
    template <typename Done>
    bool passUntil(Done done)
    {
        const auto isDone = [&] { return done() || (pass(Milliseconds(1'000)) && done()); };
        return QTest::qWaitFor(isDone, 20'000);
    }

    TranscriptView *transcript() { return find<TranscriptView>(QStringLiteral("transcript")); }

    /// Writes a message as a user does and sends it with Enter.
    void send(const QString &text)
    {
        QWidget *message = find(QStringLiteral("message"));
        message->setFocus();
        QTest::keyClicks(message, text);
        QTest::keyClick(message, Qt::Key_Return);
    }

    /// The session of the newest conversation, or null.
    ChatSession *session()
    {
        const auto &summaries = workspace->library().summaries();
        return summaries.isEmpty() ? nullptr
                                   : workspace->library().session(summaries.constFirst().id);
    }

    /// The newest turn of the newest conversation; an empty one when there is none.
    Turn lastTurn()
    {
        ChatSession *open = session();
        return open == nullptr || open->conversation().turns.isEmpty()
                   ? Turn()
                   : open->conversation().turns.constLast();
    }

    QUrl secondServer; ///< Taken by open(); empty for none.
    /// Opens the only conversation in the list, by keyboard; false when there is none.
    bool openConversation()
    {
        auto *list = find<QListView>(QStringLiteral("conversations"));
        if (!QTest::qWaitFor([list] { return list->model()->rowCount() == 1; }))
            return false;
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        return QTest::qWaitFor([this] { return session() != nullptr; });
    }

    /// Whether the newest turn has ended, well or badly.
    bool isOver()
    {
        const Turn turn = lastTurn();
        return !turn.id.isEmpty() && turn.state != TurnState::Pending &&
               turn.state != TurnState::Streaming;
    }

    QTemporaryDir directory;
    demo::DemoGateway gateway;
    FakeClock clock;
    Settings settings;
    std::unique_ptr<Workspace> workspace;
};

} // namespace litedeck::test
