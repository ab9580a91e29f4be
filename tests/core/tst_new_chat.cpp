// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/NewChat.h"

#include "core/settings/Settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

ChatSettings fullSettings()
{
    return {.systemPrompt = u"Be brief.\nGrüße"_s,
            .parameters = {.temperature = 0.0,
                           .maxTokens = 12,
                           .topP = 0.5,
                           .frequencyPenalty = -1.5,
                           .presencePenalty = 2,
                           .stop = {u"\n"_s, u"END"_s}},
            .billing = Billing::PerConversation};
}

const QUrl server(u"https://gateway.example/"_s);
const TeamId team{u"team-1"_s};

} // namespace

class tst_NewChat : public QObject
{
    Q_OBJECT

private slots:
    void keepsDefaultsAndDraftOfEachTeam();
    void whatIsSetForOneChatEndsWithIt();
    void aDefaultLeavesTheChatThatHasItsOwn();
};

void tst_NewChat::keepsDefaultsAndDraftOfEachTeam()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"deck.ini"_s);
    {
        Settings settings(path);
        NewChat chat(settings, server, team);
        QCOMPARE(chat.settings(), ChatSettings());
        chat.setDefaults(fullSettings());
        chat.setDraft(u"half a thought"_s);
        QCOMPARE(chat.settings(), fullSettings());
    }
    Settings settings(path);
    const NewChat again(settings, server, team);
    QCOMPARE(again.settings(), fullSettings());
    QCOMPARE(again.draft(), u"half a thought"_s);
    const NewChat other(settings, server, {u"team-2"_s});
    QCOMPARE(other.settings(), ChatSettings());
    QVERIFY(other.draft().isEmpty());
}

void tst_NewChat::whatIsSetForOneChatEndsWithIt()
{
    const QTemporaryDir directory;
    Settings settings(directory.filePath(u"deck.ini"_s));
    NewChat chat(settings, server, team);
    chat.setSettings(fullSettings());
    chat.setDraft(u"hello"_s);
    QCOMPARE(chat.settings(), fullSettings());
    QCOMPARE(chat.defaults(), ChatSettings());
    chat.renew();
    QCOMPARE(chat.settings(), ChatSettings());
    QVERIFY(chat.draft().isEmpty());
}

void tst_NewChat::aDefaultLeavesTheChatThatHasItsOwn()
{
    const QTemporaryDir directory;
    Settings settings(directory.filePath(u"deck.ini"_s));
    NewChat chat(settings, server, team);
    const ChatSettings own{.systemPrompt = u"For once"_s};
    chat.setSettings(own);
    chat.setDefaults(fullSettings());
    QCOMPARE(chat.settings(), own);
    chat.renew();
    QCOMPARE(chat.settings(), fullSettings());
}

QTEST_GUILESS_MAIN(tst_NewChat)
#include "tst_new_chat.moc"
