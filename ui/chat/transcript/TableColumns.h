// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/MarkdownLeaf.h"
#include "ui/chat/transcript/TranscriptStyle.h"

#include <QHash>

namespace litedeck {

/// How wide the columns of a message's tables are. They only grow while rows arrive, so that a row
/// seldom moves the rows above it.
class TableColumns
{
public:
    /// Takes a row into account; true when the table's widths changed.
    bool measure(const Leaf &row, const BlockInfo &block, const LinkDefinitions &definitions,
                 const TranscriptStyle &style, int room);
    /// Fits a table into another room.
    void fit(int block, int room);

    QList<int> widths(int block) const { return m_tables.value(block).widths; }
    void clear() { m_tables.clear(); }

private:
    struct Table
    {
        QList<int> natural;
        QList<int> widths;
    };

    QHash<int, Table> m_tables;
};

} // namespace litedeck
