// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace litedeck::demo {

/// What Python's json module complains about.
struct JsonSyntaxError
{
    QString message;
    int position = 0; ///< In code points.
};

/// The error that Python 3.12 reports for this text; nothing when it would read it.
std::optional<JsonSyntaxError> findJsonError(const QString &text);

} // namespace litedeck::demo
