// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QIcon>
#include <QPixmap>

namespace litedeck {

/// An icon of resources/icons by its file name without suffix, such as u"send"_s, in the colour of
/// a tone. It follows the application's theme when it is painted, is sharp at every scale factor,
/// and has hover (QIcon::Active), selected and disabled looks. An unknown name gives a null icon.
QIcon icon(const QString &name, Tone tone = Tone::Neutral);

/// One icon as a picture of `size` device-independent pixels; null for an unknown name.
QPixmap tintedPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio);

/// The mark of the program, in its own colours.
QIcon appIcon();

/// The usual side of an icon in a control, in device-independent pixels.
inline constexpr int IconSize = 18;

} // namespace litedeck
