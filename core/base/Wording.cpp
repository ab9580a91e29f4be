// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Wording.h"

#include <algorithm>
#include <array>

namespace litedeck {

namespace {

// The letters that follow each letter, from a on, in at least every thousandth word of programs and
// prose. Of eight letters drawn by lot, nine times in ten some pair is none of them.
constexpr std::array<QStringView, 26> Followers = {
    u"abcdefghijklmnopqrstuvwxyz",
    u"abdegijlmoprstuy",
    u"acehiklmnoprstuwyz",
    u"abcdefghijklmnoprstuvwyz",
    u"abcdefghijklmnopqrstuvwxyz",
    u"acdefgiloprstuy",
    u"aceghilmnorstuwy",
    u"aeiklmnorstuwy",
    u"abcdefgjklmnopqrstuvwxz",
    u"aeosu",
    u"abcdeghilmnoprstuwy",
    u"abcdefgiklmnoprstuvwyz",
    u"abcdefgiklmnopstuwy",
    u"abcdefghijklmnoprstuvwxyz",
    u"abcdefghijklmnoprstuvwxyz",
    u"acdefghiklmnoprstuwy",
    u"lu",
    u"abcdefghiklmnopqrstuvwyz",
    u"abcdefghiklmnopqrstuvwyz",
    u"abcdefghiklmnoprstuvwxyz",
    u"abcdefgiklmnoprstvxyz",
    u"aeiorsuy",
    u"acdehilnorsuy",
    u"acefimptuy",
    u"abcdefgilmnoprstuwx",
    u"aehiouwyz",
};

constexpr qsizetype Abbreviation = 3; // Shorter ones say too little: cfg, jwt, pwd.
constexpr qsizetype LongestWord = 20;

char16_t lower(QChar c)
{
    return c.unicode() | 0x20;
}

/// One run of letters: words with humps, such as `HTTPBasicAuth`.
bool readsLikeHumps(QStringView letters)
{
    qsizetype start = 0;
    qsizetype humps = 0;
    for (qsizetype i = 1; i <= letters.size(); ++i) {
        const bool ends =
            i == letters.size() || (isAsciiUpper(letters[i]) &&
                                    (!isAsciiUpper(letters[i - 1]) ||
                                     (i + 1 < letters.size() && !isAsciiUpper(letters[i + 1]))));
        if (!ends)
            continue;
        if (!readsLikeWord(letters.sliced(start, i - start)))
            return false;
        start = i;
        ++humps;
    }
    // Names have few humps for their length; what is drawn by lot has one in two or three letters.
    return humps < 3 || letters.size() >= humps * 3;
}

/// 20260131, 202601, and what programs count with.
bool isDateOrCount(QStringView digits)
{
    const bool isYear = digits.startsWith(u"19") || digits.startsWith(u"20");
    return digits.size() <= 5 || (isYear && (digits.size() == 6 || digits.size() == 8));
}

/// One run of letters and digits.
bool readsLikeTerm(QStringView segment)
{
    qsizetype runs = 0;
    qsizetype digits = 0;
    qsizetype start = 0;
    for (qsizetype i = 1; i <= segment.size(); ++i) {
        if (i < segment.size() && isAsciiDigit(segment[i]) == isAsciiDigit(segment[start]))
            continue;
        const QStringView run = segment.sliced(start, i - start);
        if (isAsciiDigit(run.front())) {
            digits += run.size();
            if (!isDateOrCount(run))
                return false;
        } else if (!readsLikeHumps(run)) {
            return false;
        }
        ++runs;
        start = i;
    }
    if (segment.size() > LongestWord && runs > 1)
        return false;
    // o200k, text2sql, Ed25519PrivateKey.
    return runs <= 2 || (runs == 3 && digits <= 5) || (runs == 4 && digits <= 4);
}

} // namespace

bool isAsciiUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isAsciiLetter(QChar c)
{
    return lower(c) >= u'a' && lower(c) <= u'z';
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAsciiAlnum(QChar c)
{
    return isAsciiLetter(c) || isAsciiDigit(c);
}

bool readsLikeWord(QStringView letters)
{
    if (letters.size() <= Abbreviation)
        return true;
    if (letters.size() > LongestWord)
        return false;
    // Compounds have an odd pair where their parts meet: webhook, loopback.
    constexpr qsizetype Compound = 6;
    int oddPairs = letters.size() < Compound ? 1 : 0;
    for (qsizetype i = 1; i < letters.size(); ++i) {
        if (!Followers[lower(letters[i - 1]) - u'a'].contains(QChar(lower(letters[i]))) &&
            ++oddPairs > 1)
            return false;
        if (i > 1 && lower(letters[i]) == lower(letters[i - 1]) &&
            lower(letters[i]) == lower(letters[i - 2]))
            return false;
    }
    return true;
}

Makeup makeupOf(QStringView text)
{
    Makeup makeup;
    qsizetype i = 0;
    while (i < text.size()) {
        if (!isAsciiAlnum(text[i])) {
            makeup.hasSpace = makeup.hasSpace || text[i].isSpace();
            ++i;
            continue;
        }
        const qsizetype start = i;
        qsizetype digits = 0;
        for (; i < text.size() && isAsciiAlnum(text[i]); ++i)
            digits += isAsciiDigit(text[i]) ? 1 : 0;
        const QStringView segment = text.sliced(start, i - start);
        ++makeup.segments;
        makeup.digits += digits;
        makeup.letters += segment.size() - digits;
        if (digits == segment.size())
            makeup.longestNumber = std::max(makeup.longestNumber, digits);
        else if (!readsLikeTerm(segment))
            makeup.longestOpaque = std::max(makeup.longestOpaque, segment.size());
    }
    return makeup;
}

bool isFiller(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c == u'x' || c == u'X' || c == u'*' || c == u'.' || c == u'0' || c == u'-' ||
               c == u'_' || c == u'…' || c == u'•' || c == u'#' || c == u'?';
    });
}

bool isTechnicalTerm(QStringView text)
{
    static constexpr std::array<QStringView, 34> stems = {
        u"int",   u"uint",  u"float", u"utf",    u"varchar", u"char", u"str",    u"string", u"sha",
        u"md",    u"aes",   u"rsa",   u"hs",     u"es",      u"rs",   u"ps",     u"base",   u"ed",
        u"oauth", u"argon", u"pbkdf", u"bcrypt", u"ipv",     u"http", u"bearer", u"digest", u"web",
        u"gpt",   u"i",     u"u",     u"f",      u"v",       u"p",    u"x"};
    qsizetype end = 0;
    while (end < text.size() && isAsciiLetter(text[end]))
        ++end;
    qsizetype digits = end;
    while (digits < text.size() && isAsciiDigit(text[digits]))
        ++digits;
    if (digits == end || digits - end > 5)
        return false;
    // sha256, utf8mb4, base64url.
    if (!std::all_of(text.begin() + digits, text.end(), isAsciiAlnum) || text.size() - digits > 6)
        return false;
    return std::any_of(stems.cbegin(), stems.cend(), [&](QStringView stem) {
        return stem.compare(text.first(end), Qt::CaseInsensitive) == 0;
    });
}

} // namespace litedeck
