// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace litedeck::bench {

/// The shapes of a reply: everything that Markdown has, and one block that never ends.
QStringList shapes();

/// A reply of a shape, the same on every machine; in UTF-16 units.
QString reply(const QString &shape, qsizetype length);

/// The first half of the SHA-256 of a text, to tell that two machines measured the same.
QString fingerprint(const QString &text);

/// What a piece of the stream holds: 4 to 20 characters, 12 on average.
QStringList pieces(const QString &text);

} // namespace litedeck::bench
