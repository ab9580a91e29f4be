// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Deck.h"

#include "ui/exchange/ConversationExchange.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>

#include <sys/stat.h>

using namespace litedeck;
using namespace litedeck::test;
using namespace Qt::StringLiterals;

namespace {

bool ask(Deck &deck, const QString &text)
{
    if (!deck.choose(u"gpt-4o-mini"_s))
        return false;
    deck.send(text);
    return QTest::qWaitFor(
        [&deck] { return deck.isOver() && deck.lastTurn().cost.credits.isKnown(); }, 20'000);
}

/// Chooses a file in an open dialog, as its button does.
void choose(QFileDialog *dialog, const QString &path)
{
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class tst_ExchangeFiles : public QObject
{
    Q_OBJECT

private slots:
    void exportsAndImports_data();
    void exportsAndImports();
    void masksWhatIsForOthers_data();
    void masksWhatIsForOthers();
    void importsMessages();
    void saysWhyAFileCannotBeImported();
    void doesNotWaitForAPipe();
    void importsADamagedDatabase();

private:
    static void importFile(Deck &deck, const QString &path);
};

void tst_ExchangeFiles::importFile(Deck &deck, const QString &path)
{
    auto *button = deck.named<QAbstractButton>(u"Import chats"_s);
    QVERIFY(button);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    auto *dialog = deck.find<QFileDialog>(u"importDialog"_s);
    QVERIFY(dialog);
    choose(dialog, path);
}

void tst_ExchangeFiles::exportsAndImports_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("Markdown") << u"md"_s << QByteArray("# Hello");
    QTest::newRow("HTML") << u"html"_s << QByteArray("<!DOCTYPE html>");
    QTest::newRow("PDF") << u"pdf"_s << QByteArray("%PDF-");
    QTest::newRow("JSON") << u"json"_s << QByteArray("{");
}

void tst_ExchangeFiles::exportsAndImports()
{
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begin);
    Deck deck;
    QVERIFY(ask(deck, u"Hello there"_s));
    const Turn turn = deck.lastTurn();
    const QString path = deck.directory.filePath(u"chat."_s + suffix);
    auto *exchange = deck.workspace->window().findChild<ConversationExchange *>();
    exchange->exportConversation(deck.session()->conversation().id);
    auto *dialog = deck.find<QFileDialog>(u"exportDialog"_s);
    QVERIFY(dialog);
    choose(dialog, path);
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(contentOf(path).startsWith(begin));
    QVERIFY(!contentOf(path).contains(deck.gateway.virtualKey().toUtf8()));
    if (suffix != u"json"_s)
        return;
    importFile(deck, path);
    QTRY_COMPARE(deck.workspace->catalogue().summaries().size(), 2);
    std::optional<Conversation> copy;
    QObject context;
    for (const ConversationSummary &summary : deck.workspace->catalogue().summaries()) {
        if (summary.id != deck.session()->conversation().id ||
            deck.workspace->live().session(summary.id) == nullptr)
            deck.workspace->catalogue().read(summary.id, &context,
                                             [&copy](const Conversation &read) { copy = read; });
    }
    QTRY_VERIFY(copy);
    QCOMPARE(copy->turns.size(), 1);
    QCOMPARE(copy->turns.first().reply, turn.reply);
    QCOMPARE(copy->turns.first().cost, turn.cost);
}

void tst_ExchangeFiles::masksWhatIsForOthers_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("isSuggested");
    QTest::addColumn<bool>("isOther");
    QTest::newRow("Markdown") << u"md"_s << true << false;
    QTest::newRow("Markdown, whole") << u"md"_s << true << true;
    QTest::newRow("JSON") << u"json"_s << false << false;
    QTest::newRow("JSON, masked") << u"json"_s << false << true;
}

