// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Workspace.h"
#include "core/demo/DemoGateway.h"
#include "core/settings/Settings.h"
#include "tests/support/FakeClock.h"
#include "ui/chat/transcript/TranscriptView.h"
#include "ui/shell/ShellFrame.h"

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
    explicit Deck(const demo::DemoScenario &scenario = {});

    /// Opens the window as after a start of the program; an open one is closed first.
    void open();

    QWidget &window() { return workspace->window(); }
    TranscriptView *transcript();

    /// The widget with this name, also on a page that was not shown yet; or null.
    template <typename T = QWidget>
    T *find(const QString &objectName)
    {
        if (auto *found = window().findChild<T *>(objectName))
            return found;
        makePages();
        return window().findChild<T *>(objectName);
    }

    /// The visible widget with this accessible name, or null.
    template <typename T = QWidget>
    T *named(const QString &accessibleName)
    {
        for (T *widget : window().findChildren<T *>()) {
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    /// Waits until messages can be sent, which is when the models are known, and chooses one of
    /// them; false when that does not come to pass.
    bool choose(const QString &model);

    /// Waits until no request is under way.
    bool comesToRest();
    /// Lets time pass, but never while a request is under way: its limits would pass as well.
    bool pass(Milliseconds time);
    /// Lets time pass in this way until `done`, a second at a time.
    template <typename Done>
    bool passUntil(Done done)
    {
        const auto isDone = [&] { return done() || (pass(Milliseconds(1'000)) && done()); };
        return QTest::qWaitFor(isDone, 20'000);
    }

    /// Writes a message as a user does and sends it with Enter.
    void send(const QString &text);
    /// Opens the only conversation in the list, by keyboard; false when there is none.
    bool openConversation();

    /// The session of the newest conversation, or null.
    ChatSession *session();
    /// The newest turn of the newest conversation; an empty one when there is none.
    Turn lastTurn();
    /// Whether the newest turn has ended, well or badly.
    bool isOver();

    QUrl secondServer; ///< Taken by open(); empty for none.
    QTemporaryDir directory;
    demo::DemoGateway gateway;
    FakeClock clock;
    Settings settings;
    std::unique_ptr<Workspace> workspace;

private:
    void makePages();
};

} // namespace litedeck::test
