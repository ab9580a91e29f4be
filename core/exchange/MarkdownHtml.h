// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace litedeck {

/// GitHub's Markdown as HTML for a file that may be opened anywhere: raw HTML and dangerous links
/// are left out, and an image is a link to it, so that nothing is fetched.
QString markdownToHtml(const QString &markdown);

} // namespace litedeck
