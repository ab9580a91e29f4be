// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"
#include "Wire.h"

#include "chat/AttachmentFile.h"
#include "chat/ChatView.h"
#include "chat/Composer.h"
#include "chat/ConversationListModel.h"
#include "chat/PromptLibrary.h"
#include "widgets/ElidedLabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace litedeck;
using namespace litedeck::test;
using namespace std::chrono_literals;

namespace {

const QByteArray png = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==");

constexpr QLatin1StringView PricePath("/api/models/gpt-4o-mini");

QPlainTextEdit *message(Deck &deck)
{
    return deck.find<QPlainTextEdit>(u"message"_s);
}

Composer *composer(Deck &deck)
{
    return deck.find<Composer>(u"composer"_s);
}

QString hint(Deck &deck)
{
    return deck.find(u"composerHint"_s)->accessibleName();
}

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
    composer(deck)->addFiles(paths);
    return QTest::qWaitFor(
        [&deck, &paths] { return composer(deck)->attachments().size() == paths.size(); });
}

QJsonArray lastParts(Deck &deck)
{
    const QJsonArray messages = lastCall(deck).value("messages"_L1).toArray();
    return messages.at(messages.size() - 1).toObject().value("content"_L1).toArray();
}

} // namespace

/// What happens in the composer before a message is sent, and what of it is on the wire.
class tst_Composing : public QObject
{
    Q_OBJECT

private slots:
    void estimatesBeforeSending();
    void estimatesTheWholeContext();
    void unknownStaysUnknown();
    void aWholeChatIsChargedAtItsEnd();
    void sendsFilesAsParts();
    void sendsAFileWithoutAWord();
    void keepsFilesInAnEditAndARegeneration();
    void keepsFilesOfEachChat();
    void shortensTheEstimateInSteps();
    void keepsFilesOverARestart();
    void keepsFilesOfAHurriedStart();
    void saysWhatBecameOfAFile();
    void stopsBeforeFilesAreEncoded();
    void takesDroppedFiles();
    void insertsAPromptAfterASlash();
    void aSlashIsASlashWithoutPrompts();
};

void tst_Composing::estimatesBeforeSending()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QCOMPARE(hint(deck), u"Enter sends, Shift+Enter starts a new line"_s);
    QCOMPARE(deck.gateway.countRequests("GET", PricePath), 0);
    message(deck)->setPlainText(QString(4000, u'x'));
    QTRY_COMPARE(hint(deck), u"≈ 1,000 token(s), ≈ $0.00015, 1 credit(s)"_s);
    const QString details = deck.find(u"composerHint"_s)->toolTip();
    QVERIFY(details.contains("4 characters a token and 1,000 tokens an image"_L1));
    QVERIFY(details.contains("$0.60 for a million tokens"_L1));
    QTest::keyClicks(message(deck), u"more"_s);
    QCOMPARE(hint(deck), u"≈ 1,001 token(s), ≈ $0.00015, 1 credit(s)"_s);
    QCOMPARE(deck.gateway.countRequests("GET", PricePath), 1);
    message(deck)->clear();
    QCOMPARE(hint(deck), u"Enter sends, Shift+Enter starts a new line"_s);
}

void tst_Composing::estimatesTheWholeContext()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    const qint64 context = 5 + deck.lastTurn().reply.size();
    message(deck)->setPlainText(u"abc"_s);
    const QString tokens = QLocale().toString((context + 3 + 3) / 4);
    QTRY_VERIFY2(hint(deck).startsWith(u"≈ %1 token(s), ≈ $"_s.arg(tokens)),
                 qPrintable(hint(deck)));
}

void tst_Composing::shortensTheEstimateInSteps()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    message(deck)->setPlainText(QString(4000, u'x'));
    const QString whole = u"≈ 1,000 token(s), ≈ $0.00015, 1 credit(s)"_s;
    QTRY_COMPARE(hint(deck), whole);
    auto *label = deck.find<ElidedLabel>(u"composerHint"_s);
    const auto widthOf = [label](const QString &text) {
        return label->fontMetrics().horizontalAdvance(text) + 1;
    };
    const QStringList steps{whole, u"≈ $0.00015, 1 credit(s)"_s, u"1 credit(s)"_s};
    for (const QString &step : steps) {
        label->resize(widthOf(step), label->height());
        QCOMPARE(label->shownText(), step);
        // Nothing is lost for those who point at it or hear it.
        QVERIFY(label->toolTip().startsWith(whole));
        QCOMPARE(label->accessibleName(), whole);
        QVERIFY(label->accessibleDescription().contains("4 characters a token"_L1));
    }
    label->resize(widthOf(steps.last()) - 4, label->height());
    QVERIFY(label->shownText().endsWith(u'…'));
}

