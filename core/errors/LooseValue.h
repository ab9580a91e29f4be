// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringView>

namespace litedeck {

/// Reads the object that starts with the brace at `begin`, be it JSON or a Python repr (single
/// quotes, None, True, b'…'), cut off or with rubbish between its members; empty when there is no
/// member at all. Linear in the text, bounded in depth and in number of members.
QJsonObject readLooseObject(QStringView text, qsizetype begin);

} // namespace litedeck
