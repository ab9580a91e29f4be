// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace litedeck {

/// Heights of stacked rows with their sums, in a Fenwick tree: changing one, adding one at the end
/// and finding the row at a position each take O(log n).
class HeightIndex
{
public:
    qsizetype size() const { return m_heights.size(); }
    int height(qsizetype row) const { return m_heights[row]; }
    qint64 total() const { return top(m_heights.size()); }

    /// The sum of the heights above the row; the row may be size().
    qint64 top(qsizetype row) const;

    /// The row that covers the position, the last row for positions below all; -1 when empty.
    qsizetype rowAt(qint64 position) const;

    void append(int height);
    void setHeight(qsizetype row, int height);
    void truncate(qsizetype rows);

private:
    QList<int> m_heights;
    QList<qint64> m_tree; ///< m_tree[i] sums the rows (i + 1) - lowbit(i + 1) … i.
};

} // namespace litedeck
