// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace litedeck {

/// A table to read and to choose rows from, in the look of the window: rows of one height without a
/// grid, one whole row selected, a quiet header that sorts. Tab leaves it instead of walking its
/// cells, the keys for left and right scroll it, and a row that is chosen comes into sight without
/// moving sideways.
class RowTable : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowTable)

public:
    explicit RowTable(QWidget *parent = nullptr);

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
};

} // namespace litedeck
