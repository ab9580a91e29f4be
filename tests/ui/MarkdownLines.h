// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace litedeck {

using namespace Qt::StringLiterals;

/// Lines of Markdown that meet each other in ways that are easy to get wrong.
inline QStringList markdownLines()
{
    return {u"plain text"_s,
            u"more **strong** text"_s,
            u""_s,
            u""_s,
            u"# Heading #"_s,
            u"==="_s,
            u"---"_s,
            u"- item"_s,
            u"  continued"_s,
            u"  - nested"_s,
            u"    indented"_s,
            u"1. one"_s,
            u"2. two"_s,
            u"7) seven"_s,
            u"- [ ] open"_s,
            u"> quote"_s,
            u"> > deeper"_s,
            u">"_s,
            u"```cpp"_s,
            u"```"_s,
            u"~~~"_s,
            u"| a | b |"_s,
            u"|---|:-:|"_s,
            u"| 1 | 2 |"_s,
            u"a | b"_s,
            u"-|-"_s,
            u"***"_s,
            u"\tcode by tab"_s,
            u"-\ttabbed item"_s,
            u"-"_s,
            u"2"_s,
            u"   three spaces"_s,
            u"> - quoted item"_s,
            u"- > quote in item"_s,
            u"- ```"_s,
            u"+ # heading in item"_s};
}

} // namespace litedeck
