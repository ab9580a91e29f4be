// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/BadgeDelegate.h"

namespace litedeck {

/// Paints jobs: statuses as badges, rows that failed on red, open ones muted.
class JobsDelegate : public BadgeDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsDelegate)

public:
    using BadgeDelegate::BadgeDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool isFailed(const QModelIndex &index) const override;
};

} // namespace litedeck
