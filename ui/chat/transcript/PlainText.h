// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/MarkdownLeaf.h"

#include <QString>
#include <QStringView>

namespace litedeck {

/// Text without markup as leaves: a line each, long lines cut.
QList<Leaf> plainLeaves(QStringView text);

/// What stands between the texts of two neighbouring leaves when they are copied.
QString separator(const Leaf &above, const Leaf &leaf);

/// The list marks of a leaf as text, such as "• " or "2. ", indented by their depth.
QString markerText(const Leaf &leaf);

/// The shown text of all leaves.
QString plainText(const QList<Leaf> &leaves, const LinkDefinitions &definitions);

/// The text of a block of code.
QString codeText(const QList<Leaf> &leaves, int block);

/// Column widths that fit into the room: natural ones if they do, else the wide ones give way.
QList<int> fittedColumns(const QList<int> &natural, int room);

} // namespace litedeck
