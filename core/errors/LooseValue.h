// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringView>

#include <optional>

namespace litedeck {

/// An object read out of the middle of a text, and where it ended.
struct LooseObject
{
    QJsonObject object;
    qsizetype end = 0; ///< Index of the first character after it.
};

/// Reads the object that starts with the brace at `begin`, be it JSON or a Python repr (single
/// quotes, None, True, b'…'), cut off or with rubbish between its members; nothing when there is no
/// member at all. Linear in the text, bounded in depth and in number of members.
std::optional<LooseObject> readLooseObject(QStringView text, qsizetype begin);

} // namespace litedeck
