// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"

/// The words for what went wrong between this machine and the model: whose line it was decides what
/// can be done.
namespace litedeck::WireTexts {

/// What a page that stood in the gateway's place means; empty for any other error.
QString titleOfPage(const Error &error);
QString connectionTitle(const Error &error);
QString connectionAdvice(const Error &error);
QString timeoutAdvice(const Error &error);
QString interruptionAdvice(const Error &error);

} // namespace litedeck::WireTexts
