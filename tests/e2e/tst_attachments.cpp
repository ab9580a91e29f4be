// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Composing.h"
#include "Wire.h"

#include "core/conversation/AttachmentFile.h"
#include "ui/chat/AttachmentBar.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/ConversationListModel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QListView>
#include <QMimeData>
#include <QPushButton>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray png = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==");

QString write(Deck &deck, const QString &name, const QByteArray &content)
{
    QFile file(deck.directory.filePath(name));
    file.open(QIODevice::WriteOnly);
    file.write(content);
    return file.fileName();
}

/// Takes files along with the next message and waits until they are read.
bool attach(Deck &deck, const QStringList &paths)
{
    composer(deck)->attachmentBar()->addFiles(paths);
    return QTest::qWaitFor(
        [&deck, &paths] { return composer(deck)->attachments().size() == paths.size(); });
}

QJsonArray lastParts(Deck &deck)
{
    const QJsonArray messages = lastCall(deck).value("messages"_L1).toArray();
    return messages.at(messages.size() - 1).toObject().value("content"_L1).toArray();
}

} // namespace

/// Files that go along with a message: before it is sent, and on the wire.
class tst_Attachments : public QObject
{
    Q_OBJECT

private slots:
    void keepsFilesOverARestart();
    void keepsFilesOfAHurriedStart();
    void keepsFilesThatAreReadLate();
    void saysWhatBecameOfAFile();
    void stopsBeforeFilesAreEncoded();
    void sendsFilesAsParts();
    void sendsAFileWithoutAWord();
    void keepsFilesInAnEditAndARegeneration();
    void keepsFilesOfEachChat();
    void takesDroppedFiles();
};

void tst_Attachments::keepsFilesOverARestart()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QVERIFY(attach(deck, {write(deck, u"new.txt"_s, "what it held")}));
    deck.open();
    // Of the chat that is not begun.
    QTRY_COMPARE(composer(deck)->attachments().size(), 1);
    QCOMPARE(composer(deck)->attachments().constFirst().name, u"new.txt"_s);
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"one"_s);
    QTRY_VERIFY(deck.isOver());
    QVERIFY(attach(deck, {write(deck, u"one.txt"_s, "what it held"),
                          write(deck, u"two.txt"_s, "what it held")}));
    const auto isMarked = [&deck] {
        const auto *model = deck.find<QListView>(u"conversations"_s)->model();
        return model->index(0, 0).data(ConversationListModel::DraftRole).toBool();
    };
    QVERIFY(isMarked());
    deck.find(u"newChat"_s)->setFocus();
    QTest::keyClick(deck.find(u"newChat"_s), Qt::Key_Space);
    QVERIFY(composer(deck)->attachmentBar()->files().isEmpty());

    // Of a chat, in their order; what was sent does not come back.
    deck.open();
    QTRY_COMPARE(deck.find<QListView>(u"conversations"_s)->model()->rowCount(), 1);
    QVERIFY(composer(deck)->attachmentBar()->files().isEmpty());
    QVERIFY(isMarked());
    QVERIFY(deck.openConversation());
    QTRY_COMPARE(composer(deck)->attachmentBar()->files().size(), 2);
    QCOMPARE(composer(deck)->attachments().constLast().name, u"two.txt"_s);
    const auto chips = deck.window().findChildren<QPushButton *>(u"attachment"_s);
    QTest::keyClick(chips.constLast(), Qt::Key_Delete);
    deck.open();
    QVERIFY(deck.openConversation());
    QTRY_COMPARE(composer(deck)->attachmentBar()->files().size(), 1);

    // Not after their chat was deleted, either.
    deck.workspace->catalogue().remove(deck.session()->conversation().id);
    deck.open();
    deck.open();
    QVERIFY(composer(deck)->attachmentBar()->files().isEmpty());
}

