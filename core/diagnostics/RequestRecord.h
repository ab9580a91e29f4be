// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/diagnostics/RequestLog.h"

#include <QByteArray>
#include <QJsonObject>

namespace litedeck {

class Redactor;

/// An attempt as the log file and exports write it: the facts of row A18 of the error guide. Names
/// and words stay the same over versions; the README lists them.
QJsonObject requestRecord(const RequestLogEntry &entry, const TeamId &team);

/// A record in one line, its line feed included, with each of its texts redacted.
QByteArray jsonLine(const QJsonObject &record, const Redactor &redactor);

} // namespace litedeck
