// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Amounts.h"
#include "core/base/Clock.h"

namespace litedeck {

/// The whole number that an amount is kept as in files: itself, nano-dollars or milliseconds.
inline qint64 bareNumber(qint64 value)
{
    return value;
}

inline qint64 bareNumber(Usd value)
{
    return value.nano;
}

inline qint64 bareNumber(Milliseconds value)
{
    return value.count();
}

} // namespace litedeck
