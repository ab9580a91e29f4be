// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/CodeHighlighter.h"

#include <QHash>

namespace litedeck {

class BlockScanner;
class CodeColorist;

/// The colours of a message's blocks of code. They are asked for when a line comes in sight, for
/// all complete lines of its block up to a little below.
class EntryColors
{
public:
    /// Without a colorist, all code stays plain.
    explicit EntryColors(CodeColorist *colorist)
        : m_colorist(colorist)
    {}
    ~EntryColors() { clear(); }
    Q_DISABLE_COPY_MOVE(EntryColors)

    /// Forgets all blocks, for another text.
    void clear();

    /// The colours of a line of code; null until they are known.
    const QList<CodeSpan> *of(const BlockScanner &scanner, qsizetype leaf);

private:
    struct Block
    {
        quint64 key = 0;         ///< 0 for a language without colours.
        qsizetype firstLeaf = 0; ///< Of its lines.
        qsizetype added = 0;     ///< Lines.
    };

    const Block &block(const BlockScanner &scanner, qsizetype leaf);

    CodeColorist *const m_colorist;
    QHash<int, Block> m_blocks;
};

} // namespace litedeck
