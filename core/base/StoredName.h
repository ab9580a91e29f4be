// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace litedeck {

/// The value between 0 and `last` that storedName() calls `name`.
template <typename E>
E valueNamed(QStringView name, E last, E otherwise)
{
    for (int n = 0; n <= static_cast<int>(last); ++n) {
        if (storedName(static_cast<E>(n)) == name)
            return static_cast<E>(n);
    }
    return otherwise;
}

} // namespace litedeck