void tst_Attachments::keepsFilesOfAHurriedStart()
{
    const auto file = [](const QString &name) {
        return DraftFile{{name, u"text/plain"_s, "what it held"}, {}};
    };
    Deck deck;
    // Each is attached, and the window closed, before what was stored could be read.
    composer(deck)->attachmentBar()->setFiles({file(u"first.txt"_s)});
    deck.open();
    composer(deck)->attachmentBar()->setFiles({file(u"second.txt"_s)});
    deck.open();
    QTRY_COMPARE(composer(deck)->attachmentBar()->files(),
                 QList({file(u"first.txt"_s), file(u"second.txt"_s)}));

    // One that is still being read when the stored ones come is not dropped.
    deck.open();
    composer(deck)->attachmentBar()->addFiles(
        {write(deck, u"third.txt"_s, QByteArray(LargestText, 'x'))});
    QTRY_COMPARE(composer(deck)->attachmentBar()->files().size(), 3);
    QVERIFY(!composer(deck)->attachmentBar()->isReading());
    QCOMPARE(composer(deck)->attachmentBar()->files().constLast().content.name, u"third.txt"_s);
    deck.open();
    QTRY_COMPARE(composer(deck)->attachmentBar()->files().size(), 3);
}

void tst_Attachments::keepsFilesThatAreReadLate()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    const QString slow = write(deck, u"slow.txt"_s, QByteArray(LargestText, 'x'));
    const QString empty = write(deck, u"empty.txt"_s, {});
    const auto names = [&deck] {
        QStringList all;
        for (const DraftFile &file : composer(deck)->attachmentBar()->files())
            all += file.content.name;
        return all;
    };
    // Another chat is shown before they are read; they go to the one that they were chosen for.
    composer(deck)->attachmentBar()->addFiles({slow, empty, slow});
    QVERIFY(composer(deck)->attachmentBar()->isReading());
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    QVERIFY(!composer(deck)->attachmentBar()->isReading());
    // Why one does not go along is said wherever the user is by then.
    QTRY_VERIFY(deck.find(u"attachmentProblem"_s)->isVisible());
    QCOMPARE(names(), QStringList());
    QTRY_VERIFY(deck.session()->conversation().hasDraftFiles);
    QVERIFY(deck.openConversation());
    QTRY_COMPARE(names(), (QStringList{u"slow.txt"_s, u"slow.txt"_s}));

    // Back before they are read.
    composer(deck)->attachmentBar()->addFiles({slow});
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    QVERIFY(deck.openConversation());
    QTRY_COMPARE(names().size(), 3);
    deck.open();
    QVERIFY(deck.openConversation());
    QTRY_COMPARE(names().size(), 3);
}

void tst_Attachments::saysWhatBecameOfAFile()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QVERIFY(attach(deck, {write(deck, u"same.txt"_s, "what it held"),
                          write(deck, u"changed.txt"_s, "what it held"),
                          write(deck, u"gone.txt"_s, "what it held")}));
    const QByteArray before = composer(deck)->attachments().at(1).data;
    QFile changed(deck.directory.filePath(u"changed.txt"_s));
    QVERIFY(changed.open(QIODevice::WriteOnly) && changed.write("something else") > 0);
    changed.close();
    QVERIFY(QFile::remove(deck.directory.filePath(u"gone.txt"_s)));
    deck.open();
    const auto names = [&deck] {
        QStringList all;
        for (const auto *chip : deck.window().findChildren<QPushButton *>(u"attachment"_s)) {
            if (!chip->isHidden())
                all += chip->accessibleName();
        }
        return all.join(u'\n');
    };
    QTRY_VERIFY2(names().contains("changed since"_L1) && names().contains("no longer there"_L1),
                 qPrintable(names()));
    QCOMPARE(names().count(u','), 5);
    // What goes along is what was attached.
    QCOMPARE(composer(deck)->attachments().at(1).data, before);
    QCOMPARE(composer(deck)->attachments().size(), 3);
}

void tst_Attachments::stopsBeforeFilesAreEncoded()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    ChatSettings settings;
    settings.billing = Billing::PerConversation;
    deck.session()->setSettings(settings);
    deck.send(u"And now"_s);
    QVERIFY(deck.passUntil(
        [&deck] { return deck.lastTurn().prompt == u"And now"_s && deck.isOver(); }));
    const auto calls = [&deck] {
        const auto requests = deck.gateway.requests();
        return std::count_if(requests.cbegin(), requests.cend(), [](const auto &request) {
            return request.path.contains("/llm-call"_L1);
        });
    };
    const auto before = calls();
    // The job is open, so nothing but the encoding stands between sending and the request.
    deck.session()->send(u"Look"_s, {{u"a.png"_s, u"image/png"_s, QByteArray(2'000'000, 'x')}});
    deck.session()->stop();
    QCOMPARE(deck.lastTurn().state, TurnState::Stopped);
    deck.send(u"Without it"_s);
    QVERIFY(deck.passUntil(
        [&deck] { return deck.lastTurn().prompt == u"Without it"_s && deck.isOver(); }));
    QCOMPARE(calls(), before + 1);
    QVERIFY(!lastCall(deck).isEmpty());
}