void tst_Composing::keepsFilesOverARestart()
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
    QVERIFY(composer(deck)->files().isEmpty());

    // Of a chat, in their order; what was sent does not come back.
    deck.open();
    QTRY_COMPARE(deck.find<QListView>(u"conversations"_s)->model()->rowCount(), 1);
    QVERIFY(composer(deck)->files().isEmpty());
    QVERIFY(isMarked());
    QVERIFY(deck.openConversation());
    QTRY_COMPARE(composer(deck)->files().size(), 2);
    QCOMPARE(composer(deck)->attachments().constLast().name, u"two.txt"_s);
    const auto chips = deck.window().findChildren<QPushButton *>(u"attachment"_s);
    QTest::keyClick(chips.constLast(), Qt::Key_Delete);
    deck.open();
    QVERIFY(deck.openConversation());
    QTRY_COMPARE(composer(deck)->files().size(), 1);

    // Not after their chat was deleted, either.
    deck.workspace->library().remove(deck.session()->conversation().id);
    deck.open();
    deck.open();
    QVERIFY(composer(deck)->files().isEmpty());
}

void tst_Composing::keepsFilesOfAHurriedStart()
{
    const auto file = [](const QString &name) {
        return DraftFile{{name, u"text/plain"_s, "what it held"}, {}};
    };
    Deck deck;
    // Each is attached, and the window closed, before what was stored could be read.
    composer(deck)->setFiles({file(u"first.txt"_s)});
    deck.open();
    composer(deck)->setFiles({file(u"second.txt"_s)});
    deck.open();
    QTRY_COMPARE(composer(deck)->files(), QList({file(u"first.txt"_s), file(u"second.txt"_s)}));

    // One that is still being read when the stored ones come is not dropped.
    deck.open();
    composer(deck)->addFiles({write(deck, u"third.txt"_s, QByteArray(LargestText, 'x'))});
    QTRY_COMPARE(composer(deck)->files().size(), 3);
    QVERIFY(!composer(deck)->isReadingFiles());
    QCOMPARE(composer(deck)->files().constLast().content.name, u"third.txt"_s);
    deck.open();
    QTRY_COMPARE(composer(deck)->files().size(), 3);
}

void tst_Composing::saysWhatBecameOfAFile()
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

void tst_Composing::stopsBeforeFilesAreEncoded()
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

void tst_Composing::unknownStaysUnknown()
{
    Deck deck;
    deck.gateway.addFault({.method = "GET",
                           .pathPattern = u"/api/models/*"_s,
                           .status = 404,
                           .body = R"({"detail":"Model alias 'gpt-4o-mini' not found"})"});
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QTest::keyClicks(message(deck), u"Hello"_s);
    QTRY_COMPARE(deck.gateway.countRequests("GET", PricePath), 1);
    QTRY_COMPARE(hint(deck), u"≈ 2 token(s), price unknown, 1 credit(s)"_s);
    // A server that does not know is not asked with every letter.
    QTest::keyClicks(message(deck), u" and more"_s);
    QCOMPARE(deck.gateway.countRequests("GET", PricePath), 1);
    QVERIFY(deck.find(u"errorPanel"_s)->isHidden());
}

void tst_Composing::aWholeChatIsChargedAtItsEnd()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    deck.send(u"Hello"_s);
    QTRY_VERIFY(deck.isOver());
    ChatSettings settings;
    settings.billing = Billing::PerConversation;
    QTest::keyClicks(message(deck), u"Go on"_s);
    deck.session()->setSettings(settings);
    QTRY_VERIFY2(hint(deck).endsWith("charged when you finish"_L1), qPrintable(hint(deck)));
}

void tst_Composing::sendsFilesAsParts()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QVERIFY(attach(deck, {write(deck, u"notes.txt"_s, "Grüße")}));
    composer(deck)->addFiles({write(deck, u"dot.png"_s, png)});
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

void tst_Composing::sendsAFileWithoutAWord()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QVERIFY(attach(deck, {write(deck, u"notes.txt"_s, "text")}));
    QTest::keyClick(message(deck), Qt::Key_Return);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(lastParts(deck).size(), 1);
    QCOMPARE(deck.session()->conversation().title, u"notes.txt"_s);
}

void tst_Composing::keepsFilesInAnEditAndARegeneration()
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

void tst_Composing::keepsFilesOfEachChat()
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

void tst_Composing::takesDroppedFiles()
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

void tst_Composing::insertsAPromptAfterASlash()
{
    Deck deck;
    PromptLibrary(deck.settings)
        .setPrompts({{u"Review"_s, u"Review this: "_s}, {u"Poem"_s, u"A poem about "_s}});
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QTest::keyClicks(message(deck), u"/"_s);
    auto *field = deck.find<QLineEdit>(u"promptFilter"_s);
    QVERIFY(field);
    QTest::keyClicks(field, u"rev"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClicks(message(deck), u"code"_s);
    QTest::keyClick(message(deck), Qt::Key_Return);
    QTRY_VERIFY(deck.isOver());
    QCOMPARE(deck.lastTurn().prompt, u"Review this: code"_s);
}

void tst_Composing::aSlashIsASlashWithoutPrompts()
{
    Deck deck;
    QVERIFY(deck.choose(u"gpt-4o-mini"_s));
    QTest::keyClicks(message(deck), u"/etc"_s);
    QCOMPARE(message(deck)->toPlainText(), u"/etc"_s);
    QVERIFY(!deck.find(u"promptPicker"_s));
}

QTEST_MAIN(tst_Composing)
#include "tst_composing.moc"
