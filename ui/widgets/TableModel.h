// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/CellModel.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace litedeck {

/// A table that keeps its rows. They change, come and go; the table never resets.
template <typename Row>
class TableModel : public CellModel
{
    Q_DISABLE_COPY_MOVE(TableModel)

public:
    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

    const QList<Row> &rows() const { return m_rows; }
    const Row &at(int row) const { return m_rows.at(row); }

protected:
    explicit TableModel(int columns, QObject *parent, const QList<Row> &rows = {})
        : CellModel(columns, parent)
        , m_rows(rows)
    {}

    /// Shows these rows; one that stands where it stood is the same, whatever it says.
    void setRows(const QList<Row> &now)
    {
        removeRange(now.size(), m_rows.size());
        for (qsizetype row = 0; row < m_rows.size(); ++row)
            setRow(row, now.at(row));
        insertRange(m_rows.size(), now.mid(m_rows.size()));
    }

    /// Shows these rows; those of one key are the same. So many of the last as `untouched` are not
    /// looked at: they are those that are shown.
    template <typename Key>
    void mergeRows(const QList<Row> &now, Key key, qsizetype untouched = 0)
    {
        const qsizetype after = now.size() - untouched;
        QSet<std::decay_t<std::invoke_result_t<Key, const Row &>>> wanted;
        for (qsizetype row = 0; row < after; ++row)
            wanted.insert(std::invoke(key, now.at(row)));
        for (qsizetype row = m_rows.size() - untouched - 1; row >= 0; --row) {
            if (!wanted.contains(std::invoke(key, m_rows.at(row))))
                removeRange(row, row + 1);
        }
        for (qsizetype row = 0; row < after; ++row) {
            const bool isIt = row < m_rows.size() - untouched &&
                              std::invoke(key, m_rows.at(row)) == std::invoke(key, now.at(row));
            if (isIt)
                setRow(row, now.at(row));
            else
                insertRange(row, {now.at(row)});
        }
        // What changed its place was inserted anew; what it left behind comes after it.
        removeRange(after, m_rows.size() - untouched);
    }

    /// Takes `dropped` rows away from the end, and puts a row before all others.
    void prependRow(const Row &row, qsizetype dropped)
    {
        removeRange(m_rows.size() - dropped, m_rows.size());
        insertRange(0, {row});
    }

    void clearRows() { removeRange(0, m_rows.size()); }

    /// Puts all rows in place of those that are shown, which are the last of them; returns those.
    QList<Row> replaceFront(const QList<Row> &now)
    {
        const qsizetype added = now.size() - m_rows.size();
        if (added > 0)
            beginInsertRows({}, 0, int(added) - 1);
        QList<Row> before = std::exchange(m_rows, now);
        if (added > 0)
            endInsertRows();
        return before;
    }

private:
    void setRow(qsizetype row, const Row &now)
    {
        if (m_rows.at(row) == now)
            return;
        m_rows[row] = now;
        tellChanged(int(row), int(row));
    }

    void insertRange(qsizetype place, const QList<Row> &added)
    {
        if (added.isEmpty())
            return;
        beginInsertRows({}, int(place), int(place + added.size()) - 1);
        m_rows.insert(place, added.size(), Row());
        std::copy(added.cbegin(), added.cend(), m_rows.begin() + place);
        endInsertRows();
    }

    /// Does nothing when there are none.
    void removeRange(qsizetype first, qsizetype end)
    {
        if (first >= end)
            return;
        beginRemoveRows({}, int(first), int(end) - 1);
        m_rows.remove(first, end - first);
        endRemoveRows();
    }

    QList<Row> m_rows;
};

} // namespace litedeck
