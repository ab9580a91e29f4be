// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/TlsFailure.h"

#include <QString>

namespace litedeck {

/// Why a connection could not be made secure: a sentence a reason.
QString tlsExplanation(const TlsFailure &failure);
/// Who can do what about it.
QString tlsAdvice(const TlsFailure &failure);

} // namespace litedeck
