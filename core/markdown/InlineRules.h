// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

/// The patterns inside a line of Markdown; each looks at a text that begins with the pattern.
namespace litedeck::inlines {

struct Match
{
    qsizetype length = 0; ///< Of the source that it takes up.
    QString text;         ///< What it stands for.
};

/// `&amp;` and all other names of HTML, and numbers.
std::optional<Match> entity(QStringView source);

/// `<https://…>` or `<name@host>`; the text is the address between the marks.
std::optional<Match> angleLink(QStringView source);

/// `https://…` or `www.…` without marks; the text is the address.
std::optional<Match> bareLink(QStringView source);

/// The length of an HTML tag or comment, or 0.
qsizetype htmlTag(QStringView source);

/// `(target "title")` after a link's text; the text is the target.
std::optional<Match> linkTail(QStringView source);

bool isPunctuation(QChar c);

/// The text with its backslash escapes and entities resolved.
QString unescaped(QStringView source);

} // namespace litedeck::inlines
