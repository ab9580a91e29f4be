// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Logging.h"

namespace litedeck {

Q_LOGGING_CATEGORY(logNet, "litedeck.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logStream, "litedeck.stream", QtInfoMsg)
Q_LOGGING_CATEGORY(logRetry, "litedeck.retry", QtInfoMsg)
Q_LOGGING_CATEGORY(logGateway, "litedeck.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(logChat, "litedeck.chat", QtInfoMsg)
Q_LOGGING_CATEGORY(logTeam, "litedeck.team", QtInfoMsg)

} // namespace litedeck
