// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/PromptLibraryDialog.h"
#include "ui/chat/PromptPicker.h"

#include "core/settings/Settings.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

const SavedPrompt review{u"Review"_s, u"Review this code:\n"_s};
const SavedPrompt poem{u"a poem"_s, u"Write a poem about "_s};
const SavedPrompt translate{u"Translate"_s, u"Translate to German: "_s};

template <typename T>
T *find(const QWidget &parent, const char *name)
{
    return parent.findChild<T *>(QLatin1StringView(name));
}

} // namespace

class tst_Prompts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsPromptsSorted();
    void filtersAndInsertsByKeyboard();
    void findsWordsOfTheText();
    void givesBackWhatOpenedIt();
    void addsChangesAndDeletes();
    void keepsNothingThatIsCancelled();
    void saysWhatIsMissing();
    void dropsWhatIsBlank();
    void everyControlIsReachedByTab();

private:
    PromptPicker *open(QPlainTextEdit &edit, const QString &typed = {});

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<PromptLibrary> m_library;
};

void tst_Prompts::init()
{
    m_library.reset();
    m_settings.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_directory->filePath(u"deck.ini"_s));
    m_library = std::make_unique<PromptLibrary>(*m_settings);
    m_library->setPrompts({review, poem, translate});
}

PromptPicker *tst_Prompts::open(QPlainTextEdit &edit, const QString &typed)
{
    edit.show();
    offerPrompts(*m_library, &edit, &edit, typed);
    return find<PromptPicker>(edit, "promptPicker");
}

void tst_Prompts::keepsPromptsSorted()
{
    const QList<SavedPrompt> sorted{poem, review, translate};
    QCOMPARE(m_library->prompts(), sorted);
    m_settings->sync();
    Settings again(m_directory->filePath(u"deck.ini"_s));
    QCOMPARE(PromptLibrary(again).prompts(), sorted);
}

void tst_Prompts::filtersAndInsertsByKeyboard()
{
    QPlainTextEdit edit;
    PromptPicker *picker = open(edit);
    QVERIFY(picker);
    auto *field = find<QLineEdit>(*picker, "promptFilter");
    auto *list = find<QListWidget>(*picker, "prompts");
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->currentRow(), 0);
    QTest::keyClicks(field, u"re"_s); // Review, and "Write" in the poem's text is no match for it
    QCOMPARE(list->count(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(edit.toPlainText(), review.text);

    edit.clear();
    QTRY_VERIFY(!find<PromptPicker>(edit, "promptPicker"));
    picker = open(edit);
    field = find<QLineEdit>(*picker, "promptFilter");
    list = find<QListWidget>(*picker, "prompts");
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(list->currentRow(), 2);
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(list->currentItem()->text(), u"Review"_s);
    QTest::keyClick(field, Qt::Key_Enter);
    QCOMPARE(edit.toPlainText(), review.text);
}

void tst_Prompts::findsWordsOfTheText()
{
    QPlainTextEdit edit;
    PromptPicker *picker = open(edit);
    auto *field = find<QLineEdit>(*picker, "promptFilter");
    auto *list = find<QListWidget>(*picker, "prompts");
    QTest::keyClicks(field, u"GERMAN"_s);
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), u"Translate"_s);
    QTest::keyClicks(field, u"xyz"_s);
    QCOMPARE(list->count(), 0);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(edit.toPlainText().isEmpty());
    QVERIFY(picker->isVisible());
}

