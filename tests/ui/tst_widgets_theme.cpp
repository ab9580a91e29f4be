// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ButtonRole.h"
#include "ui/widgets/DeckStyle.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Tone.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <cmath>

using namespace litedeck;
using namespace Qt::StringLiterals;

namespace {

/// Relative luminance, WCAG 2.2.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF())) +
           0.0722 * linear(double(color.blueF()));
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
}

Theme themeFor(bool dark)
{
    return dark ? Theme::darkTheme() : Theme::light();
}

QRgb centerOf(QWidget &widget)
{
    const QImage picture = widget.grab().toImage();
    return picture.pixel(picture.width() / 2, picture.height() / 4);
}

} // namespace

class tst_Theme : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void textIsReadable_data();
    void textIsReadable();
    void paletteIsReadable_data();
    void paletteIsReadable();
    void themeIsFoundByItsPalette();
    void schemeSetsThePalette();
    void systemFollowsTheDesktopSeenFirst();
    void everyToneDiffers();
    void fontsNameTheirFallbacks();
    void rolesColorButtons();
    void controlsShareOneHeight();
};

void tst_Theme::init()
{
    applyTheme(*qApp, ColorScheme::Light);
}

void tst_Theme::textIsReadable_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("background");
    for (const bool dark : {false, true}) {
        const Theme theme = themeFor(dark);
        const char *prefix = dark ? "dark" : "light";
        const std::array texts{
            std::pair{"text", theme.text},       std::pair{"muted", theme.mutedText},
            std::pair{"accent", theme.accent},   std::pair{"success", theme.success},
            std::pair{"warning", theme.warning}, std::pair{"danger", theme.danger}};
        const std::array grounds{
            std::pair{"window", theme.window}, std::pair{"surface", theme.surface},
            std::pair{"raised", theme.raised}, std::pair{"accentSoft", theme.accentSoft}};
        for (const auto &[textName, text] : texts) {
            for (const auto &[groundName, ground] : grounds)
                QTest::addRow("%s %s on %s", prefix, textName, groundName) << text << ground;
        }
        const std::array codes{theme.code.keyword, theme.code.type,     theme.code.string,
                               theme.code.number,  theme.code.function, theme.code.meta};
        for (qsizetype i = 0; i < qsizetype(codes.size()); ++i)
            QTest::addRow("%s code %d", prefix, int(i)) << codes[size_t(i)] << theme.raised;
        for (const Tone tone :
             {Tone::Neutral, Tone::Accent, Tone::Success, Tone::Warning, Tone::Danger}) {
            const ToneColors colors = toneColors(theme, tone);
            QTest::addRow("%s tone %d", prefix, int(tone)) << colors.text << colors.background;
            QTest::addRow("%s text on tone %d", prefix, int(tone))
                << theme.text << colors.background;
            QTest::addRow("%s muted on tone %d", prefix, int(tone))
                << theme.mutedText << colors.background;
            // The count at a page's icon is painted the other way round.
            QTest::addRow("%s inverse of tone %d", prefix, int(tone))
                << (dark ? theme.window : theme.surface) << colors.text;
        }
        QTest::addRow("%s on accent", prefix) << theme.onAccent << theme.accent;
        QTest::addRow("%s on pressed accent", prefix)
            << theme.onAccent << mixed(theme.accent, theme.text, 0.13);
    }
}

void tst_Theme::textIsReadable()
{
    QFETCH(QColor, text);
    QFETCH(QColor, background);
    QVERIFY(text.isValid() && background.isValid());
    const double found = contrast(text, background);
    QVERIFY2(found >= 4.5, qPrintable(QString::number(found)));
}

void tst_Theme::paletteIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QPalette::ColorRole>("text");
    QTest::addColumn<QPalette::ColorRole>("background");
    for (const bool dark : {false, true}) {
        const char *prefix = dark ? "dark" : "light";
        QTest::addRow("%s window", prefix) << dark << QPalette::WindowText << QPalette::Window;
        QTest::addRow("%s base", prefix) << dark << QPalette::Text << QPalette::Base;
        QTest::addRow("%s alternate", prefix) << dark << QPalette::Text << QPalette::AlternateBase;
        QTest::addRow("%s placeholder", prefix)
            << dark << QPalette::PlaceholderText << QPalette::AlternateBase;
        QTest::addRow("%s button", prefix) << dark << QPalette::ButtonText << QPalette::Button;
        QTest::addRow("%s selection", prefix)
            << dark << QPalette::HighlightedText << QPalette::Highlight;
        QTest::addRow("%s link", prefix) << dark << QPalette::Link << QPalette::Base;
        QTest::addRow("%s visited", prefix) << dark << QPalette::LinkVisited << QPalette::Base;
        QTest::addRow("%s tool tip", prefix)
            << dark << QPalette::ToolTipText << QPalette::ToolTipBase;
    }
}

