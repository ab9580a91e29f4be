// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Share.h"
#include "ui/widgets/TableModel.h"

namespace litedeck {

/// Who used how much of the team's budget.
class SharesModel : public TableModel<Share>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SharesModel)

public:
    enum Column { Who, Used, Limit };
    static constexpr int ColumnCount = Limit + 1;

    explicit SharesModel(QObject *parent = nullptr);

    void setShares(const QList<Share> &shares) { setRows(shares); }

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;
};

} // namespace litedeck