void tst_Prompts::givesBackWhatOpenedIt()
{
    QPlainTextEdit edit;
    PromptPicker *picker = open(edit, u"/"_s);
    auto *field = find<QLineEdit>(*picker, "promptFilter");
    QTest::keyClicks(field, u"etc/hosts"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(edit.toPlainText(), u"/etc/hosts"_s);
    edit.clear();
    QTRY_VERIFY(!find<PromptPicker>(edit, "promptPicker"));
    picker = open(edit);
    QTest::keyClick(find<QLineEdit>(*picker, "promptFilter"), Qt::Key_Escape);
    QVERIFY(edit.toPlainText().isEmpty());
}

void tst_Prompts::addsChangesAndDeletes()
{
    PromptLibraryDialog dialog(*m_library);
    dialog.show();
    auto *list = find<QListWidget>(dialog, "savedPrompts");
    auto *name = find<QLineEdit>(dialog, "promptName");
    auto *text = find<QPlainTextEdit>(dialog, "promptText");
    QCOMPARE(name->text(), poem.name);
    QCOMPARE(text->toPlainText(), poem.text);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(name->text(), review.name);
    QTest::keyClick(find<QPushButton>(dialog, "deletePrompt"), Qt::Key_Space);
    QCOMPARE(list->count(), 2);
    QTest::keyClick(find<QPushButton>(dialog, "addPrompt"), Qt::Key_Space);
    QVERIFY(name->text().isEmpty());
    QTest::keyClicks(name, u"Short"_s);
    QTest::keyClicks(text, u"In one sentence."_s);
    QCOMPARE(list->currentItem()->text(), u"Short"_s);
    list->setCurrentRow(0);
    QTest::keyClicks(text, u"X"_s);
    QTest::keyClick(find<QPushButton>(dialog, "promptsSave"), Qt::Key_Space);
    QVERIFY(!dialog.isVisible());
    const QList<SavedPrompt> expected{
        {poem.name, u"X"_s + poem.text}, {u"Short"_s, u"In one sentence."_s}, translate};
    QCOMPARE(m_library->prompts(), expected);
}

void tst_Prompts::keepsNothingThatIsCancelled()
{
    PromptLibraryDialog dialog(*m_library);
    dialog.show();
    QTest::keyClick(find<QPushButton>(dialog, "deletePrompt"), Qt::Key_Space);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(m_library->prompts().size(), 3);
}

void tst_Prompts::saysWhatIsMissing()
{
    PromptLibraryDialog dialog(*m_library);
    dialog.show();
    auto *save = find<QPushButton>(dialog, "promptsSave");
    QTest::keyClick(find<QPushButton>(dialog, "addPrompt"), Qt::Key_Space);
    QTest::keyClicks(find<QPlainTextEdit>(dialog, "promptText"), u"Some text"_s);
    find<QListWidget>(dialog, "savedPrompts")->setCurrentRow(0);
    QTest::keyClick(save, Qt::Key_Space);
    QVERIFY(dialog.isVisible());
    QCOMPARE(find<QListWidget>(dialog, "savedPrompts")->currentRow(), 3);
    QCOMPARE(find<QLabel>(dialog, "promptNameProblem")->text(), u"Give the prompt a name."_s);
    QTest::keyClicks(find<QLineEdit>(dialog, "promptName"), u"Name"_s);
    QVERIFY(find<QLabel>(dialog, "promptNameProblem")->text().isEmpty());
    QTest::keyClick(save, Qt::Key_Space);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(m_library->prompts().size(), 4);
}

void tst_Prompts::dropsWhatIsBlank()
{
    m_library->setPrompts({});
    PromptLibraryDialog dialog(*m_library);
    dialog.show();
    // An empty library begins with a prompt to fill in.
    QCOMPARE(find<QListWidget>(dialog, "savedPrompts")->count(), 1);
    QTest::keyClick(find<QPushButton>(dialog, "promptsSave"), Qt::Key_Space);
    QVERIFY(!dialog.isVisible());
    QVERIFY(m_library->prompts().isEmpty());
}

void tst_Prompts::everyControlIsReachedByTab()
{
    PromptLibraryDialog dialog(*m_library);
    dialog.show();
    find<QListWidget>(dialog, "savedPrompts")->setFocus();
    QStringList reached;
    for (int i = 0; i < 7; ++i) {
        reached += dialog.focusWidget()->objectName();
        QVERIFY2(!dialog.focusWidget()->accessibleName().isEmpty(), qPrintable(reached.last()));
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(reached,
             (QStringList{u"savedPrompts"_s, u"addPrompt"_s, u"deletePrompt"_s, u"promptName"_s,
                          u"promptText"_s, u"promptsCancel"_s, u"promptsSave"_s}));
    QCOMPARE(dialog.focusWidget()->objectName(), u"savedPrompts"_s);
}

QTEST_MAIN(tst_Prompts)
#include "tst_prompts.moc"
