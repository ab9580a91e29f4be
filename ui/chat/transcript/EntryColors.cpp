// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/EntryColors.h"

#include "core/markdown/BlockScanner.h"
#include "ui/chat/transcript/CodeColorist.h"

#include <algorithm>

namespace litedeck {

namespace {

/// Lines that are coloured below the one in sight.
constexpr qsizetype Ahead = 60;

} // namespace

void EntryColors::clear()
{
    for (const Block &block : std::as_const(m_blocks)) {
        if (block.key > 0)
            m_colorist->drop(block.key);
    }
    m_blocks.clear();
}

const EntryColors::Block &EntryColors::block(const BlockScanner &scanner, qsizetype leaf)
{
    const QList<Leaf> &leaves = scanner.leaves();
    const int number = leaves[leaf].block;
    const auto known = m_blocks.constFind(number);
    if (known != m_blocks.cend())
        return *known;
    Block block;
    const QByteArray definition = languageDefinition(scanner.blocks()[number].language);
    if (!definition.isEmpty()) {
        block.key = m_colorist->open(definition);
        block.firstLeaf = leaf;
        while (block.firstLeaf > 0 && leaves[block.firstLeaf - 1].block == number &&
               leaves[block.firstLeaf - 1].kind == LeafKind::CodeLine)
            --block.firstLeaf;
    }
    return *m_blocks.insert(number, block);
}

const QList<CodeSpan> *EntryColors::of(const BlockScanner &scanner, qsizetype leaf)
{
    // A block that is remembered has a complete first line: it names a language.
    if (m_colorist == nullptr || scanner.blocks()[scanner.leaves()[leaf].block].language.isEmpty())
        return nullptr;
    const Block known = block(scanner, leaf);
    if (known.key == 0)
        return nullptr;
    const QList<Leaf> &leaves = scanner.leaves();
    const qsizetype line = leaf - known.firstLeaf;
    if (line >= known.added) {
        const qsizetype end = std::min(scanner.completeLeaves(), leaf + Ahead);
        QStringList lines;
        for (qsizetype i = known.firstLeaf + known.added; i < end; ++i) {
            if (leaves[i].block != leaves[leaf].block)
                break;
            // The rest of a line that was cut makes no sense by itself.
            lines.append(leaves[i].continued ? QString() : leaves[i].source);
        }
        m_blocks[leaves[leaf].block].added += lines.size();
        m_colorist->add(known.key, lines);
    }
    return m_colorist->line(known.key, line);
}

} // namespace litedeck
