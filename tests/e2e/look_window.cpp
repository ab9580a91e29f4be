// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the real window on the embedded gateway and saves pictures of it: for people who judge what
// others will see, and for the pictures in the documents. Not a test.
#include "Deck.h"
#include "app/Translations.h"

#include "ui/chat/AttachmentBar.h"
#include "ui/chat/Composer.h"
#include "ui/chat/PromptLibraryDialog.h"
#include "ui/shell/ShellFrame.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>

#include <utility>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

/// Lets the program run for a while, with its clock beside the real one.
void settle(Deck &deck, int milliseconds)
{
    QElapsedTimer lap;
    lap.start();
    const QDeadlineTimer until(milliseconds);
    qint64 passed = 0;
    while (!until.hasExpired()) {
        QApplication::processEvents(QEventLoop::AllEvents, 10);
        // What main() itself has let go of waits for an event loop that never comes.
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const qint64 elapsed = lap.elapsed();
        deck.clock.advance(Milliseconds(elapsed - std::exchange(passed, elapsed)));
    }
}

void choose(Deck &deck, const QString &model)
{
    auto *combo = deck.find<QComboBox>(u"model"_s);
    combo->setCurrentIndex(combo->findText(model));
    emit combo->activated(combo->currentIndex());
}

/// Chats of the past, for the list.
void addEarlierChats(Deck &deck)
{
    const std::pair<int, QString> earlier[] = {
        {1, u"Retry budget for the nightly batch"_s}, {1, u"Release notes, second draft"_s},
        {4, u"Why is the invoice higher?"_s},         {6, u"SQL for the weekly report"_s},
        {19, u"Names for the new service"_s},         {70, u"Regular expressions for log lines"_s},
        {400, u"First steps with the gateway"_s}};
    QList<Conversation> chats;
    for (const auto &[days, title] : earlier) {
        Conversation chat;
        chat.id = {title};
        chat.title = title;
        chat.updatedAt = deck.clock.utcNow().addDays(-days);
        chat.createdAt = chat.updatedAt;
        chats += chat;
    }
    deck.workspace->catalogue().add(chats);
}

/// Two versions of the last reply, in a wide and in a narrow dialog.
void pictureVersions(Deck &deck, const QDir &directory)
{
    deck.transcript()->trigger(3, EntryAction::CompareVersions);
    auto *dialog = deck.find(u"versions"_s);
    settle(deck, 600);
    dialog->grab().save(directory.filePath(u"19-versions.png"_s));
    dialog->resize(480, 700);
    settle(deck, 600);
    dialog->grab().save(directory.filePath(u"20-versions-narrow.png"_s));
    dialog->close();
}

/// A reply that calls a tool.
void pictureToolCall(Deck &deck)
{
    deck.gateway.addFault({.method = "POST",
                           .pathPattern = StreamPath,
                           .times = 1,
                           .status = 200,
                           .body = R"(data: {"choices":[{"delta":{"content":"Let me look."}}]}

data: {"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"name":"get_weather","arguments":"{\"city\":\"Paris\",\"days\":[1,2],\"unit\":\"C\"}"}}]}}]}

data: {"choices":[{"delta":{},"finish_reason":"tool_calls"}]}

data: [DONE]

)",
                           .contentType = "text/event-stream"});
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    deck.send(u"What is the weather in Paris?"_s);
    settle(deck, 1500);
}

