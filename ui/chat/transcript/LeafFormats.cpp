// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/LeafLayout.h"

#include <algorithm>
#include <cmath>

namespace litedeck {

namespace {

QColor colorOf(CodeRole role, const Theme &theme)
{
    switch (role) {
    case CodeRole::Keyword:
        return theme.code.keyword;
    case CodeRole::Type:
        return theme.code.type;
    case CodeRole::String:
        return theme.code.string;
    case CodeRole::Number:
        return theme.code.number;
    case CodeRole::Comment:
        return theme.mutedText;
    case CodeRole::Function:
        return theme.code.function;
    case CodeRole::Meta:
        return theme.code.meta;
    case CodeRole::Added:
        return theme.success;
    case CodeRole::Removed:
        return theme.danger;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<QTextLayout::FormatRange> inlineFormats(const InlineText &content, const QFont &font,
                                              const TranscriptStyle &style)
{
    QList<QTextLayout::FormatRange> formats;
    for (const InlineSpan &span : content.spans) {
        QTextCharFormat format;
        if (span.styles & InlineStyle::Strong)
            format.setFontWeight(QFont::Bold);
        if (span.styles & InlineStyle::Emphasis)
            format.setFontItalic(true);
        if (span.styles & InlineStyle::Strikethrough) {
            format.setFontStrikeOut(true);
            format.setForeground(style.theme.mutedText);
        }
        if (span.styles & InlineStyle::Code) {
            QFont mono = style.inlineMono;
            mono.setPixelSize(std::max(1, int(std::lround(font.pixelSize() * 0.9))));
            mono.setWeight(span.styles & InlineStyle::Strong ? QFont::Bold : font.weight());
            format.setFont(mono);
        }
        if (span.link >= 0) {
            format.setForeground(style.theme.accent);
            format.setFontUnderline(true);
            format.setUnderlineColor(style.theme.accent);
        }
        formats.append({int(span.start), int(span.length), format});
    }
    return formats;
}

QList<QTextLayout::FormatRange> codeFormats(const QList<CodeSpan> *colors,
                                            const TranscriptStyle &style)
{
    QList<QTextLayout::FormatRange> formats;
    if (colors == nullptr)
        return formats;
    for (const CodeSpan &span : *colors) {
        QTextCharFormat format;
        format.setForeground(colorOf(span.role, style.theme));
        formats.append({span.start, span.length, format});
    }
    return formats;
}

} // namespace litedeck
