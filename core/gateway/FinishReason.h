// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace litedeck {

/// Why a model ended its reply.
enum class FinishReason : quint8 {
    Stop,      ///< It had said what it wanted to say; also where no reason is told.
    Length,    ///< It reached a limit of length.
    ToolCalls, ///< It wants a tool to be called.
    Filtered,  ///< A policy of the provider held back the reply or the rest of it.
    Error,     ///< The provider failed.
    Other,     ///< A word that is not known.
};

/// What the word of any provider means, in any case of letters; none is FinishReason::Stop.
FinishReason finishReasonOf(QStringView word);

} // namespace litedeck
