// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"

#include <functional>

class QWidget;

namespace litedeck {

/// Calls `ask`: at once where asking once more for the turn costs nothing twice, else when a person
/// has agreed to it. Nothing waits for the answer.
void confirmAskingAgain(const Turn &turn, QWidget *parent, std::function<void()> ask);

} // namespace litedeck
