// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Theme.h"

#include "ui/widgets/DeckStyle.h"
#include "ui/widgets/Fonts.h"
#include "ui/widgets/Tone.h"

#include <QApplication>
#include <QToolTip>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr auto DesktopIsDark = "litedeckDesktopIsDark";

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

/// The desktop's own lightness, remembered at the first call since our palette replaces it.
bool desktopIsDark(QApplication &application)
{
    QVariant remembered = application.property(DesktopIsDark);
    if (!remembered.isValid()) {
        remembered = isDark(QApplication::palette());
        application.setProperty(DesktopIsDark, remembered);
    }
    return remembered.toBool();
}

} // namespace

Theme Theme::light()
{
    return {
        .dark = false,
        .window = QColor(0xee, 0xf1, 0xf5),
        .surface = QColor(0xff, 0xff, 0xff),
        .raised = QColor(0xf4, 0xf6, 0xf9),
        .border = QColor(0xd6, 0xdc, 0xe4),
        .text = QColor(0x17, 0x21, 0x2e),
        .mutedText = QColor(0x55, 0x61, 0x72),
        .accent = QColor(0x0b, 0x6f, 0x87),
        .onAccent = QColor(0xff, 0xff, 0xff),
        .accentSoft = QColor(0xdb, 0xef, 0xf4),
        .success = QColor(0x1a, 0x70, 0x41),
        .successSoft = QColor(0xde, 0xf2, 0xe5),
        .warning = QColor(0x85, 0x50, 0x00),
        .warningSoft = QColor(0xfc, 0xee, 0xd3),
        .danger = QColor(0xb3, 0x26, 0x1e),
        .dangerSoft = QColor(0xfb, 0xe5, 0xe3),
        .code = {.keyword = QColor(0x7b, 0x35, 0xa8),
                 .type = QColor(0x0b, 0x6f, 0x87),
                 .string = QColor(0x1a, 0x70, 0x41),
                 .number = QColor(0x9a, 0x48, 0x00),
                 .function = QColor(0x1f, 0x5b, 0xb5),
                 .meta = QColor(0xa3, 0x2a, 0x67)},
    };
}

Theme Theme::darkTheme()
{
    return {
        .dark = true,
        .window = QColor(0x10, 0x15, 0x1b),
        .surface = QColor(0x18, 0x1f, 0x28),
        .raised = QColor(0x21, 0x2a, 0x35),
        .border = QColor(0x32, 0x3d, 0x4a),
        .text = QColor(0xe5, 0xea, 0xf0),
        .mutedText = QColor(0x9c, 0xa9, 0xb8),
        .accent = QColor(0x4c, 0xc2, 0xd8),
        .onAccent = QColor(0x04, 0x22, 0x2a),
        .accentSoft = QColor(0x14, 0x35, 0x3f),
        .success = QColor(0x63, 0xcf, 0x90),
        .successSoft = QColor(0x15, 0x32, 0x1f),
        .warning = QColor(0xef, 0xb4, 0x56),
        .warningSoft = QColor(0x38, 0x2a, 0x12),
        .danger = QColor(0xff, 0x8c, 0x82),
        .dangerSoft = QColor(0x45, 0x20, 0x1f),
        .code = {.keyword = QColor(0xcb, 0xa2, 0xf7),
                 .type = QColor(0x5c, 0xcb, 0xdf),
                 .string = QColor(0x86, 0xd6, 0x9f),
                 .number = QColor(0xf0, 0xb3, 0x6c),
                 .function = QColor(0x8a, 0xb8, 0xff),
                 .meta = QColor(0xf2, 0x9d, 0xc2)},
    };
}

Theme Theme::of(const QPalette &palette)
{
    return isDark(palette) ? darkTheme() : light();
}

QPalette Theme::palette() const
{
    QPalette result;
    result.setColor(QPalette::Window, window);
    result.setColor(QPalette::WindowText, text);
    result.setColor(QPalette::Base, surface);
    result.setColor(QPalette::AlternateBase, raised);
    result.setColor(QPalette::Text, text);
    result.setColor(QPalette::PlaceholderText, mutedText);
    result.setColor(QPalette::Button, surface);
    result.setColor(QPalette::ButtonText, text);
    result.setColor(QPalette::BrightText, danger);
    result.setColor(QPalette::Highlight, accent);
    result.setColor(QPalette::HighlightedText, onAccent);
    result.setColor(QPalette::Link, accent);
    result.setColor(QPalette::LinkVisited, mixed(accent, mutedText, 0.4));
    result.setColor(QPalette::ToolTipBase, dark ? raised : text);
    result.setColor(QPalette::ToolTipText, dark ? text : surface);
    result.setColor(QPalette::Light, raised);
    result.setColor(QPalette::Midlight, mixed(surface, border, 0.5));
    result.setColor(QPalette::Mid, border);
    result.setColor(QPalette::Dark, mixed(border, mutedText, 0.5));
    result.setColor(QPalette::Shadow, dark ? QColor(0, 0, 0) : mixed(border, text, 0.5));

    const QColor faded = mixed(surface, mutedText, 0.6);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, faded);
    result.setColor(QPalette::Disabled, QPalette::Highlight, border);
    result.setColor(QPalette::Disabled, QPalette::HighlightedText, text);
    return result;
}

ToneColors toneColors(const Theme &theme, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return {theme.mutedText, theme.raised};
    case Tone::Accent:
        return {theme.accent, theme.accentSoft};
    case Tone::Success:
        return {theme.success, theme.successSoft};
    case Tone::Warning:
        return {theme.warning, theme.warningSoft};
    case Tone::Danger:
        return {theme.danger, theme.dangerSoft};
    }
    Q_UNREACHABLE();
}

QColor mixed(const QColor &base, const QColor &over, qreal part)
{
    const auto channel = [part](int from, int to) { return qRound(from * (1 - part) + to * part); };
    return {channel(base.red(), over.red()), channel(base.green(), over.green()),
            channel(base.blue(), over.blue())};
}

void applyTheme(QApplication &application, ColorScheme scheme)
{
    const bool followed = desktopIsDark(application);
    const bool dark = scheme == ColorScheme::System ? followed : scheme == ColorScheme::Dark;
    // The style stays when only the colours change: replacing it would polish every widget again.
    if (qobject_cast<DeckStyle *>(QApplication::style()) == nullptr)
        QApplication::setStyle(new DeckStyle);
    QApplication::setPalette((dark ? Theme::darkTheme() : Theme::light()).palette());
    QApplication::setFont(Fonts::body());
    QToolTip::setPalette(QApplication::palette());
    QToolTip::setFont(Fonts::body());
}

} // namespace litedeck
