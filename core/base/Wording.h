// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace litedeck {

// Tells what people and programs write (`your-key-here`, `apiKeyAuth`, `gpt-4o`) from what machines
// draw by lot. Letters and digits are those of ASCII; all others are neither.

bool isAsciiLetter(QChar c);
bool isAsciiUpper(QChar c);
bool isAsciiDigit(QChar c);
bool isAsciiAlnum(QChar c);

/// True for one word: its letters follow each other as in English or German words.
bool readsLikeWord(QStringView letters);

/// What a value is made of.
struct Makeup
{
    qsizetype letters = 0;
    qsizetype digits = 0;
    qsizetype segments = 0;      ///< Runs of letters and digits.
    qsizetype longestOpaque = 0; ///< The longest segment that is neither words nor a number.
    qsizetype longestNumber = 0; ///< The longest segment of digits only.
    bool hasSpace = false;

    bool isWords() const { return longestOpaque == 0; }
    bool isOneMix() const { return segments == 1 && letters > 0 && digits > 0; }
};

Makeup makeupOf(QStringView text);

/// True for what stands for a value without being one: `xxxx`, `****`, `...`.
bool isFiller(QStringView text);

/// True for terms such as sha256, int64 and utf8.
bool isTechnicalTerm(QStringView text);

} // namespace litedeck
