// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <deque>

namespace litedeck {

/// A table of what happened, newest first, with a line of names above its columns. Rows come and go
/// one by one.
template <typename Row>
class NewestFirstModel : public QAbstractTableModel
{
    Q_DISABLE_COPY_MOVE(NewestFirstModel)

public:
    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : m_columns;
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        return role == Qt::TextAlignmentRole ? alignment(index.column())
                                             : cell(row(index.row()), index.column(), role);
    }
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const final
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole)
            return alignment(section);
        return role == Qt::DisplayRole ? QVariant(columnName(section)) : QVariant();
    }

protected:
    /// `rows` stand the newest first.
    NewestFirstModel(int columns, std::deque<Row> rows, QObject *parent)
        : QAbstractTableModel(parent)
        , m_columns(columns)
        , m_rows(std::move(rows))
    {}

    virtual QVariant cell(const Row &row, int column, int role) const = 0;
    virtual QString columnName(int column) const = 0;
    /// Numbers stand at the end of their column.
    virtual bool isNumber(int column) const = 0;

    const Row &row(int number) const { return m_rows.at(size_t(number)); }

    /// Takes `dropped` rows away from the end, and puts a row before all others.
    void prepend(const Row &newest, qsizetype dropped)
    {
        if (dropped > 0) {
            const int rows = rowCount();
            beginRemoveRows({}, rows - int(dropped), rows - 1);
            m_rows.resize(size_t(rows - int(dropped)));
            endRemoveRows();
        }
        beginInsertRows({}, 0, 0);
        m_rows.push_front(newest);
        endInsertRows();
    }

    void clear()
    {
        if (m_rows.empty())
            return;
        beginRemoveRows({}, 0, rowCount() - 1);
        m_rows.clear();
        endRemoveRows();
    }

private:
    QVariant alignment(int column) const
    {
        return isNumber(column)
                   ? QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter))
                   : QVariant();
    }

    const int m_columns;
    // A copy: a log has already changed when it tells so.
    std::deque<Row> m_rows;
};

} // namespace litedeck
