// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/SearchTerms.h"
#include "core/store/TurnSearch.h"

namespace litedeck {

/// One line of a text around the first place that was searched for.
struct SearchExcerpt
{
    QString text;
    QList<SearchMatch> matches;

    friend bool operator==(const SearchExcerpt &, const SearchExcerpt &) = default;
};

/// Cuts the excerpt out of the text that has most of the terms, the first one of equals. Only the
/// beginnings of very long texts are looked at.
SearchExcerpt excerptOf(const QStringList &texts, const QList<SearchTerm> &terms);

} // namespace litedeck
