// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/RequestLog.h"
#include "ui/widgets/TableModel.h"

namespace litedeck {

/// The attempts of a RequestLog, newest first.
class RequestLogModel : public TableModel<RequestLogEntry>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLogModel)

public:
    enum Column { Time, Method, Path, Result, Effect, Duration, Attempt, Request };
    static constexpr int ColumnCount = Request + 1;
    enum RowRole {
        FailureRole = FirstRowRole, ///< bool
        HaystackRole,               ///< QString, all text to search in, case-folded.
    };

    /// `log` outlives the model.
    explicit RequestLogModel(const RequestLog &log, QObject *parent = nullptr);

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;
    QVariant rowData(int row, int role) const override;
};

} // namespace litedeck
