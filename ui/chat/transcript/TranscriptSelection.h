// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/EntryStack.h"

#include <compare>

namespace litedeck {

/// A place between two characters of the transcript.
struct TextPlace
{
    qsizetype entry = -1;
    qsizetype leaf = 0;
    qsizetype offset = 0;

    bool isValid() const { return entry >= 0; }
    // clang-tidy 14 takes the 0 that <=> is compared with for a pointer.
    // NOLINTNEXTLINE(modernize-use-nullptr)
    friend auto operator<=>(const TextPlace &, const TextPlace &) = default;
};

/// What is selected; it may span leaves and messages that were never laid out.
struct TranscriptSelection
{
    TextPlace fixed;  ///< Where it was begun.
    TextPlace moving; ///< The other end, which the pointer takes along.

    bool isEmpty() const { return !fixed.isValid() || fixed == moving; }
    TextPlace begin() const { return std::min(fixed, moving); }
    TextPlace end() const { return std::max(fixed, moving); }

    /// The selected stretch of one leaf.
    TextRange rangeIn(qsizetype entry, qsizetype leaf) const;

    /// The selected text as it is shown.
    QString text(const EntryStack &stack) const;
};

} // namespace litedeck
