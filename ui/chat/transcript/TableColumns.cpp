// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/TableColumns.h"

#include "core/markdown/BlockRules.h"
#include "core/markdown/InlineParser.h"
#include "ui/chat/transcript/PlainText.h"

#include <QFontMetrics>

#include <algorithm>
#include <numeric>

namespace litedeck {

namespace {

/// A table shows no more columns than this.
constexpr qsizetype MaxColumns = 64;

/// Characters of a cell that count for its column's width.
constexpr qsizetype MeasuredCell = 120;

} // namespace

bool TableColumns::measure(const Leaf &row, const BlockInfo &block,
                           const LinkDefinitions &definitions, const TranscriptStyle &style,
                           int room)
{
    Table &table = m_tables[row.block];
    const qsizetype count = std::min(block.columns.size(), MaxColumns);
    const CharWidths &widths = style.charWidths();
    const QStringList cells = block::tableCells(row.source);
    const QList<int> before = table.natural;
    table.natural.resize(count);
    QFont font = style.body;
    font.setWeight(row.header ? QFont::Bold : QFont::Normal);
    for (qsizetype i = 0; i < std::min(count, cells.size()); ++i) {
        const QString text = parseInline(cells[i], definitions).text.left(MeasuredCell);
        const auto most =
            std::accumulate(text.cbegin(), text.cend(), 0, [&widths](int sum, QChar c) {
                if (c.unicode() < widths.ascii.size())
                    return sum + widths.ascii[c.unicode()];
                return sum + widths.body * (c.unicode() >= 0x1100 ? 4 : 2);
            });
        // Measuring shapes the text, so it is done only for a cell that may be the widest.
        const int padding = 2 * TranscriptStyle::CellPadding;
        if (!row.header && most + padding <= table.natural[i])
            continue;
        const int width = QFontMetrics(font).horizontalAdvance(text) + padding + 2;
        // Steps of 16 px keep a cell that grows letter by letter from moving its table each time.
        table.natural[i] = std::max(table.natural[i], (width + 15) / 16 * 16);
    }
    if (table.natural == before)
        return false;
    table.widths = fittedColumns(table.natural, room);
    return true;
}

void TableColumns::fit(int block, int room)
{
    const auto table = m_tables.find(block);
    if (table != m_tables.end())
        table->widths = fittedColumns(table->natural, room);
}

} // namespace litedeck
