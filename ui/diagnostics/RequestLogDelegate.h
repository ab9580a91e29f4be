// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/BadgeDelegate.h"

namespace litedeck {

/// Paints attempts: results as badges, failures on a tinted row, paths cut in their middle.
class RequestLogDelegate : public BadgeDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestLogDelegate)

public:
    using BadgeDelegate::BadgeDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool isFailed(const QModelIndex &index) const override;
};

} // namespace litedeck
