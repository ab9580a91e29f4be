// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errors/Error.h"

#include <QList>

namespace litedeck {

/// What a person can do about an error with one press (row A23 of the error guide: each type has
/// its own way out).
enum class WayOut : quint8 {
    Retry,       ///< Ask the same again, now. Depends on where the error stands, as the next does.
    CancelRetry, ///< Do not ask again by itself.
    ChangeKey,
    ChooseModel,       ///< Go to the model picker of the conversation.
    ChooseLargerModel, ///< The same, for a model that takes more text.
    Queue,             ///< Ask again later, without anybody waiting for it.
    SendShorter,       ///< Ask again with less of the earlier conversation.
};

/// Whether a provider refused a request and the gateway kept the reason to itself, as SaaS LiteLLM
/// does for streams: of the provider's answer its text has the status only.
bool lacksReason(const Error &error);

/// The ways out of an error of a turn that are its own, the most promising first.
QList<WayOut> waysOut(const Error &error);

} // namespace litedeck
