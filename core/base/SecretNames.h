// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace litedeck {

/// What the name of a value says about it.
enum class Naming : quint8 {
    None,          ///< Nothing: `max_tokens`, `primary_key`.
    Weak,          ///< `key`, `token`, `signature`: much besides secrets is called so.
    Strong,        ///< `api_key`, `client_secret`, `x-api-key`.
    Password,      ///< Such values may be words and numbers.
    VirtualKey,    ///< The server's own field: nothing but a key stands in it.
    Authorization, ///< A scheme may stand before the secret.
    Scheme,        ///< `Bearer`, `Basic`: the secret follows without a separator.
    Cookie         ///< Pairs of names and values follow.
};

/// `name` as it stands in a text: `OPENAI_API_KEY`, `apiKey`, `--api-key`; `before` is the word
/// that stands before it, as in "API key".
Naming namingOf(QStringView name, QStringView before);

/// Words that stand in documents where a secret belongs: `password`, `<token>`, `$KEY`, `xxxx`,
/// `your-key-here`.
bool standsForSecret(QStringView text);

/// A variable or a placeholder in one of the usual languages: `$X`, `${X}`, `{{ x }}`, `%(x)s`.
bool isVariable(QStringView text);

} // namespace litedeck
