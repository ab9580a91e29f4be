// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paragraphs grow at their end, so a growing one is laid out in stretches of some lines, of which
// only the last is laid out again. Stretches are parted where lines break and shaping begins anew:
// it looks as if the whole was laid out at once.
#include "ui/chat/transcript/LeafLayout.h"

#include <QFontMetrics>

#include <algorithm>

namespace litedeck {

namespace {

/// A last stretch of more lines is parted.
constexpr int MaxOpenLines = 3;

/// The lines at the end that may still break in another place.
constexpr int UnsettledLines = 2;

/// Where text runs both ways, the order of a line depends on what stands before it.
bool isLeftToRight(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        constexpr char16_t FirstRightToLeft = 0x0590;
        if (text[i] < QChar(FirstRightToLeft))
            continue;
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        const char32_t point =
            pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        switch (QChar::direction(point)) {
        case QChar::DirR:
        case QChar::DirAL:
        case QChar::DirAN:
        case QChar::DirLRE:
        case QChar::DirLRO:
        case QChar::DirRLE:
        case QChar::DirRLO:
        case QChar::DirPDF:
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI:
        case QChar::DirPDI:
            return false;
        default:
            break;
        }
        if (pair)
            ++i;
    }
    return true;
}

/// Whether there is a font for all letters. Where none is, Qt draws boxes, also for blanks at the
/// end of a line, but not for the same ones whatever follows.
bool hasFontFor(QStringView text, const QFont &font)
{
    const QFontMetrics metrics(font);
    QChar::Script known = QChar::Script_Latin;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size();
        const char32_t point =
            pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const QChar::Script script = QChar::script(point);
        if (pair)
            ++i;
        // One letter tells of its script.
        if (script == known || script <= QChar::Script_Common)
            continue;
        if (!metrics.inFontUcs4(point))
            return false;
        known = script;
    }
    return true;
}

/// Part of a text, with its looks.
InlineText cut(const InlineText &content, qsizetype from, qsizetype to)
{
    InlineText part;
    part.text = content.text.sliced(from, to - from);
    part.targets = content.targets;
    for (const InlineSpan &span : content.spans) {
        const qsizetype start = std::max(span.start, from);
        const qsizetype end = std::min(span.start + span.length, to);
        if (start < end)
            part.spans.append({start - from, end - start, span.styles, span.link});
    }
    return part;
}

/// How many characters at the start read and look alike.
qsizetype alike(const InlineText &a, const InlineText &b)
{
    const auto text = std::mismatch(a.text.cbegin(), a.text.cend(), b.text.cbegin(), b.text.cend());
    const auto spans =
        std::mismatch(a.spans.cbegin(), a.spans.cend(), b.spans.cbegin(), b.spans.cend());
    qsizetype count = text.first - a.text.cbegin();
    const bool bothGoOn = spans.first != a.spans.cend() && spans.second != b.spans.cend();
    if (bothGoOn && spans.first->start == spans.second->start &&
        spans.first->styles == spans.second->styles && spans.first->link == spans.second->link) {
        return std::min(count,
                        spans.first->start + std::min(spans.first->length, spans.second->length));
    }
    if (spans.first != a.spans.cend())
        count = std::min(count, spans.first->start);
    if (spans.second != b.spans.cend())
        count = std::min(count, spans.second->start);
    return count;
}

/// True where no letter or mark is shaped together with what stands before it.
bool beginsAnew(QStringView text, qsizetype at)
{
    return text[at - 1] == u' ' && text[at].isLetter() && text[at].script() > QChar::Script_Common;
}

} // namespace

void LeafLayout::addParagraph(const InlineText &content, const QFont &font,
                              const LeafContext &context)
{
    m_font = font;
    m_width = context.width;
    const bool goesOn =
        context.before && context.before->m_width == m_width && context.before->m_font == font;
    if (goesOn)
        takeSettled(*context.before, content);
    const auto addStretch = [&](qsizetype to) {
        InlineText stretch = cut(content, m_textLength, to);
        const auto formats = inlineFormats(stretch, font, context.style);
        addPart(std::move(stretch), font, formats, QRectF(0, m_height, m_width, 0), Qt::AlignLeft,
                m_lineHeight, false);
    };
    const size_t settled = m_parts.size();
    const qsizetype start = m_textLength;
    const int top = m_height;
    addStretch(content.text.size());
    if (!goesOn || !hasFontFor(m_parts.back().content.text, font))
        return;
    const qsizetype settling = context.openEnd ? settlingLength(m_parts.back()) : 0;
    if (settling > 0 && isLeftToRight(content.text)) {
        m_parts.pop_back();
        m_textLength = start;
        m_height = top;
        addStretch(start + settling);
        addStretch(content.text.size());
    }
    if (settled < context.before->m_parts.size())
        compareLines(m_parts[settled], context.before->m_parts[settled]);
}

void LeafLayout::takeSettled(LeafLayout &before, const InlineText &content)
{
    for (size_t i = 0; i + 1 < before.m_parts.size(); ++i) {
        Part &part = before.m_parts[i];
        const InlineText &next = before.m_parts[i + 1].content;
        // The first word of the next line decides where this one ends.
        const qsizetype word = next.text.indexOf(u' ') + 1;
        const qsizetype end = part.start + part.content.text.size();
        if (word == 0 || end + word > content.text.size())
            return;
        InlineText now = cut(content, part.start, end);
        const bool same = alike(now, part.content) == part.content.text.size() &&
                          alike(cut(content, end, end + word), next) == word;
        if (!same)
            return;
        m_textLength = end;
        m_height = int(part.origin.y()) + part.layout->lineCount() * m_lineHeight;
        part.content = std::move(now);
        m_parts.push_back(std::move(part));
    }
}

qsizetype LeafLayout::settlingLength(const Part &part)
{
    const int lines = part.layout->lineCount();
    if (lines <= MaxOpenLines)
        return 0;
    for (int i = lines - UnsettledLines; i > 0; --i) {
        const int start = part.layout->lineAt(i).textStart();
        if (beginsAnew(part.content.text, start))
            return start;
    }
    return 0;
}

void LeafLayout::compareLines(const Part &now, const Part &before)
{
    const qsizetype same = alike(now.content, before.content);
    const int most = std::min(now.layout->lineCount(), before.layout->lineCount());
    int lines = 0;
    for (; lines < most; ++lines) {
        const QTextLine line = now.layout->lineAt(lines);
        const QTextLine old = before.layout->lineAt(lines);
        if (line.textStart() != old.textStart() || line.textLength() != old.textLength() ||
            line.textStart() + line.textLength() > same)
            break;
    }
    m_unchangedHeight = int(now.origin.y()) + lines * m_lineHeight;
}

} // namespace litedeck
