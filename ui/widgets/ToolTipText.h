// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace litedeck {

/// A tool tip that shows a text letter by letter. Qt takes what looks like HTML for HTML.
QString plainToolTip(const QString &text);

} // namespace litedeck
