// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"

#include <QString>
#include <QStringView>

namespace litedeck {

/// One exception class of LiteLLM, of today's names or of 2023's.
struct ExceptionClass
{
    QLatin1StringView name;
    int status = 0;      ///< The status code that LiteLLM gives it.
    int specificity = 0; ///< The most specific class of a chain wins; the base case is 0.
    ErrorCategory category = ErrorCategory::Unknown;
};

/// The class of that exact name; nothing for a name that LiteLLM does not have.
const ExceptionClass *findExceptionClass(QStringView name);

/// LiteLLM's class for a provider's status, as its generic mapping by status has it; nullptr for a
/// status that is no error.
const ExceptionClass *exceptionClassForStatus(int status);

/// The most specific class of a chain such as "litellm.BadRequestError: litellm.
/// ContentPolicyViolationError: …"; among equals the innermost; nullptr when none is named.
const ExceptionClass *namedExceptionClass(const QString &text);

/// LiteLLM's name of the provider that the text names by an exception, by an error of the SaaS
/// gateway or by an address; empty when it names none.
QString namedProvider(const QString &text);

/// LiteLLM's lower-case name for any spelling of a provider, such as "vertex_ai" for "VertexAI".
QString normalisedProvider(const QString &name);

/// The text without what LiteLLM's router appends about fallbacks and retries.
QString withoutRouterTail(const QString &text);

/// The text without the chain of class names, the provider's prefix and the gateway's own words in
/// front of the cause.
QString withoutExceptionPrefix(const QString &text);

} // namespace litedeck
