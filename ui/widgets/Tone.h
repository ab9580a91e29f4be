// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

namespace litedeck {

/// What a coloured element means; colour never carries the meaning alone.
enum class Tone : quint8 { Neutral, Accent, Success, Warning, Danger };

/// A readable pair of colours.
struct ToneColors
{
    QColor text;
    QColor background;

    friend bool operator==(const ToneColors &, const ToneColors &) = default;
};

/// The colours of a tone in a theme; the pair has a contrast of 4.5:1, and so has the text on
/// Theme::surface.
ToneColors toneColors(const Theme &theme, Tone tone);

/// `part` (0 to 1) of `over` laid on `base`; for borders and hover states between two theme
/// colours.
QColor mixed(const QColor &base, const QColor &over, qreal part);

} // namespace litedeck
