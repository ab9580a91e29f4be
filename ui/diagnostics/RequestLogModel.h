// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnostics/RequestLog.h"
#include "ui/diagnostics/NewestFirstModel.h"

namespace litedeck {

/// The attempts of a RequestLog.
class RequestLogModel : public NewestFirstModel<RequestLogEntry>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLogModel)

public:
    enum Column { Time, Method, Path, Result, Effect, Duration, Attempt, Request, ColumnCount };
    enum Role {
        FailureRole = Qt::UserRole, ///< bool
        HaystackRole,               ///< QString, all text to search in, case-folded.
        BadgeToneRole,              ///< int, a Tone, in cells that are painted as a badge.
    };

    /// `log` outlives the model.
    explicit RequestLogModel(const RequestLog &log, QObject *parent = nullptr);

    const RequestLogEntry &entryAt(int number) const { return row(number); }

protected:
    QVariant cell(const RequestLogEntry &entry, int column, int role) const override;
    QString columnName(int column) const override;
    bool isNumber(int column) const override { return column == Duration || column == Attempt; }

private:
    QVariant toolTip(const RequestLogEntry &entry, int column) const;
    QString display(const RequestLogEntry &entry, int column) const;
};

} // namespace litedeck
