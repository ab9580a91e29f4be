// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/Fate.h"

namespace litedeck {

Error withFate(Error error, CallFate fate)
{
    error.fate = fate;
    switch (fate) {
    case CallFate::NeverRan:
    case CallFate::Uncharged:
        error.outcome = Outcome::Rejected;
        break;
    case CallFate::Charged:
        error.outcome = Outcome::Committed;
        break;
    case CallFate::NotFoundYet:
    case CallFate::StillRunning:
    case CallFate::Unknown:
        break;
    }
    return error;
}

} // namespace litedeck
