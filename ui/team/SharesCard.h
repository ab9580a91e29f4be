// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/Share.h"
#include "ui/widgets/Card.h"

class QTableView;

namespace litedeck {

class SharesModel;

/// Who used how much in the team; only there when that is known.
class SharesCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SharesCard)

public:
    explicit SharesCard(QWidget *parent = nullptr);

    void setShares(const QList<Share> &shares);

private:
    SharesModel *m_model;
    QTableView *m_table;
};

} // namespace litedeck
