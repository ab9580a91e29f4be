// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/TurnCharges.h"

#include <functional>

class QWidget;

namespace litedeck {

/// Calls `ask`: at once where asking once more costs nothing twice, else when a person has agreed
/// to it. Nothing waits for the answer.
void confirmAskingAgain(AskingAgain asking, QWidget *parent, std::function<void()> ask);

} // namespace litedeck
