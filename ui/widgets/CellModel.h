// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Tone.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace litedeck {

/// All that one cell of a table tells.
struct TableCell
{
    QString text;
    QString toolTip = {};                    ///< Plain text.
    std::optional<Tone> tone = {};           ///< Of a cell that is painted in one.
    QString spoken = {};                     ///< What screen readers say, when it is not the text.
    QVariant sortKey = {};                   ///< What is compared when it is not the text.
    std::function<QString()> explained = {}; ///< In place of toolTip, for what takes a while.

    QString aloud() const { return spoken.isEmpty() ? text : spoken; }
};

/// Numbers stand at the end of their column.
enum class ColumnKind : quint8 { Text, Number };

/// What stands above a column.
struct TableHeading
{
    TableHeading(const QString &shown, ColumnKind of, const QString &explained = {})
        : text(shown)
        , kind(of)
        , toolTip(explained)
    {}

    QString text;
    ColumnKind kind;
    QString toolTip;
};

/// A table whose columns are told in two places, by a heading and by a cell, each a switch over the
/// columns. So a new column does not compile before all of it is decided.
class CellModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CellModel)

public:
    enum Role {
        ToneRole = Qt::UserRole, ///< int, a Tone, in cells that have one.
        SortRole,                ///< What a proxy sorts by.
        FirstRowRole,            ///< From here on a model names what it tells of whole rows.
    };

    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const final;

protected:
    explicit CellModel(int columns, QObject *parent = nullptr);

    virtual TableHeading heading(int column) const = 0;
    virtual TableCell cell(int row, int column) const = 0;
    /// What a row tells in a role of the model's own.
    virtual QVariant rowData(int row, int role) const;

    /// Tells views that all of these rows is new.
    void tellChanged(int first, int last);

private:
    const int m_columns;
};

} // namespace litedeck
