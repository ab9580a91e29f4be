// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SecretNames.h"

#include "core/base/Wording.h"

#include <algorithm>

namespace litedeck {

namespace {

constexpr qsizetype LongestName = 64;

constexpr QStringView Passwords[] = {u"password", u"passwd",   u"passphrase", u"passcode",
                                     u"pwd",      u"passwort", u"kennwort"};
// What names end with that have no humps: apikey, DBPASSWORD.
constexpr QStringView Joined[] = {u"apikey",       u"secretkey",      u"accesskey",
                                  u"authkey",      u"authtoken",      u"accesstoken",
                                  u"privatekey",   u"clientsecret",   u"bearertoken",
                                  u"refreshtoken", u"subscriptionkey"};
// What makes a key one that opens something.
constexpr QStringView Keys[] = {
    u"api",     u"access",     u"secret", u"private",    u"auth",  u"account",  u"master",
    u"service", u"encryption", u"shared", u"signing",    u"admin", u"provider", u"subscription",
    u"storage", u"license",    u"client", u"deployment", u"write", u"webhook",  u"functions"};
// What makes a token one of a language model, a parser or a list.
constexpr QStringView Tokens[] = {
    u"max",   u"min",    u"num",    u"total",      u"per",     u"next",         u"pad",
    u"eos",   u"bos",    u"unk",    u"mask",       u"sep",     u"cls",          u"stop",
    u"start", u"end",    u"text",   u"word",       u"first",   u"last",         u"prompt",
    u"input", u"output", u"page",   u"completion", u"sub",     u"special",      u"cancellation",
    u"image", u"audio",  u"cached", u"reasoning",  u"of",      u"the",          u"a",
    u"each",  u"one",    u"new",    u"this",       u"current", u"continuation", u"cost"};
constexpr QStringView Endings[] = {
    u"pw",         u"key",         u"token",         u"secret", u"pass",
    u"auth",       u"sig",         u"signature",     u"code",   u"cookie",
    u"credential", u"credentials", u"authorization", u"bearer", u"basic"};

template <typename List>
bool isOneOf(QStringView word, const List &words)
{
    return std::any_of(std::begin(words), std::end(words), [&](QStringView other) {
        return word.compare(other, Qt::CaseInsensitive) == 0;
    });
}

template <typename List>
bool endsWithOneOf(QStringView word, const List &words)
{
    return std::any_of(std::begin(words), std::end(words), [&](QStringView other) {
        return word.endsWith(other, Qt::CaseInsensitive);
    });
}

/// The last two words of a name, the last one first.
struct LastWords
{
    QStringView last;
    QStringView before;
    bool isAll = true; ///< There are no more than these.
};

QStringView takeLastWord(QStringView &name)
{
    qsizetype end = name.size();
    while (end > 0 && !isAsciiLetter(name[end - 1]))
        --end;
    qsizetype start = end;
    while (start > 0 && isAsciiLetter(name[start - 1])) {
        --start;
        // A hump begins with its capital, unless all of it is capitals.
        if (isAsciiUpper(name[start]) && start + 1 < end && !isAsciiUpper(name[start + 1]))
            break;
        if (start > 0 && isAsciiUpper(name[start]) && isAsciiLetter(name[start - 1]) &&
            !isAsciiUpper(name[start - 1]))
            break;
    }
    const QStringView word = name.sliced(start, end - start);
    name = name.first(start);
    return word;
}

LastWords lastWords(QStringView name)
{
    LastWords words;
    words.last = takeLastWord(name);
    words.before = takeLastWord(name);
    words.isAll = takeLastWord(name).isEmpty();
    return words;
}

} // namespace

Naming namingOf(QStringView name, QStringView before)
{
    while (!name.isEmpty() && (isAsciiDigit(name.back()) || name.back() == u'_'))
        name.chop(1);
    if (name.size() > LongestName ||
        (!endsWithOneOf(name, Endings) && !endsWithOneOf(name, Passwords)))
        return Naming::None;
    LastWords words = lastWords(name);
    const bool isAlone = words.before.isEmpty();
    if (isAlone)
        words.before = before;
    const QStringView last = words.last;
    const auto is = [last](QStringView word) {
        return last.compare(word, Qt::CaseInsensitive) == 0;
    };
    if (endsWithOneOf(last, Passwords) || is(u"pw") || (is(u"pass") && !isAlone))
        return Naming::Password;
    if (endsWithOneOf(last, Joined) || is(u"secret"))
        return Naming::Strong;
    if (is(u"authorization"))
        return Naming::Authorization;
    if (is(u"bearer") || is(u"basic"))
        return isAlone ? Naming::Scheme : Naming::None;
    if (is(u"cookie"))
        return Naming::Cookie;
    if (is(u"key")) {
        if (words.before.compare(u"virtual", Qt::CaseInsensitive) == 0)
            return Naming::VirtualKey;
        if (isOneOf(words.before, Keys) || name.startsWith(u"x-", Qt::CaseInsensitive))
            return Naming::Strong;
        const bool isEnvironment =
            std::none_of(name.begin(), name.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
        return isAlone || isEnvironment ? Naming::Weak : Naming::None;
    }
    if (is(u"token")) {
        if (isOneOf(words.before, Tokens))
            return isAlone ? Naming::Weak : Naming::None;
        return isAlone ? Naming::Weak : Naming::Strong;
    }
    if (is(u"code"))
        return Naming::None;
    if (is(u"auth") || is(u"sig") || is(u"signature") || is(u"credential") || is(u"credentials"))
        return Naming::Weak;
    return Naming::None;
}

bool isVariable(QStringView text)
{
    if (text.isEmpty())
        return false;
    const QChar first = text.front();
    if (first == u'{' || first == u'<' || (first == u'%' && text.size() > 1))
        return true;
    // But a hash begins with $2b$.
    if (first == u'$' && (text.size() == 1 || !isAsciiDigit(text[1])))
        return true;
    return text.contains(u"${") || text.contains(u"{{") || text.contains(u"$(");
}

bool standsForSecret(QStringView text)
{
    static constexpr QStringView others[] = {u"value", u"name", u"string", u"example", u"user"};
    if (text.isEmpty() || isFiller(text) || isVariable(text))
        return true;
    if (!makeupOf(text).isWords())
        return false;
    return text.startsWith(u"your", Qt::CaseInsensitive) || isOneOf(text, others) ||
           (text.size() > 2 && namingOf(text, {}) != Naming::None);
}

} // namespace litedeck
