// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/ErrorLog.h"
#include "ui/diagnostics/NewestFirstModel.h"

namespace litedeck {

/// The history of an ErrorLog.
class ErrorHistoryModel : public NewestFirstModel<PastError>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorHistoryModel)

public:
    enum Column { Ended, Title, Ending, Lane, Times, FirstSeen, ColumnCount };

    /// `log` outlives the model.
    explicit ErrorHistoryModel(const ErrorLog &log, QObject *parent = nullptr);

    const PastError &pastError(int number) const { return row(number); }

protected:
    QVariant cell(const PastError &past, int column, int role) const override;
    QString columnName(int column) const override;
    bool isNumber(int column) const override { return column == Times; }

private:
    QString display(const PastError &past, int column) const;
};

} // namespace litedeck