void tst_Attachments::sendsFilesAsParts()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QVERIFY(attach(deck, {write(deck, u"notes.txt"_s, "Grüße")}));
    composer(deck)->attachmentBar()->addFiles({write(deck, u"dot.png"_s, png)});
    QTRY_COMPARE(composer(deck)->attachments().size(), 2);
    deck.send(u"What is this?"_s);
    QTRY_VERIFY(deck.isOver());
    const QJsonArray parts = lastParts(deck);
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts.at(0).toObject().value("type"_L1).toString(), u"text"_s);
    QVERIFY(parts.at(0).toObject().value("text"_L1).toString().contains("notes.txt"_L1));
    QVERIFY(parts.at(0).toObject().value("text"_L1).toString().endsWith(u"Grüße"));
    QCOMPARE(parts.at(1).toObject().value("image_url"_L1).toObject().value("url"_L1).toString(),
             QString(u"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64())));
    QCOMPARE(parts.at(2).toObject().value("text"_L1).toString(), u"What is this?"_s);
    QVERIFY(composer(deck)->attachments().isEmpty());
    deck.transcript()->selectAll();
    QVERIFY(deck.transcript()->selectedText().contains("Attached: notes.txt, dot.png"_L1));
    QCOMPARE(deck.lastTurn().prompt, u"What is this?"_s);
}

void tst_Attachments::sendsAFileWithoutAWord()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QVERIFY(attach(deck, {write(deck, u"notes.txt"_s, "text")}));
    QTest::keyClick(message(deck), Qt::Key_Return);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(lastParts(deck).size(), 1);
    QCOMPARE(deck.session()->conversation().title, u"notes.txt"_s);
}

void tst_Attachments::keepsFilesInAnEditAndARegeneration()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QVERIFY(attach(deck, {write(deck, u"notes.txt"_s, "text")}));
    deck.send(u"One"_s);
    QTRY_VERIFY(deck.isOver());
    const TurnId first = deck.lastTurn().id;
    deck.transcript()->trigger(0, EntryAction::Edit);
    QCOMPARE(message(deck)->toPlainText(), u"One"_s);
    QCOMPARE(composer(deck)->attachments().size(), 1);
    QTest::keyClicks(message(deck), u" more"_s);
    QTest::keyClick(message(deck), Qt::Key_Return);
    QTRY_VERIFY(deck.lastTurn().id != first && deck.isOver());
    QCOMPARE(lastParts(deck).size(), 2);
    const TurnId second = deck.lastTurn().id;
    deck.transcript()->trigger(1, EntryAction::Regenerate);
    QTRY_VERIFY(deck.lastTurn().id != second && deck.isOver());
    QCOMPARE(lastParts(deck).size(), 2);
    QVERIFY(composer(deck)->attachments().isEmpty());
}

void tst_Attachments::keepsFilesOfEachChat()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"One"_s);
    QTRY_VERIFY(deck.isOver());
    QVERIFY(attach(deck, {write(deck, u"notes.txt"_s, "text")}));
    deck.find<QAbstractButton>(u"newChat"_s)->click();
    QVERIFY(composer(deck)->attachments().isEmpty());
    QVERIFY(deck.openConversation());
    QCOMPARE(composer(deck)->attachments().size(), 1);
}

void tst_Attachments::takesDroppedFiles()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    auto *view = deck.window().findChild<ChatView *>();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write(deck, u"notes.txt"_s, "text"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(view, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(view, &drop);
    QTRY_COMPARE(composer(deck)->attachments().size(), 1);
}

QTEST_MAIN(tst_Attachments)
#include "tst_attachments.moc"
