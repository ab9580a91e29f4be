// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/PromptLibrary.h"
#include "core/settings/Settings.h"
#include "ui/chat/ConversationSettingsDialog.h"
#include "ui/chat/ParameterForm.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

ChatSettings fullSettings()
{
    return {.systemPrompt = u"Be brief."_s,
            .parameters = {.temperature = 0.7,
                           .maxTokens = 500,
                           .topP = 1,
                           .frequencyPenalty = -2,
                           .presencePenalty = 0,
                           .stop = {u"\n\n"_s, u"a\\b"_s}},
            .billing = Billing::PerConversation};
}

/// The dialog, shown, with what it answers.
struct Shown
{
    explicit Shown(const ChatSettings &settings = {}, const ChargeRule &charges = {},
                   const MessagePrice &price = {})
        : stored(directory.filePath(u"deck.ini"_s))
        , prompts(stored)
        , dialog(settings, charges, price, prompts)
    {
        QObject::connect(&dialog, &ConversationSettingsDialog::chosen, &dialog,
                         [this](const ChatSettings &chosen) { answer = chosen; });
        dialog.show();
    }

    template <typename T>
    T *find(const char *name)
    {
        return dialog.findChild<T *>(QLatin1StringView(name));
    }
    void write(const char *field, const QString &text)
    {
        auto *edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void save() { QTest::keyClick(find<QPushButton>("settingsSave"), Qt::Key_Space); }

    QTemporaryDir directory;
    Settings stored;
    PromptLibrary prompts;
    ConversationSettingsDialog dialog;
    std::optional<ChatSettings> answer;
};

ChargeRule chargesBy(ChargeRule::Kind kind)
{
    return {.kind = kind, .creditsPerDollar = 10, .tokensPerCredit = 10'000};
}

} // namespace

class tst_ConversationSettings : public QObject
{
    Q_OBJECT

private slots:
    void leavesUnsetWhatIsLeftEmpty();
    void givesBackWhatItWasGiven();
    void takesWhatIsTyped();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void writesStopSequences_data();
    void writesStopSequences();
    void saysWhatBillingMeans_data();
    void saysWhatBillingMeans();
    void canBecomeTheDefault();
    void goesAroundByKeyboard();
    void asksNothingOfJobsWhereThereAreNone();
};

void tst_ConversationSettings::leavesUnsetWhatIsLeftEmpty()
{
    Shown shown;
    for (const char *name :
         {"temperature", "topP", "frequencyPenalty", "presencePenalty", "maxTokens"}) {
        QVERIFY(shown.find<QLineEdit>(name)->text().isEmpty());
        QCOMPARE(shown.find<QLineEdit>(name)->placeholderText(), u"Not set"_s);
    }
    shown.save();
    QCOMPARE(shown.answer, ChatSettings());
    QVERIFY(!shown.dialog.isVisible());
}

void tst_ConversationSettings::givesBackWhatItWasGiven()
{
    Shown shown(fullSettings());
    QVERIFY(shown.find<QRadioButton>("billPerConversation")->isChecked());
    shown.save();
    QCOMPARE(shown.answer, fullSettings());
}

void tst_ConversationSettings::takesWhatIsTyped()
{
    Shown shown;
    QTest::keyClicks(shown.find<QPlainTextEdit>("systemPrompt"), u"You are a poet."_s);
    shown.write("temperature", u"1.25"_s);
    shown.write("maxTokens", u"64"_s);
    shown.write("frequencyPenalty", u"-0.5"_s);
    QTest::keyClicks(shown.find<QPlainTextEdit>("stopSequences"), u"END"_s);
    QTest::keyClick(shown.find<QRadioButton>("billPerConversation"), Qt::Key_Space);
    shown.save();
    const ChatSettings expected{.systemPrompt = u"You are a poet."_s,
                                .parameters = {.temperature = 1.25,
                                               .maxTokens = 64,
                                               .frequencyPenalty = -0.5,
                                               .stop = {u"END"_s}},
                                .billing = Billing::PerConversation};
    QCOMPARE(shown.answer, expected);
}

void tst_ConversationSettings::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    const QString half = u"Enter a number from %1 to %2, or leave it empty."_s;
    const QString whole = u"Enter a whole number from 1, or leave it empty."_s;
    QTest::newRow("too warm") << u"temperature"_s << u"2.1"_s << half.arg(0).arg(2);
    QTest::newRow("too cold") << u"temperature"_s << u"-0.1"_s << half.arg(0).arg(2);
    QTest::newRow("no number") << u"topP"_s << u"much"_s << half.arg(0).arg(1);
    QTest::newRow("too much") << u"topP"_s << u"1.01"_s << half.arg(0).arg(1);
    QTest::newRow("penalty") << u"frequencyPenalty"_s << u"-3"_s << half.arg(-2).arg(2);
    QTest::newRow("other penalty") << u"presencePenalty"_s << u"2.5"_s << half.arg(-2).arg(2);
    QTest::newRow("no tokens") << u"maxTokens"_s << u"0"_s << whole;
    QTest::newRow("half a token") << u"maxTokens"_s << u"1.5"_s << whole;
}

void tst_ConversationSettings::saysWhatIsWrong()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, problem);
    Shown shown(fullSettings());
    shown.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.dialog));
    shown.write(field.toLatin1().constData(), text);
    const auto *note = shown.dialog.findChild<QLabel *>(field + u"Problem"_s);
    QVERIFY(note->text().isEmpty()); // not while it is being typed
    shown.save();
    QCOMPARE(note->text(), problem);
    QVERIFY(note->isVisible());
    auto *edit = shown.dialog.findChild<QLineEdit *>(field);
    QCOMPARE(edit->accessibleDescription(), problem);
    QVERIFY(edit->hasFocus());
    QVERIFY(!shown.answer);
    QVERIFY(shown.dialog.isVisible());
    // Nothing else is lost, and it can be mended.
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QVERIFY(note->text().isEmpty());
    shown.save();
    QCOMPARE(shown.answer->systemPrompt, fullSettings().systemPrompt);
    QCOMPARE(shown.answer->parameters.stop, fullSettings().parameters.stop);
}

