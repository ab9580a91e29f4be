// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/ModelCatalogue.h"

#include <QByteArray>

namespace litedeck::demo {

/// The text of a provider's failure in the way the real server words it (seen in a run of SaaS
/// LiteLLM e762188): a Python repr of the provider's body for a plain call; empty when this
/// behaviour does not fail. All texts stand in provider-failures.json.
QString plainFailure(const Model &model);

/// How long the server tries again before it reports that failure of a plain call, in milliseconds
/// (measured in the same run): the server has three tries, and within each of them the provider's
/// SDK up to three. A stream is never tried again.
int retryMs(const Model &model);

/// The same failure when streamed: only the status is left, and Gemini's key stands in the URL.
QString streamFailure(const Model &model);

/// The provider's own error event within a stream.
QByteArray providerErrorEvent(const QString &message);

/// What the server reports for Anthropic when a message has no role; for both kinds of calls.
QString missingRoleFailure();

/// What the server reports when a text piece was null.
QString nullContentFailure();

} // namespace litedeck::demo
