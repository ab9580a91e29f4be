// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"

#include <QString>

namespace litedeck {

/// The settings as they are kept; empty for the usual ones.
QString chatSettingsToJson(const ChatSettings &settings);
/// What is missing or wrong is as usual.
ChatSettings chatSettingsFromJson(const QString &text);

} // namespace litedeck
