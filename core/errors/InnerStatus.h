// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/ErrorText.h"

namespace litedeck {

/// The status that the failing side behind the gateway answered with, as the text tells it ("Error
/// code: 429 - ", "Client error '401 Unauthorized' for url", code members, words such as
/// RESOURCE_EXHAUSTED); 0 when it tells none.
int innerStatus(const ErrorText &text);

} // namespace litedeck
