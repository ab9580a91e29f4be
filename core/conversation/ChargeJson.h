// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/JobCharge.h"

#include <QJsonArray>
#include <QList>

namespace litedeck {

/// What jobs took, as a list in JSON of our own: `[{"job": "…", "credits": 1, "nano_usd": 54000}]`.
/// A number that nobody told is left out.
QJsonArray chargesToArray(const QList<JobCharge> &charges);
/// Leaves out what is no charge of a job.
QList<JobCharge> chargesFromArray(const QJsonArray &array);

/// The same as text; empty for no charges.
QString chargesToJson(const QList<JobCharge> &charges);
QList<JobCharge> chargesFromJson(const QString &json);

} // namespace litedeck
