// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace litedeck::demo {

/// A helpful text that fits the prompt's words where the library knows them, chosen by `hash`.
QString reply(const QString &prompt, quint32 hash);

/// A document of about 8 kB with every kind of Markdown, several scripts and emoji.
QString markdownTour();

/// Plain paragraphs of exactly that many characters.
QString longText(qsizetype characters);

} // namespace litedeck::demo
