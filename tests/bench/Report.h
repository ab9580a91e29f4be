// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"

#include <QString>

class QTextStream;
class QWidget;

namespace litedeck::bench {

/// How fast a reply comes, and how much of it one of 60 frames a second brings.
inline constexpr int PiecesPerSecond = 200;
inline constexpr double PiecesPerFrame = PiecesPerSecond / 60.0;

/// What one run cost.
struct Result
{
    double cpu = 0; ///< Seconds, all threads.
    Blocks blocks;
    quint64 layouts = 0;
};

/// Standard output.
QTextStream &out();
/// The head of a table whose rows print() prints.
void printHead();
void print(const QString &name, const Result &result);

/// Shows a widget in the size that all renderers get, 900 x 1000.
void show(QWidget &widget);

} // namespace litedeck::bench
