// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"

namespace litedeck {

/// The error with what is known now; a call that cost nothing may be sent again.
Error withFate(Error error, CallFate fate);

} // namespace litedeck