void tst_Theme::paletteIsReadable()
{
    QFETCH(bool, dark);
    QFETCH(QPalette::ColorRole, text);
    QFETCH(QPalette::ColorRole, background);
    const QPalette palette = themeFor(dark).palette();
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const double found = contrast(palette.color(group, text), palette.color(group, background));
        QVERIFY2(found >= 4.5, qPrintable(QString::number(found)));
    }
}

void tst_Theme::themeIsFoundByItsPalette()
{
    QVERIFY(!Theme::of(Theme::light().palette()).dark);
    QVERIFY(Theme::of(Theme::darkTheme().palette()).dark);
    QCOMPARE(Theme::of(Theme::darkTheme().palette()).accent, Theme::darkTheme().accent);
}

void tst_Theme::schemeSetsThePalette()
{
    applyTheme(*qApp, ColorScheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::darkTheme().window);
    const QStyle *style = QApplication::style();
    QVERIFY(qobject_cast<const DeckStyle *>(style) != nullptr);
    applyTheme(*qApp, ColorScheme::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::light().window);
    QCOMPARE(QApplication::style(), style);
}

void tst_Theme::systemFollowsTheDesktopSeenFirst()
{
    // The offscreen platform has a light desktop, which was seen in init(); our own dark palette
    // must not be taken for the desktop's.
    applyTheme(*qApp, ColorScheme::Dark);
    applyTheme(*qApp, ColorScheme::System);
    QVERIFY(!Theme::of(QApplication::palette()).dark);
}

void tst_Theme::everyToneDiffers()
{
    for (const bool dark : {false, true}) {
        QSet<QRgb> seen;
        for (const Tone tone :
             {Tone::Neutral, Tone::Accent, Tone::Success, Tone::Warning, Tone::Danger})
            seen.insert(toneColors(themeFor(dark), tone).text.rgb());
        QCOMPARE(seen.size(), 5);
    }
}

void tst_Theme::fontsNameTheirFallbacks()
{
    QVERIFY(Fonts::body().pointSizeF() >= 10.0);
    QVERIFY(Fonts::small().pointSizeF() < Fonts::body().pointSizeF());
    QVERIFY(Fonts::heading().pointSizeF() > Fonts::body().pointSizeF());
    QVERIFY(Fonts::title().pointSizeF() > Fonts::heading().pointSizeF());
    QCOMPARE(Fonts::body().families(), Fonts::sansFamilies());
    QCOMPARE(Fonts::mono().families(), Fonts::monoFamilies());
    if (QFontDatabase::hasFamily(u"Noto Color Emoji"_s)) {
        QVERIFY(Fonts::sansFamilies().contains(u"Noto Color Emoji"_s));
        QVERIFY(Fonts::monoFamilies().contains(u"Noto Color Emoji"_s));
    }
    QCOMPARE(QApplication::font().families(), Fonts::body().families());
}

void tst_Theme::rolesColorButtons()
{
    const Theme theme = Theme::light();
    QPushButton button(u"x"_s);
    button.resize(120, ControlHeight);
    QCOMPARE(buttonRole(&button), ButtonRole::Plain);
    QCOMPARE(centerOf(button), theme.surface.rgb());
    setButtonRole(&button, ButtonRole::Primary);
    QCOMPARE(centerOf(button), theme.accent.rgb());
    setButtonRole(&button, ButtonRole::Danger);
    QCOMPARE(centerOf(button), theme.dangerSoft.rgb());

    QPushButton usual(u"OK"_s);
    usual.setDefault(true);
    QCOMPARE(buttonRole(&usual), ButtonRole::Primary);
}

void tst_Theme::controlsShareOneHeight()
{
    QPushButton button(u"Retry now"_s);
    QLineEdit field;
    QVERIFY(button.sizeHint().height() >= ControlHeight);
    QCOMPARE(button.sizeHint().height(), field.sizeHint().height());
}

QTEST_MAIN(tst_Theme)
#include "tst_widgets_theme.moc"
