// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace litedeck {

/// The file of GNU source-highlight that defines the language named after a fence ("py", "C++",
/// "language-js"); empty for a language that it does not know.
QByteArray languageDefinition(QStringView name);

} // namespace litedeck
