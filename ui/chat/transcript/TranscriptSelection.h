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
class TranscriptSelection
{
public:
    void clear() { m_fixed = m_moving = {}; }
    void start(TextPlace place) { m_fixed = m_moving = place; }
    void extendTo(TextPlace place) { m_moving = place; }
    void select(TextPlace from, TextPlace to);

    bool isEmpty() const { return !m_fixed.isValid() || m_fixed == m_moving; }
    TextPlace begin() const { return std::min(m_fixed, m_moving); }
    TextPlace end() const { return std::max(m_fixed, m_moving); }

    /// The selected stretch of one leaf.
    TextRange rangeIn(qsizetype entry, qsizetype leaf) const;

    /// The selected text as it is shown.
    QString text(const EntryStack &stack) const;

private:
    TextPlace m_fixed;
    TextPlace m_moving;
};

} // namespace litedeck
