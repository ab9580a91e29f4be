// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/PlainText.h"

#include "ui/chat/transcript/LeafLayout.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace litedeck {

QList<Leaf> plainLeaves(QStringView text)
{
    QList<Leaf> leaves;
    while (text.endsWith(u'\n'))
        text.chop(1);
    for (QStringView line : text.tokenize(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        bool continued = false;
        do {
            qsizetype length = std::min(line.size(), MaxLeafLength);
            if (length < line.size()) {
                const qsizetype space = line.first(length).lastIndexOf(u' ');
                if (space > MaxLeafLength / 2)
                    length = space + 1;
                else if (line[length - 1].isHighSurrogate())
                    --length;
            }
            Leaf leaf;
            leaf.kind = LeafKind::Plain;
            leaf.continued = continued;
            leaf.source = line.first(length).toString();
            leaves.append(leaf);
            line = line.mid(length);
            continued = true;
        } while (!line.isEmpty());
    }
    return leaves;
}

QString separator(const Leaf &above, const Leaf &leaf)
{
    if (leaf.continued) {
        const bool cutAtSpace = above.source.endsWith(u' ') || above.source.endsWith(u'\n');
        return leaf.kind == LeafKind::Paragraph && cutAtSpace ? u" "_s : QString();
    }
    const bool together = leaf.block == above.block || leaf.kind == LeafKind::Plain;
    const bool apart = !together && (leaf.blankBefore || leaf.containers.isEmpty());
    return apart ? u"\n\n"_s : u"\n"_s;
}

QString markerText(const Leaf &leaf)
{
    QString text;
    for (const ListMarker &marker : leaf.markers) {
        if (text.isEmpty())
            text = QString(2 * leaf.containers.first(marker.depth).count('i'), u' ');
        switch (marker.kind) {
        case ListMarker::Kind::Bullet:
            text += u"• "_s;
            break;
        case ListMarker::Kind::Number:
            text += QString::number(marker.number) + marker.delimiter + u' ';
            break;
        case ListMarker::Kind::Unchecked:
            text += u"☐ "_s;
            break;
        case ListMarker::Kind::Checked:
            text += u"☑ "_s;
            break;
        }
    }
    return text;
}

QString plainText(const QList<Leaf> &leaves, const LinkDefinitions &definitions)
{
    QString text;
    const Leaf *above = nullptr;
    for (const Leaf &leaf : leaves) {
        if (!hasText(leaf.kind))
            continue;
        if (above)
            text += separator(*above, leaf);
        text += markerText(leaf) + leafText(leaf, definitions);
        above = &leaf;
    }
    return text.replace(QChar::LineSeparator, u'\n');
}

QString codeText(const QList<Leaf> &leaves, int block)
{
    QString text;
    for (const Leaf &leaf : leaves) {
        if (leaf.block != block || leaf.kind != LeafKind::CodeLine)
            continue;
        text += leaf.source;
        text += u'\n';
        if (leaf.continued)
            text.remove(text.size() - leaf.source.size() - 2, 1);
    }
    return text;
}

QList<int> fittedColumns(const QList<int> &natural, int room)
{
    const int total = std::accumulate(natural.cbegin(), natural.cend(), 0);
    if (total <= room || natural.isEmpty())
        return natural;
    // Columns narrower than an equal share keep their width; the others share what is left.
    QList<int> widths = natural;
    int left = room;
    auto open = int(natural.size());
    QList<bool> fixed(natural.size(), false);
    for (bool changed = true; changed && open > 0;) {
        changed = false;
        const int share = left / open;
        for (qsizetype i = 0; i < natural.size(); ++i) {
            if (fixed[i] || natural[i] > share)
                continue;
            fixed[i] = true;
            left -= natural[i];
            --open;
            changed = true;
        }
    }
    int weight = 0;
    for (qsizetype i = 0; i < natural.size(); ++i)
        weight += fixed[i] ? 0 : natural[i];
    if (weight == 0)
        return widths;
    const int minimum = open > 0 ? left / open / 2 : 0;
    for (qsizetype i = 0; i < natural.size(); ++i) {
        if (!fixed[i])
            widths[i] = minimum + int(qint64(left - minimum * open) * natural[i] / weight);
    }
    return widths;
}

} // namespace litedeck