void tst_ExchangeFiles::masksWhatIsForOthers()
{
    QFETCH(QString, suffix);
    QFETCH(bool, isSuggested);
    QFETCH(bool, isOther);
    Deck deck;
    const QString code = u"sorted(people, key=lambda p: p.age)"_s;
    QVERIFY(ask(deck, code + u" DB_PASSWORD=hunter2 "_s + deck.gateway.virtualKey()));
    const QString path = deck.directory.filePath(u"chat."_s + suffix);
    auto *exchange = deck.workspace->window().findChild<ConversationExchange *>();
    QSignalSpy told(exchange, &ConversationExchange::exported);
    exchange->exportConversation(deck.session()->conversation().id);
    auto *dialog = deck.find<QFileDialog>(u"exportDialog"_s);
    QVERIFY(dialog);
    dialog->selectFile(path);
    auto *forOthers = dialog->findChild<QCheckBox *>(u"exportForOthers"_s);
    QVERIFY(forOthers);
    QCOMPARE(forOthers->isChecked(), isSuggested);
    if (isOther)
        forOthers->click();
    const bool masks = forOthers->isChecked();
    choose(dialog, path);
    QTRY_VERIFY(QFile::exists(path));
    const QByteArray content = contentOf(path);
    QVERIFY(content.contains(code.toUtf8()));
    QVERIFY(!content.contains(deck.gateway.virtualKey().toUtf8()));
    QCOMPARE(content.contains("hunter2"), !masks);
    if (masks)
        QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.size(), masks ? 1 : 0);
    if (masks)
        QVERIFY(told.first().first().toString().contains(u"taken out"_s));
}

void tst_ExchangeFiles::importsMessages()
{
    Deck deck;
    const QString path = deck.directory.filePath(u"list.json"_s);
    write(path, R"([{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"},
                    {"role":"tool","content":"1"}])");
    importFile(deck, path);
    QTRY_COMPARE(deck.workspace->catalogue().summaries().size(), 1);
    QCOMPARE(deck.find(u"chatNotice"_s)->accessibleName(),
             u"1 conversation(s) imported. 1 message(s) of tools were left out."_s);
    deck.open();
    QTRY_COMPARE(deck.workspace->catalogue().summaries().size(), 1);
}

void tst_ExchangeFiles::saysWhyAFileCannotBeImported()
{
    Deck deck;
    const QString path = deck.directory.filePath(u"broken.json"_s);
    write(path, "{\"messages\": [");
    importFile(deck, path);
    QTRY_VERIFY(deck.find<QMessageBox>(u"importFailed"_s));
    QVERIFY(deck.find<QMessageBox>(u"importFailed"_s)->text().contains(u"at byte 14"_s));
    QCOMPARE(deck.workspace->catalogue().summaries().size(), 0);
}

void tst_ExchangeFiles::doesNotWaitForAPipe()
{
    Deck deck;
    const QString path = deck.directory.filePath(u"pipe.json"_s);
    QCOMPARE(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    // Choosing it in the dialog is up to Qt; another program may put it in the place of a file.
    auto *exchange = deck.workspace->window().findChild<ConversationExchange *>();
    exchange->importFrom(path);
    QTRY_VERIFY(deck.find<QMessageBox>(u"importFailed"_s));
    QVERIFY(deck.find<QMessageBox>(u"importFailed"_s)->text().contains(u"It is not a file."_s));
}

void tst_ExchangeFiles::importsADamagedDatabase()
{
    Deck deck;
    QVERIFY(ask(deck, u"Hello there"_s));
    const Turn turn = deck.lastTurn();
    const ConversationId id = deck.session()->conversation().id;
    deck.workspace.reset();
    const QString path = deck.directory.filePath(u"chats.sqlite"_s);
    const QString damaged = deck.directory.filePath(u"chats.damaged-20260101T000000Z.sqlite"_s);
    QByteArray content = contentOf(path);
    QVERIFY(content.size() > 4096);
    content.replace(0, 4096, QByteArray(4096, '\0'));
    write(damaged, content);
    deck.open();
    QTRY_COMPARE(deck.workspace->catalogue().summaries().size(), 1);
    // It is here still.
    importFile(deck, damaged);
    auto *notice = deck.find(u"chatNotice"_s);
    QTRY_COMPARE(notice->accessibleName(),
                 u"0 conversation(s) imported. 1 are here already and were left out."_s);
    deck.workspace.reset();
    QVERIFY(QFile::remove(path));
    deck.open();
    importFile(deck, damaged);
    QTRY_COMPARE(deck.workspace->catalogue().summaries().size(), 1);
    deck.workspace->live().open(id);
    QTRY_VERIFY(deck.workspace->live().session(id));
    QCOMPARE(deck.lastTurn().reply, turn.reply);
    QCOMPARE(deck.lastTurn().cost, turn.cost);
    QCOMPARE(contentOf(damaged), content);
}

QTEST_MAIN(tst_ExchangeFiles)
#include "tst_exchange_files.moc"
