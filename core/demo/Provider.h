// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/DemoScenario.h"
#include "core/demo/ModelCatalogue.h"

#include <QJsonArray>

namespace litedeck::demo {

/// Characters of the server's column for error texts; a longer one makes its error handler fail.
constexpr int MaxStoredError = 1000;

/// What the provider will do with one call.
struct ProviderAnswer
{
    Model model;
    QString text;         ///< The whole reply; of a reply that fails, what comes before.
    QString finishReason; ///< In the provider's own words, as streamed.
    int promptTokens = 0;
    int completionTokens = 0;
    int silenceMs = 0;     ///< Before the first byte from the provider.
    int writingMs = 0;     ///< How long it writes; passes before a reply that comes at once.
    int retryMs = 0;       ///< How long the server tries a failing plain call again.
    QString failure;       ///< The error text when the call is not streamed; empty: it works.
    QString streamFailure; ///< The error text when it is streamed; empty: it works.

    int totalTokens() const { return promptTokens + completionTokens; }
    /// Price of the call in US dollars.
    double costUsd() const;
};

/// Decides what a provider answers; the same seed, model and messages give the same text.
ProviderAnswer askProvider(const Model &model, const QJsonArray &messages, int maxTokens,
                           const DemoScenario &scenario);

/// The reply's text in pieces as providers stream them: a few characters each, whole characters.
QStringList textPieces(const ProviderAnswer &answer);

/// About how many tokens a text has (four characters each).
int tokensOf(const QString &text);

} // namespace litedeck::demo