void tst_ConversationSettings::writesStopSequences_data()
{
    QTest::addColumn<QStringList>("stops");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("two") << QStringList{u"END"_s, u" User:"_s} << u"END\n User:"_s;
    QTest::newRow("line break") << QStringList{u"\n\n"_s} << u"\\n\\n"_s;
    QTest::newRow("tab") << QStringList{u"a\tb"_s} << u"a\\tb"_s;
    QTest::newRow("backslash") << QStringList{u"\\n"_s} << u"\\\\n"_s;
}

void tst_ConversationSettings::writesStopSequences()
{
    QFETCH(QStringList, stops);
    QFETCH(QString, text);
    QCOMPARE(stopsToText(stops), text);
    QCOMPARE(stopsFromText(text), stops);
    QCOMPARE(stopsFromText(text + u"\n\n"_s), stops);
}

void tst_ConversationSettings::saysWhatBillingMeans_data()
{
    QTest::addColumn<ChargeRule::Kind>("kind");
    QTest::addColumn<MessagePrice>("price");
    QTest::addColumn<QString>("perMessage");
    QTest::addColumn<QString>("rate");
    QTest::addColumn<QString>("advice");
    const MessagePrice flat{.rule = MessagePrice::Rule::Flat, .credits = 1};
    const MessagePrice bySize{.rule = MessagePrice::Rule::BySize};
    QTest::newRow("job") << ChargeRule::Kind::PerJob << flat << u"one credit a message"_s
                         << u"one credit for each completed job"_s
                         << u"a long chat costs less as one job"_s;
    QTest::newRow("usd") << ChargeRule::Kind::ByCost << flat << u"about 1 credit(s) a message"_s
                         << u"10 credits per US dollar of model cost, plus 50 %"_s
                         << u"long messages cost less on their own"_s;
    QTest::newRow("tokens, streamed")
        << ChargeRule::Kind::ByTokens << flat << u"about 1 credit(s) a message"_s
        << u"each 10,000 tokens"_s << u"long messages cost less on their own"_s;
    QTest::newRow("tokens") << ChargeRule::Kind::ByTokens << bySize
                            << u"charged when it is answered"_s << u"each 10,000 tokens"_s
                            << u"many short messages cost less as one job"_s;
    QTest::newRow("unknown") << ChargeRule::Kind::Unknown << MessagePrice()
                             << u"charged when it is answered"_s << u"did not say"_s << QString();
}

void tst_ConversationSettings::saysWhatBillingMeans()
{
    QFETCH(ChargeRule::Kind, kind);
    QFETCH(QString, perMessage);
    QFETCH(MessagePrice, price);
    QFETCH(QString, rate);
    QFETCH(QString, advice);
    ChargeRule charges = chargesBy(kind);
    charges.markup = 50;
    Shown shown({}, charges, price);
    QVERIFY(shown.find<QRadioButton>("billPerMessage")->text().contains(perMessage));
    QVERIFY(shown.find<QRadioButton>("billPerMessage")->isChecked());
    const QString meaning = shown.find<QLabel>("billingMeaning")->text();
    QVERIFY2(meaning.contains(rate) && meaning.contains(advice), qPrintable(meaning));
}

void tst_ConversationSettings::canBecomeTheDefault()
{
    Shown shown(fullSettings());
    QSignalSpy asDefault(&shown.dialog, &ConversationSettingsDialog::chosenAsDefault);
    shown.save();
    QCOMPARE(asDefault.size(), 0);
    shown.dialog.show();
    QTest::keyClick(shown.find<QCheckBox>("useAsDefault"), Qt::Key_Space);
    shown.save();
    QCOMPARE(asDefault.size(), 1);
    QCOMPARE(asDefault.at(0).at(0).value<ChatSettings>(), fullSettings());
}

void tst_ConversationSettings::goesAroundByKeyboard()
{
    Shown shown;
    shown.dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.dialog));
    const QStringList order{u"systemPrompt"_s, u"insertSystemPrompt"_s, u"temperature"_s,
                            u"topP"_s,         u"frequencyPenalty"_s,   u"presencePenalty"_s,
                            u"maxTokens"_s,    u"stopSequences"_s,      u"billPerMessage"_s,
                            u"useAsDefault"_s, u"settingsCancel"_s,     u"settingsSave"_s};
    for (const QString &name : order) {
        QWidget *focus = shown.dialog.focusWidget();
        QVERIFY(focus);
        QCOMPARE(focus->objectName(), name);
        QVERIFY2(!focus->accessibleName().isEmpty(), qPrintable(name));
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QTest::keyClick(&shown.dialog, Qt::Key_Escape);
    QVERIFY(!shown.dialog.isVisible());
    QVERIFY(!shown.answer);
}

void tst_ConversationSettings::asksNothingOfJobsWhereThereAreNone()
{
    Shown shown;
    QVERIFY(shown.find<QLabel>("billingMeaning")->isVisible());
    shown.dialog.hideBilling();
    QVERIFY(!shown.find<QLabel>("billingMeaning")->isVisible());
    shown.save();
    QVERIFY(shown.answer);
}

QTEST_MAIN(tst_ConversationSettings)
#include "tst_conversation_settings.moc"
