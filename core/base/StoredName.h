// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace litedeck {

/// What one value of an enumeration is called in files.
template <typename E>
struct StoredName
{
    E value;
    const char *name;
};

/// The names of an enumeration's values, which stay the same over versions. A specialisation has
/// `All` of them and says which value an unknown name `Otherwise` stands for.
template <typename E>
struct StoredNames;

/// What that value is called in files.
template <typename E>
QLatin1StringView storedName(E value)
{
    for (const StoredName<E> &known : StoredNames<E>::All) {
        if (known.value == value)
            return QLatin1StringView(known.name);
    }
    Q_UNREACHABLE();
}

/// The value of that name.
template <typename E>
E valueNamed(QStringView name)
{
    for (const StoredName<E> &known : StoredNames<E>::All) {
        if (QLatin1StringView(known.name) == name)
            return known.value;
    }
    return StoredNames<E>::Otherwise;
}

} // namespace litedeck
