// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/transcript/HeightIndex.h"

#include <bit>

namespace litedeck {

namespace {

qsizetype lowBit(qsizetype i)
{
    return i & -i;
}

} // namespace

qint64 HeightIndex::top(qsizetype row) const
{
    qint64 sum = 0;
    for (qsizetype i = row; i > 0; i -= lowBit(i))
        sum += m_tree[i - 1];
    return sum;
}

qsizetype HeightIndex::rowAt(qint64 position) const
{
    const qsizetype count = m_heights.size();
    if (count == 0)
        return -1;
    qsizetype index = 0;
    for (auto step = qsizetype(std::bit_floor(size_t(count))); step > 0; step /= 2) {
        if (index + step <= count && m_tree[index + step - 1] <= position) {
            index += step;
            position -= m_tree[index - 1];
        }
    }
    return qMin(index, count - 1);
}

void HeightIndex::append(int height)
{
    const qsizetype i = m_heights.size() + 1;
    qint64 sum = height;
    for (qsizetype child = i - 1; child > i - lowBit(i); child -= lowBit(child))
        sum += m_tree[child - 1];
    m_heights.append(height);
    m_tree.append(sum);
}

void HeightIndex::setHeight(qsizetype row, int height)
{
    const qint64 difference = qint64(height) - m_heights[row];
    m_heights[row] = height;
    for (qsizetype i = row + 1; difference != 0 && i <= m_tree.size(); i += lowBit(i))
        m_tree[i - 1] += difference;
}

void HeightIndex::truncate(qsizetype rows)
{
    m_heights.resize(rows);
    m_tree.resize(rows);
}

} // namespace litedeck
