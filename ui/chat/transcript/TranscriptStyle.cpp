// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TranscriptStyle.h"

#include "ui/widgets/Fonts.h"
#include "ui/widgets/Tone.h"

#include <QFontInfo>
#include <QFontMetrics>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QFont sized(const QFont &font, const QStringList &families, int pixelSize)
{
    QFont out = font;
    out.setFamilies(families);
    out.setPixelSize(pixelSize);
    return out;
}

int meanCharWidth(const QFont &font)
{
    const QString sample = u"the quick brown fox jumps over the lazy dog"_s;
    return std::max(1, QFontMetrics(font).horizontalAdvance(sample) / int(sample.size()));
}

} // namespace

TranscriptStyle::TranscriptStyle(const QFont &font, const QPalette &palette)
    : theme(Theme::of(palette))
{
    const QFontInfo info(font);
    const int size = std::max(15, int(std::lround(info.pixelSize() * 1.1)));
    const auto scaled = [size](double factor) { return int(std::lround(size * factor)); };
    const QStringList sans = Fonts::sansFamilies();
    const QStringList fixed = Fonts::monoFamilies();

    body = sized(font, sans, size);
    mono = sized(font, fixed, scaled(0.87));
    inlineMono = sized(font, fixed, scaled(0.9));
    label = sized(font, sans, scaled(0.87));
    label.setWeight(QFont::DemiBold);
    small = sized(font, sans, scaled(0.82));
    constexpr std::array<double, 6> Scale{1.6, 1.35, 1.17, 1.05, 1.0, 0.93};
    for (size_t i = 0; i < headings.size(); ++i) {
        headings[i] = sized(font, sans, scaled(Scale[i]));
        headings[i].setWeight(QFont::Bold);
    }
    selection = mixed(theme.surface, theme.accent, theme.dark ? 0.45 : 0.3);
    found = mixed(theme.surface, theme.warning, theme.dark ? 0.28 : 0.2);
    foundCurrent = mixed(theme.surface, theme.warning, 0.45);
    codeBackground = mixed(theme.surface, theme.mutedText, theme.dark ? 0.22 : 0.12);
    lineHeight = scaled(1.6);
    codeLineHeight = scaled(1.4);
    smallLineHeight = scaled(1.4);
}

const CharWidths &TranscriptStyle::charWidths() const
{
    if (m_charWidths)
        return *m_charWidths;
    CharWidths widths{.body = meanCharWidth(body), .code = meanCharWidth(mono)};
    const QFontMetrics metrics(body);
    for (size_t i = 0x20; i < widths.ascii.size(); ++i)
        widths.ascii[i] = quint8(std::clamp(metrics.horizontalAdvance(QChar(ushort(i))), 0, 255));
    return m_charWidths.emplace(widths);
}

QFont TranscriptStyle::fontFor(const Leaf &leaf) const
{
    if (leaf.kind == LeafKind::Heading)
        return headings[size_t(std::clamp<int>(leaf.level, 1, 6) - 1)];
    return leaf.kind == LeafKind::CodeLine ? mono : body;
}

int TranscriptStyle::lineHeightFor(const Leaf &leaf) const
{
    if (leaf.kind == LeafKind::Heading)
        return int(std::lround(fontFor(leaf).pixelSize() * 1.32));
    return leaf.kind == LeafKind::CodeLine ? codeLineHeight : lineHeight;
}

int TranscriptStyle::gap(const Leaf *above, const Leaf &leaf) const
{
    if (!above || leaf.continued || leaf.kind == LeafKind::Plain)
        return 0;
    if (leaf.block == above->block)
        return 0;
    if (above->kind == LeafKind::ThoughtHead)
        return 4;
    const int cap = isCode(above->kind) ? CodeCapHeight : 0;
    if (leaf.kind == LeafKind::Heading)
        return cap + (above->kind == LeafKind::Heading ? 10 : leaf.level <= 2 ? 28 : 22);
    if (above->kind == LeafKind::Heading)
        return leaf.kind == LeafKind::Paragraph ? 6 : 10;
    if (leaf.kind == LeafKind::Rule || above->kind == LeafKind::Rule)
        return cap + 20;
    if (leaf.kind == LeafKind::CodeHead || leaf.kind == LeafKind::TableRow || cap > 0 ||
        above->kind == LeafKind::TableRow)
        return cap + 14;
    const bool inList = leaf.containers.contains('i') && above->containers.contains('i');
    if (inList && !leaf.blankBefore)
        return 4;
    return inList && !leaf.markers.isEmpty() ? 8 : 12;
}

int TranscriptStyle::containerWidth(char container) const
{
    return container == 'q' || container == 't' ? 18 : int(std::lround(body.pixelSize() * 1.75));
}

int TranscriptStyle::indentOf(const Leaf &leaf, qsizetype containers) const
{
    int indent = 0;
    for (qsizetype i = 0; i < std::min(containers, MaxIndents); ++i)
        indent += containerWidth(leaf.containers[i]);
    return indent;
}

int TranscriptStyle::estimatedHeight(const Leaf &leaf, int width) const
{
    switch (leaf.kind) {
    case LeafKind::CodeHead:
        return CodeHeadHeight;
    case LeafKind::Rule:
        return 1;
    case LeafKind::ThoughtHead:
        return ThoughtHeadHeight;
    case LeafKind::TableRow:
        return lineHeight + 2 * CellPadding - 4;
    case LeafKind::Paragraph:
    case LeafKind::Heading:
    case LeafKind::CodeLine:
    case LeafKind::Plain:
        break;
    }
    const int room = std::max(80, width - indentOf(leaf));
    const int charWidth = leaf.kind == LeafKind::CodeLine ? charWidths().code : charWidths().body;
    const qsizetype perLine = std::max(1, room / charWidth);
    return int(1 + leaf.source.size() / perLine) * lineHeightFor(leaf);
}

} // namespace litedeck
