// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"

#include "core/net/HttpExchange.h"

#include <QComboBox>
#include <QListView>

using namespace Qt::StringLiterals;

namespace litedeck::test {

Deck::Deck(const demo::DemoScenario &scenario)
    : gateway(scenario)
    , settings(directory.filePath(u"settings.ini"_s))
{
    gateway.listen();
    open();
}

void Deck::open()
{
    workspace.reset();
    workspace = std::make_unique<Workspace>(GatewayAddress{.server = gateway.baseUrl(),
                                                           .team = {gateway.teamId()},
                                                           .virtualKey = gateway.virtualKey(),
                                                           .secondServer = secondServer},
                                            u"Demo"_s, directory.filePath(u"chats.sqlite"_s),
                                            settings, clock);
    workspace->start();
}

TranscriptView *Deck::transcript()
{
    return find<TranscriptView>(u"transcript"_s);
}

void Deck::makePages()
{
    auto *frame = window().findChild<ShellFrame *>();
    for (const Page page : AllPages)
        frame->makePage(page);
}

bool Deck::choose(const QString &model)
{
    const auto isListed = [this, &model] {
        const auto *combo = find<QComboBox>(u"model"_s);
        return combo != nullptr && combo->findText(model) >= 0;
    };
    if (!QTest::qWaitFor(isListed))
        return false;
    auto *combo = find<QComboBox>(u"model"_s);
    combo->setCurrentIndex(combo->findText(model));
    emit combo->activated(combo->currentIndex());
    return true;
}

bool Deck::comesToRest()
{
    // A call begins its request when the one who asked for it has returned.
    QCoreApplication::processEvents();
    return QTest::qWaitFor([this] { return workspace->findChildren<HttpExchange *>().isEmpty(); });
}

bool Deck::pass(Milliseconds time)
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

void Deck::send(const QString &text)
{
    QWidget *message = find(u"message"_s);
    message->setFocus();
    QTest::keyClicks(message, text);
    QTest::keyClick(message, Qt::Key_Return);
}

bool Deck::openConversation()
{
    auto *list = find<QListView>(u"conversations"_s);
    if (!QTest::qWaitFor([list] { return list->model()->rowCount() == 1; }))
        return false;
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    return QTest::qWaitFor([this] { return session() != nullptr; });
}

ChatSession *Deck::session()
{
    const auto &summaries = workspace->catalogue().summaries();
    return summaries.isEmpty() ? nullptr : workspace->live().session(summaries.constFirst().id);
}

Turn Deck::lastTurn()
{
    const ChatSession *open = session();
    return open == nullptr || open->conversation().turns.isEmpty()
               ? Turn()
               : open->conversation().turns.constLast();
}

bool Deck::isOver()
{
    const Turn turn = lastTurn();
    return !turn.id.isEmpty() && turn.state != TurnState::Pending &&
           turn.state != TurnState::Streaming;
}

} // namespace litedeck::test
