// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SecretNames.h"

namespace litedeck {

/// How a value stands beside its name.
enum class Link : quint8 {
    Colon,     ///< `name: value`
    Equals,    ///< `name=value`
    Parameter, ///< `?name=value`
    List,      ///< `"name", "value"`, `name("value")`, `name "value"`: weaker than the others.
    Option,    ///< `--name value`
    Sentence   ///< `the name is value`
};

struct NamedValue
{
    QStringView text;
    Naming naming = Naming::None;
    Link link = Link::Colon;
    bool isQuoted = false;
    bool isFormat = false;   ///< In f"…" or `…`, where braces hold code.
    bool isCalled = false;   ///< A bracket follows at once: a call or an index.
    bool isSentence = false; ///< More words follow in the same line.
};

/// True for what looks like a literal secret rather than like code, a placeholder or words.
bool isSecretValue(const NamedValue &value);

} // namespace litedeck
