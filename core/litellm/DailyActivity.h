// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/server/SpendHistory.h"

#include <QByteArray>

namespace litedeck {

/// The answer to `GET /user/daily/activity/aggregated`, and to the same without `aggregated`.
Expected<QList<DaySpending>, QString> parseDailyActivity(const QByteArray &bytes);

} // namespace litedeck
