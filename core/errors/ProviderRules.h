// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/ErrorText.h"

#include <optional>
#include <span>
#include <string_view>

namespace litedeck {

/// How a rule's pattern is compared.
enum class RuleKind : quint8 {
    Text,        ///< Lower-case texts joined by '&', all of which must occur, in any case.
    ExactText,   ///< One text in exactly this case.
    Regex,       ///< A regular expression on the lower-case text.
    Heading,     ///< The whole heading of a page, in lower case; its other words are not read.
    Member,      ///< The exact value of some member of an error object, such as a code.
    NeverFits,   ///< No pattern: the text tells a request above its limit.
    Hint,        ///< As Text, when neither a status nor a class name tells more.
    StatusAlone, ///< No pattern: the status decides, when the text does not.
};

/// The statuses that a rule holds for, of the inner status or without it the reply's own. Below 400
/// (a stream, or no reply) there is no status that could speak against a text.
struct StatusRange
{
    int from;
    int to;
};

/// What LiteLLM raises; empty for what it does not know.
struct RaisedException
{
    std::string_view name;
    int status;
};

/// One row of the rules: what is seen, and what it means.
struct ProviderRule
{
    /// LiteLLM's name of the provider; empty for any failure, "*" for any provider's, "-" for the
    /// gateway's own.
    std::string_view provider;
    RuleKind kind;
    std::string_view pattern;
    StatusRange status;
    RaisedException raised;
    ErrorCategory category;
    std::optional<RetryVerdict> retry; ///< Where it differs from the category's usual verdict.
    std::string_view source;           ///< The page, file or report that the row comes from.
    std::optional<Hands> hands = {};   ///< Where they differ from the category's usual ones.
};

/// What the rules look at.
struct FailureFacts
{
    const ErrorText &text;
    QString provider;
    bool fromProvider = false;  ///< The provider behind the gateway failed, named or not.
    int status = 0;             ///< The inner status, or the reply's own without it.
    bool statusIsVague = false; ///< No inner status, and the reply's own is 0, 2xx or 500.
};

/// All rules, in the order in which they are tried.
std::span<const ProviderRule> providerRules();

/// The first rule on the text that holds, from those whose text alone is certain.
const ProviderRule *matchText(const FailureFacts &facts);

/// The first of the rest: hints, and rows that name a status only.
const ProviderRule *matchRest(const FailureFacts &facts);

} // namespace litedeck
