// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Badge.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/InlineNotice.h"
#include "ui/widgets/Meter.h"
#include "ui/widgets/Readout.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/ToolTipText.h"

#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QTextDocument>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

/// The colour of every pixel that is fully opaque; empty when the picture shows nothing.
QSet<QRgb> solidColors(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255)
                colors.insert(image.pixel(x, y));
        }
    }
    return colors;
}

QRgb colorOf(const QIcon &icon, QIcon::Mode mode)
{
    const QSet<QRgb> colors = solidColors(icon.pixmap(QSize(24, 24), 2.0, mode));
    return colors.size() == 1 ? *colors.begin() : 0;
}

} // namespace

class tst_Widgets : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void toolTipsShowTextAsItIs_data();
    void toolTipsShowTextAsItIs();
    void everyIconIsDrawn_data();
    void everyIconIsDrawn();
    void resourcesSurviveLinking();
    void unknownIconIsNull();
    void iconFollowsTheTheme();
    void iconHasEveryMode();
    void iconIsSharpWhenScaled();
    void appIconIsDrawnAtEverySize();
    void iconButtonHasAName();
    void badgeNamesItself();
    void readoutNamesItself();
    void elidedLabelKeepsTheWholeText();
    void noticeActsAndCloses();
    void emptyStateActs();
    void cardNamesItself();
    void meterShowsItsPart();
    void tableIsPolished();
    void tableKeepsItsPlaceSideways();
};

void tst_Widgets::init()
{
    applyTheme(*qApp, ColorScheme::Light);
}

void tst_Widgets::toolTipsShowTextAsItIs_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "plain", "R&D", "say \"hello\" & go", "a < b", "<b>bold</b>",
                             "<img src=\"https://example.org/x.png\"> & more", "&lt;b&gt; &amp;",
                             "one\n<u>two</u>", "<u>one</u>\ntwo"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_Widgets::toolTipsShowTextAsItIs()
{
    QFETCH(QString, text);
    const QString tip = plainToolTip(text);
    QTextDocument shown;
    shown.setHtml(tip);
    QCOMPARE(Qt::mightBeRichText(tip) ? shown.toPlainText() : tip, text);
}

void tst_Widgets::everyIconIsDrawn_data()
{
    QTest::addColumn<QString>("name");
    const QString names =
        u"chats team jobs diagnostics send stop new-chat search retry copy evidence warning error "
        "success info credits paused suspended refresh settings more chevron-down edit clock cost "
        "filter close key server user assistant attach pin archive trash export"_s;
    for (const QString &name : names.split(u' '))
        QTest::newRow(qPrintable(name)) << name;
}

void tst_Widgets::everyIconIsDrawn()
{
    QFETCH(QString, name);
    const QIcon found = icon(name, Tone::Danger);
    QVERIFY(!found.isNull());
    const QPixmap pixmap = found.pixmap(QSize(24, 24), 2.0);
    QCOMPARE(solidColors(pixmap), QSet<QRgb>{Theme::light().danger.rgb()});
    QCOMPARE(qAlpha(pixmap.toImage().pixel(0, 0)), 0);
}

void tst_Widgets::resourcesSurviveLinking()
{
    const QStringList icons = QDir(u":/litedeck/icons"_s).entryList({u"*.svg"_s});
    QCOMPARE(icons.size(), 39);
    QVERIFY(icons.contains(u"send.svg"_s));
}

void tst_Widgets::unknownIconIsNull()
{
    QVERIFY(icon(u"no-such-icon"_s).isNull());
    QVERIFY(tintedPixmap(u"no-such-icon"_s, Qt::red, 24, 1.0).isNull());
}

void tst_Widgets::iconFollowsTheTheme()
{
    const QIcon warning = icon(u"stop"_s, Tone::Warning);
    QCOMPARE(colorOf(warning, QIcon::Normal), Theme::light().warning.rgb());
    applyTheme(*qApp, ColorScheme::Dark);
    QCOMPARE(colorOf(warning, QIcon::Normal), Theme::darkTheme().warning.rgb());
}

void tst_Widgets::iconHasEveryMode()
{
    const Theme theme = Theme::light();
    const QIcon stop = icon(u"stop"_s);
    QCOMPARE(colorOf(stop, QIcon::Normal), theme.mutedText.rgb());
    QCOMPARE(colorOf(stop, QIcon::Active), theme.text.rgb());
    QCOMPARE(colorOf(stop, QIcon::Selected), theme.accent.rgb());
    const QRgb disabled = colorOf(stop, QIcon::Disabled);
    QVERIFY(disabled != 0 && disabled != theme.mutedText.rgb());
}

void tst_Widgets::iconIsSharpWhenScaled()
{
    const QPixmap pixmap = tintedPixmap(u"send"_s, Qt::black, 18, 2.0);
    QCOMPARE(pixmap.size(), QSize(36, 36));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    const QPixmap fromIcon = icon(u"send"_s).pixmap(QSize(18, 18), 2.0);
    QCOMPARE(fromIcon.size(), QSize(36, 36));
}

void tst_Widgets::appIconIsDrawnAtEverySize()
{
    for (const int side : {16, 32, 256}) {
        const QPixmap pixmap = appIcon().pixmap(QSize(side, side), 1.0);
        QCOMPARE(pixmap.size(), QSize(side, side));
        QVERIFY(!solidColors(pixmap).isEmpty());
    }
}

void tst_Widgets::iconButtonHasAName()
{
    IconButton button(u"send"_s, u"Send"_s);
    QCOMPARE(button.accessibleName(), u"Send"_s);
    QCOMPARE(button.toolTip(), u"Send"_s);
    QVERIFY(button.focusPolicy() & Qt::TabFocus);
    button.setAction(u"stop"_s, u"Stop"_s);
    QCOMPARE(button.accessibleName(), u"Stop"_s);
    const QSize size(24, 24);
    QCOMPARE(button.icon().pixmap(size).toImage(), icon(u"stop"_s).pixmap(size).toImage());
}

