// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/InlineParser.h"

#include <QVarLengthArray>

#include <vector>

namespace litedeck {

/// A piece of a leaf between reading and pairing its marks.
struct InlineToken
{
    enum class Kind : quint8 { Text, Code, Delimiter, Bracket, LinkStart, LinkEnd };

    Kind kind = Kind::Text;
    QString text;
    QChar mark;          ///< Of a delimiter run.
    qsizetype count = 0; ///< Marks of the run that are not used yet.
    bool canOpen = false;
    bool canClose = false;
    bool image = false;     ///< A bracket after '!'.
    bool active = true;     ///< A bracket that may still become a link.
    qsizetype position = 0; ///< In the source, after a bracket.
    int link = -1;
    QVarLengthArray<InlineStyle, 2> closes;
    QVarLengthArray<InlineStyle, 2> opens;
};

using InlineTokens = std::vector<InlineToken>;

/// Pairs the delimiter runs from an index on, by the rules of CommonMark 0.30, section 6.2. Runs
/// inside a link (from above 0) take no part in later pairs.
void pairDelimiters(InlineTokens &tokens, size_t from);

/// Lets delimiter runs that found no partner style the text up to its end.
void closeOpenDelimiters(InlineTokens &tokens);

/// The text that the tokens stand for.
InlineText assembled(const InlineTokens &tokens, const QStringList &targets);

} // namespace litedeck
