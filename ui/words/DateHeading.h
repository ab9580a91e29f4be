// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace litedeck {

/// What conversations of a day stand under: "Today", "Yesterday", "Previous 7 days", "Previous 30
/// days", then the month, and the year alone before this year. A day to come is today's: clocks go
/// wrong.
QString dateHeading(QDate day, QDate today);

} // namespace litedeck
