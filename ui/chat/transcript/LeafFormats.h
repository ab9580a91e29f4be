// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/InlineParser.h"
#include "ui/chat/transcript/CodeHighlighter.h"
#include "ui/chat/transcript/TranscriptStyle.h"

#include <QTextLayout>

namespace litedeck {

/// How the styles and links of a text in a font look.
QList<QTextLayout::FormatRange> inlineFormats(const InlineText &content, const QFont &font,
                                              const TranscriptStyle &style);

/// How a line of code looks; plain as long as its colors are not known (null).
QList<QTextLayout::FormatRange> codeFormats(const QList<CodeSpan> *colors,
                                            const TranscriptStyle &style);

} // namespace litedeck
