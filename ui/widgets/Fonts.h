// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

/// The fonts of the window, each with an explicit list of fallback families: without one, Qt
/// searches every font of the machine at the first emoji or CJK character it meets.
namespace litedeck::Fonts {

/// Running text: the desktop's own font, at least 10 pt.
QFont body();
/// Second-rank text: captions, ages, counts.
QFont small();
/// Titles of cards and sections.
QFont heading();
/// The title of a page or an empty state.
QFont title();
/// Code, ids, amounts in columns: the desktop's fixed-width font.
QFont mono();

/// The family of body() first, then fallbacks for other scripts and emoji; only installed families.
QStringList sansFamilies();
QStringList monoFamilies();

} // namespace litedeck::Fonts
