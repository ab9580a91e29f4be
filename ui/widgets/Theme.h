// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace litedeck {

/// Which set of colours the user wants.
enum class ColorScheme : quint8 { System, Light, Dark };

/// Distances in device-independent pixels; nothing in the window uses another.
namespace Spacing {
inline constexpr int XS = 4;
inline constexpr int S = 8;
inline constexpr int M = 12;
inline constexpr int L = 16;
inline constexpr int XL = 24;
inline constexpr int XXL = 32;
} // namespace Spacing

/// Corner radii in device-independent pixels.
namespace Radius {
inline constexpr int S = 6;
inline constexpr int M = 10;
} // namespace Radius

/// Colours that tell the parts of code apart; comments are muted text.
struct CodeTheme
{
    QColor keyword, type, string, number, function, meta;
};

/// The colours of the window by meaning; every pair that carries text has a contrast of 4.5:1.
struct Theme
{
    bool dark = false;
    QColor window;     ///< Behind everything.
    QColor surface;    ///< Cards, lists, the transcript.
    QColor raised;     ///< Fields, hovered rows, code blocks.
    QColor border;     ///< Hairlines.
    QColor text;       ///< Body text.
    QColor mutedText;  ///< Second-rank text.
    QColor accent;     ///< Links, selection, the main action.
    QColor onAccent;   ///< Text on accent.
    QColor accentSoft; ///< Background of what is selected or the user's own.
    QColor success, successSoft;
    QColor warning, warningSoft;
    QColor danger, dangerSoft;
    CodeTheme code; ///< On raised.

    static Theme light();
    static Theme darkTheme();
    /// The theme that a palette made by applyTheme() belongs to.
    static Theme of(const QPalette &palette);

    QPalette palette() const;
};

/// Sets palette, style and style sheet of the application; System follows the desktop's palette.
void applyTheme(QApplication &application, ColorScheme scheme);

} // namespace litedeck