void tst_Widgets::badgeNamesItself()
{
    Badge badge(u"Failed"_s, Tone::Danger);
    QCOMPARE(badge.accessibleName(), u"Failed"_s);
    const int narrow = badge.sizeHint().width();
    badge.setStatus(u"Completed without a charge"_s, Tone::Warning);
    QCOMPARE(badge.accessibleName(), u"Completed without a charge"_s);
    QVERIFY(badge.sizeHint().width() > narrow);
    badge.resize(badge.sizeHint());
    QCOMPARE(badge.grab().toImage().pixel(badge.width() / 2, 2), Theme::light().warningSoft.rgb());
}

void tst_Widgets::readoutNamesItself()
{
    Readout readout(u"Credits"_s);
    readout.setValue(u"412"_s, u"of 1,000"_s);
    QCOMPARE(readout.accessibleName(), u"Credits: 412"_s);
    QCOMPARE(readout.accessibleDescription(), u"of 1,000"_s);
}

void tst_Widgets::elidedLabelKeepsTheWholeText()
{
    const QString text = u"a long sentence that will not fit into forty pixels"_s;
    ElidedLabel label;
    label.setText(text);
    label.resize(40, 20);
    QVERIFY(label.grab().width() > 0);
    QCOMPARE(label.accessibleName(), text);
    QCOMPARE(label.toolTip(), text);
    label.resize(2000, 20);
    QVERIFY(label.grab().width() > 0);
    QVERIFY(label.toolTip().isEmpty());
}

void tst_Widgets::noticeActsAndCloses()
{
    InlineNotice notice(u"Your team is paused."_s, Tone::Warning);
    QCOMPARE(notice.accessibleName(), u"Your team is paused."_s);
    auto *action = notice.findChild<QPushButton *>(u"noticeAction"_s);
    auto *close = notice.findChild<IconButton *>(u"noticeClose"_s);
    QVERIFY(action != nullptr && close != nullptr);
    QVERIFY(action->isHidden());
    notice.setAction(u"Check again"_s);
    QVERIFY(!action->isHidden());
    QCOMPARE(action->accessibleName(), u"Check again"_s);

    QSignalSpy acted(&notice, &InlineNotice::actionRequested);
    QSignalSpy closed(&notice, &InlineNotice::closed);
    action->click();
    QCOMPARE(acted.count(), 1);
    close->click();
    QCOMPARE(closed.count(), 1);
    QVERIFY(notice.isHidden());
    notice.setClosable(false);
    QVERIFY(close->isHidden());
}

void tst_Widgets::emptyStateActs()
{
    EmptyState state(u"chats"_s, u"No chats"_s, u"Start one."_s);
    QCOMPARE(state.accessibleName(), u"No chats. Start one."_s);
    auto *action = state.findChild<QPushButton *>(u"emptyStateAction"_s);
    QVERIFY(action != nullptr && action->isHidden());
    state.setAction(u"New chat"_s);
    QVERIFY(!action->isHidden());
    QSignalSpy acted(&state, &EmptyState::actionRequested);
    action->click();
    QCOMPARE(acted.count(), 1);
}

void tst_Widgets::cardNamesItself()
{
    Card card(u"Jobs"_s);
    QCOMPARE(card.accessibleName(), u"Jobs"_s);
    card.setTitle(u"Failed jobs"_s);
    QCOMPARE(card.accessibleName(), u"Failed jobs"_s);
}

void tst_Widgets::meterShowsItsPart()
{
    Meter meter;
    meter.resize(100, 6);
    meter.setPart(0.5);
    const QImage half = meter.grab().toImage();
    QCOMPARE(half.pixel(30, 3), Theme::light().accent.rgb());
    QCOMPARE(half.pixel(70, 3), Theme::light().border.rgb());
    meter.setTone(Tone::Danger);
    meter.setPart(7);
    QCOMPARE(meter.grab().toImage().pixel(90, 3), Theme::light().danger.rgb());
}

void tst_Widgets::tableIsPolished()
{
    RowTable table;
    QVERIFY(!table.showGrid());
    QVERIFY(!table.alternatingRowColors());
    QVERIFY(!table.tabKeyNavigation());
    QCOMPARE(table.selectionBehavior(), QAbstractItemView::SelectRows);
    QVERIFY(table.verticalHeader()->defaultSectionSize() >= 32);
    QVERIFY(table.verticalHeader()->isHidden());
}

void tst_Widgets::tableKeepsItsPlaceSideways()
{
    RowTable table;
    QStandardItemModel model(40, 6);
    table.setModel(&model);
    table.resize(300, 200);
    table.show();
    table.setCurrentIndex(model.index(0, 0));
    const auto *sideways = table.horizontalScrollBar();
    QCOMPARE(sideways->value(), 0);
    // A click on a cell that is cut off chooses its row.
    table.setCurrentIndex(model.index(1, 5));
    QCOMPARE(sideways->value(), 0);
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(table.currentIndex().row(), 39);
    QVERIFY(table.verticalScrollBar()->value() > 0);
    QCOMPARE(sideways->value(), 0);
    // By keys it moves when asked to, and the row stays chosen.
    QTest::keyClick(&table, Qt::Key_Right);
    QVERIFY(sideways->value() > 0);
    QCOMPARE(table.currentIndex().row(), 39);
    QTest::keyClick(&table, Qt::Key_Left);
    QCOMPARE(sideways->value(), 0);
}

QTEST_MAIN(tst_Widgets)
#include "tst_widgets.moc"
