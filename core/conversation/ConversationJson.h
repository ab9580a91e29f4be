// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"
#include "core/errors/Error.h"
#include "core/server/Charge.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

namespace litedeck {

/// What jobs took, as a list in JSON of our own: `[{"job": "…", "credits": 1, "nano_usd": 54000}]`.
/// A number that nobody told is left out.
QJsonArray chargesToArray(const QList<JobCharge> &charges);
/// Leaves out what is no charge of a job.
QList<JobCharge> chargesFromArray(const QJsonArray &array);

/// The same as text; empty for no charges.
QString chargesToJson(const QList<JobCharge> &charges);
QList<JobCharge> chargesFromJson(const QString &json);

/// The settings as they are kept; empty for the usual ones.
QString chatSettingsToJson(const ChatSettings &settings);
/// What is missing or wrong is as usual.
ChatSettings chatSettingsFromJson(const QString &text);

/// The JSON text that an error is stored as; empty for none. Its texts are redacted already.
QString errorToJson(const std::optional<Error> &error);

/// The error that a stored text means; none for an empty text, an Unknown one for a text that is
/// not ours, since the turn did fail.
std::optional<Error> errorFromJson(const QString &json);

} // namespace litedeck