/// What stands around a message before it is sent, and the dialogs that open from there.
template <typename Grab>
void pictureWriting(Deck &deck, const QDir &directory, Grab grab)
{
    const QList<SavedPrompt> prompts{{u"Review a change"_s, u"Review this change: "_s},
                                     {u"Translate to German"_s, u"Translate to German: "_s},
                                     {u"Write a test"_s, u"Write a test for this: "_s}};
    PromptLibrary kept(deck.settings);
    kept.setPrompts(prompts);
    auto *composer = deck.find<Composer>(u"composer"_s);
    composer->setText(u"Compare these two, please. What would you change first?"_s);
    composer->setAttachments(
        {{u"meeting-notes.txt"_s, u"text/plain"_s, QByteArray(5400, 'x')},
         {u"a long name of a diagram.png"_s, u"image/png"_s, QByteArray(182'000, 'x')}});
    composer->attachmentBar()->addFiles({u"/usr/bin/env"_s});
    auto *list = deck.find<QListView>(u"conversations"_s);
    ChatCatalogue &catalogue = deck.workspace->catalogue();
    catalogue.setPinned(catalogue.summaries().constLast().id, true);
    catalogue.setArchived(catalogue.summaries().at(1).id, true);
    grab(u"14-writing"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    grab(u"15-deleted-chat"_s);
    const auto grabOwn = [&](const QString &opener, const QString &dialog, const QString &name) {
        deck.find<QAbstractButton>(opener)->click();
        settle(deck, 400);
        auto *shown = deck.find(dialog);
        shown->grab().save(directory.filePath(name + u".png"_s));
        shown->close();
    };
    grabOwn(u"insertPrompt"_s, u"promptPicker"_s, u"16-prompts"_s);
    grabOwn(u"openConversationSettings"_s, u"conversationSettings"_s, u"17-settings"_s);
    PromptLibraryDialog dialog(kept);
    dialog.show();
    settle(deck, 300);
    dialog.grab().save(directory.filePath(u"18-prompt-library.png"_s));
}

/// The team and its jobs, in each of their states.
template <typename Grab>
void pictureTeam(Deck &deck, Grab grab)
{
    auto *frame = deck.window().findChild<ShellFrame *>();
    auto *sheet = deck.find<QScrollArea>(u"teamScroll"_s)->verticalScrollBar();
    frame->setCurrentPage(Page::Team);
    settle(deck, 800);
    grab(u"20-team"_s);
    sheet->setValue(sheet->maximum() / 2);
    grab(u"21-team-middle"_s);
    sheet->setValue(sheet->maximum());
    grab(u"22-team-end"_s);
    sheet->setValue(0);
    frame->setCurrentPage(Page::Jobs);
    settle(deck, 1200);
    auto *tabs = deck.find<QTabWidget>(u"jobsTabs"_s);
    tabs->setCurrentIndex(1);
    grab(u"23-summaries-unread"_s);
    deck.find<QAbstractButton>(u"readCosts"_s)->click();
    const QDeadlineTimer enough(20'000);
    while (deck.find(u"readingProgress"_s)->isVisible() && !enough.hasExpired()) {
        settle(deck, 20);
        deck.clock.advance(Milliseconds(80));
    }
    grab(u"24-summaries"_s);
    deck.find<QComboBox>(u"summariesGrouping"_s)->setCurrentIndex(2);
    grab(u"25-summaries-by-day"_s);
    tabs->setCurrentIndex(0);
    grab(u"26-jobs"_s);
    auto *status = deck.find<QComboBox>(u"jobsStatus"_s);
    status->setCurrentIndex(1); // those that failed
    auto *table = deck.find<QTableView>(u"jobsTable"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    settle(deck, 600);
    grab(u"27-failed-job"_s);
    deck.gateway.setTeamStatus(u"suspended"_s);
    deck.clock.advance(TeamMonitor::VisibleInterval);
    settle(deck, 600);
    grab(u"28-jobs-suspended"_s);
    frame->setCurrentPage(Page::Team);
    settle(deck, 600);
    grab(u"29-team-suspended"_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"dark"_s, u"Use the dark colours."_s},
                       {u"size"_s, u"Size of the window."_s, u"WxH"_s, u"1280x800"_s},
                       {u"team"_s, u"Only the team and its jobs."_s},
                       {u"jobs"_s, u"How many jobs are behind the team."_s, u"NUMBER"_s, u"300"_s},
                       {u"scenario"_s, u"Scenario of the gateway."_s, u"NAME"_s, u"default"_s}});
    parser.addPositionalArgument(u"directory"_s, u"Where the pictures go."_s);
    parser.process(application);
    const QDir directory(parser.positionalArguments().value(0, u"."_s));
    const Translations translations;
    applyTheme(application, parser.isSet(u"dark"_s) ? ColorScheme::Dark : ColorScheme::Light);

    auto scenario =
        demo::DemoScenario::named(parser.value(u"scenario"_s)).value_or(demo::DemoScenario());
    scenario.pastJobs = parser.value(u"jobs"_s).toInt();
    scenario.textPaceMs = 2;
    scenario.providerDelayMs = 50;
    Deck deck(scenario);
    addEarlierChats(deck);
    const QStringList size = parser.value(u"size"_s).split(u'x');
    deck.window().resize(size.value(0).toInt(), size.value(1).toInt());
    settle(deck, 800);

    const auto grab = [&](const QString &name) {
        settle(deck, 400);
        deck.window().grab().save(directory.filePath(name + u".png"_s));
    };
    if (parser.isSet(u"team"_s)) {
        pictureTeam(deck, grab);
        return 0;
    }
    grab(u"1-empty"_s);
    choose(deck, u"gpt-4o-mini"_s);
    deck.send(u"How should a client retry a failed call?"_s);
    settle(deck, 2500);
    grab(u"2-chat"_s);
    choose(deck, u"markdown-writer"_s);
    deck.send(u"Write me a guide with a table and code."_s);
    settle(deck, 1200);
    grab(u"3-streaming"_s);
    settle(deck, 6000);
    grab(u"4-long"_s);
    auto *frame = deck.window().findChild<ShellFrame *>();
    frame->setCurrentPage(Page::Team);
    settle(deck, 800);
    grab(u"5-team"_s);
    frame->setCurrentPage(Page::Jobs);
    settle(deck, 1500);
    grab(u"6-jobs"_s);
    frame->setCurrentPage(Page::Diagnostics);
    grab(u"7-diagnostics"_s);
    frame->setCurrentPage(Page::Chats);
    for (const auto &model : {u"fault-rate-limit"_s, u"fault-no-credentials"_s}) {
        deck.find<QAbstractButton>(u"newChat"_s)->click();
        choose(deck, model);
        deck.send(u"Summarise the last meeting."_s);
        settle(deck, 800);
    }
    grab(u"8-errors"_s);

    deck.settings.set(Keys::MaxRetries, 0);
    const auto failWith = [&](int status, const QByteArray &detail) {
        deck.gateway.clearFaults();
        deck.gateway.addFault({.method = "POST",
                               .pathPattern = u"/api/jobs/create-and-call-stream"_s,
                               .status = status,
                               .body = R"({"detail":")" + detail + R"("})"});
        deck.send(u"And what should the next step be?"_s);
        settle(deck, 800);
    };
    for (auto *dismiss : deck.window().findChildren<QAbstractButton *>(u"dismissError"_s))
        dismiss->click();
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    choose(deck, u"gpt-4o-mini"_s);
    deck.send(u"How should a client retry a failed call?"_s);
    settle(deck, 2500);
    failWith(429, "Rate limit exceeded");
    failWith(400, "This model's maximum context length is 8192 tokens.");
    grab(u"9-ways-out"_s);
    for (auto *queue : deck.window().findChildren<QAbstractButton *>(u"queueForLater"_s)) {
        if (queue->isVisible())
            queue->click();
    }
    failWith(403, "Forbidden");
    deck.transcript()->scrollByPage(-1);
    grab(u"10-queued"_s);
    for (auto *dismiss : deck.window().findChildren<QAbstractButton *>(u"dismissError"_s))
        dismiss->click();
    deck.find<QLineEdit>(u"searchConversations"_s)->setText(u"retry call"_s);
    grab(u"11-search"_s);
    deck.find<QLineEdit>(u"searchConversations"_s)->clear();

    deck.gateway.clearFaults();
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    deck.send(u"How should a client retry a failed call?"_s);
    settle(deck, 2500);
    ChatSettings billed = deck.session()->conversation().settings;
    billed.billing = Billing::PerConversation;
    deck.session()->setSettings(billed);
    deck.send(u"And what does a retry cost?"_s);
    settle(deck, 4000);
    deck.transcript()->trigger(3, EntryAction::Regenerate);
    settle(deck, 4000);
    grab(u"12-open-job"_s);
    pictureVersions(deck, directory);
    deck.transcript()->trigger(0, EntryAction::Delete);
    deck.session()->finishJob();
    grab(u"13-deleted"_s);
    pictureToolCall(deck);
    grab(u"21-tool-call"_s);
    pictureWriting(deck, directory, grab);
    return 0;
}
