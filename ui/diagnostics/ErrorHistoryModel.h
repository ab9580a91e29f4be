// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ErrorBoard.h"
#include "ui/widgets/TableModel.h"

namespace litedeck {

/// The history of an ErrorBoard, newest first.
class ErrorHistoryModel : public TableModel<PastError>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorHistoryModel)

public:
    enum Column { Ended, Title, Ending, Lane, Times, FirstSeen };
    static constexpr int ColumnCount = FirstSeen + 1;

    /// `board` outlives the model.
    explicit ErrorHistoryModel(const ErrorBoard &board, QObject *parent = nullptr);

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;
};

} // namespace litedeck
