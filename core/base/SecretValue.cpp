// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SecretValue.h"

#include "core/base/Masking.h"
#include "core/base/Wording.h"

#include <algorithm>

namespace litedeck {

namespace {

bool isNumber(QStringView text)
{
    constexpr qsizetype LongestHex = 2 + 16;
    if (text.startsWith(u"0x", Qt::CaseInsensitive) && text.size() <= LongestHex) {
        bool isHex = false;
        static_cast<void>(text.toULongLong(&isHex, 16));
        return isHex;
    }
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return isAsciiDigit(c) || QStringView(u"._,").contains(c); });
}

bool hasOneOf(QStringView text, QStringView characters)
{
    return std::any_of(text.begin(), text.end(),
                       [characters](QChar c) { return characters.contains(c); });
}

/// Names of variables that end with a number: `password2`, `arg1`.
bool isNumberedName(QStringView text)
{
    qsizetype end = text.size();
    while (end > 0 && isAsciiDigit(text[end - 1]))
        --end;
    constexpr qsizetype FewDigits = 2;
    if (end == text.size() || text.size() - end > FewDigits)
        return false;
    static constexpr QStringView names[] = {u"arg",   u"param", u"value", u"val",  u"key",  u"pass",
                                            u"pw",    u"var",   u"str",   u"text", u"name", u"item",
                                            u"field", u"token", u"k",     u"s",    u"t",    u"a"};
    const QStringView stem = text.first(end);
    return namingOf(stem, {}) != Naming::None ||
           std::any_of(std::begin(names), std::end(names), [stem](QStringView name) {
               return stem.compare(name, Qt::CaseInsensitive) == 0;
           });
}

/// `self.token`, `process.env.API_KEY`, `Config::key`, `a->b`, `unquote(…)`, `authkey`: what is not
/// in quotes and reads like code.
bool isCode(const NamedValue &value, const Makeup &makeup)
{
    const QStringView text = value.text;
    const bool isPath = std::all_of(text.begin(), text.end(), [](QChar c) {
        return isAsciiAlnum(c) || QStringView(u"_.$:>-?!").contains(c);
    });
    if (QStringView(u"&!|*").contains(text.front()))
        return true;
    if (!isPath)
        return value.isCalled && makeup.isWords();
    constexpr qsizetype LongestName = 24;
    if (value.isCalled && !isAsciiDigit(text.front()) && makeup.longestOpaque <= LongestName)
        return true;
    if (makeup.digits == 0 && namingOf(text, {}) != Naming::None)
        return true;
    return makeup.isWords() && makeup.segments > 1 && hasOneOf(text, u".:>");
}

/// Paths, addresses, selectors, rules of validation, templates: what programs write in quotes.
bool isNotation(QStringView text)
{
    return QStringView(u"/#.~^:@|[(-").contains(text.front()) || text.contains(u"://") ||
           text.contains(u'|') || text.contains(u"::");
}

bool hasSecretWord(QStringView text)
{
    constexpr qsizetype Shortest = 8;
    for (const QStringView word : text.tokenize(u' ')) {
        const Makeup makeup = makeupOf(word);
        if (makeup.longestOpaque >= Shortest && makeup.digits > 0)
            return true;
    }
    return false;
}

bool isStrongSecret(const NamedValue &value, const Makeup &makeup)
{
    const QStringView text = value.text;
    const bool isPassword = value.naming == Naming::Password;
    const bool isAssigned =
        value.isQuoted || value.link == Link::Equals || value.link == Link::Parameter;
    if (isNumber(text)) {
        constexpr qsizetype ShortestPin = 4;
        return isPassword && makeup.letters == 0 && makeup.segments == 1 &&
               text.size() >= (value.isQuoted ? ShortestPin : ShortestPin + 2) &&
               (isAssigned || value.link == Link::Option);
    }
    if (text.contains(u' '))
        return hasSecretWord(text);
    if (isTechnicalTerm(text) || isNumberedName(text) ||
        (value.link == Link::List && makeup.digits == 0))
        return false;
    if (makeup.digits == 0 && isPassword && makeup.isWords()) {
        // Of words only a sign within them makes a password: "letme!in".
        return isAssigned && !isNotation(text) && text.size() >= 6 &&
               hasOneOf(text.chopped(1), u"!@#$%^&*?");
    }
    if (makeup.isOneMix()) {
        const qsizetype least = value.link == Link::Sentence ? 8 : value.link == Link::List ? 6 : 4;
        return text.size() >= least;
    }
    // What was cut off behind the dot of a token.
    if (value.isQuoted &&
        makeupOf(text.first(std::max<qsizetype>(0, text.indexOf(u'.')))).isOneMix())
        return true;
    if (makeup.isWords())
        return isPassword && makeup.digits > 0 && isAssigned && !isNotation(text) &&
               hasOneOf(text, u"!@#$%^&*?") && text.size() >= 6;
    return makeup.longestOpaque >= (isAssigned || value.naming == Naming::Authorization ? 4 : 6);
}

bool isWeakSecret(const NamedValue &value, const Makeup &makeup)
{
    constexpr qsizetype Shortest = 8;
    constexpr qsizetype ShortestOfLetters = 20;
    if (value.text.contains(u' ') || isNumber(value.text))
        return false;
    const qsizetype least = makeup.digits > 0 ? Shortest : ShortestOfLetters;
    return makeup.longestOpaque >=
           (value.link == Link::Colon || value.link == Link::Equals || value.link == Link::Parameter
                ? least
                : 2 * least);
}

/// What stands in an address as a secret is hardly ever anything else, even where it was cut.
bool isSecretParameter(QStringView text, const Makeup &makeup)
{
    constexpr qsizetype Cut = 3;
    return !isNumber(text) && !isNumberedName(text) &&
           (!makeup.isWords() || text.size() <= Cut || makeup.isOneMix());
}

/// The server's own field may hold less than others' keys: `vk-team-99887766`.
bool isVirtualKey(QStringView text, const Makeup &makeup)
{
    constexpr qsizetype Cut = 3;
    constexpr qsizetype ManyDigits = 5;
    return makeup.longestNumber >= ManyDigits ||
           (text.size() <= Cut && std::all_of(text.begin(), text.end(), isAsciiLetter));
}

} // namespace

bool isSecretValue(const NamedValue &value)
{
    const QStringView text = value.text;
    // A part of it was a secret by itself. Doing it again must come to the same end.
    if (text.contains(Masking::Blot) || standsForSecret(text))
        return false;
    if (value.isFormat && text.contains(u'{'))
        return false;
    if (value.isQuoted && QStringView(u"),;]} \t").contains(text.front()))
        return false;
    const Makeup makeup = makeupOf(text);
    if (!value.isQuoted && isCode(value, makeup))
        return false;
    switch (value.naming) {
    case Naming::None:
        return false;
    case Naming::VirtualKey:
        return isStrongSecret(value, makeup) ||
               (value.isQuoted && value.link != Link::List && isVirtualKey(text, makeup));
    case Naming::Weak:
        return value.link == Link::Parameter ? isSecretParameter(text, makeup)
                                             : isWeakSecret(value, makeup);
    case Naming::Authorization:
        return !value.isSentence && isStrongSecret(value, makeup);
    case Naming::Strong:
    case Naming::Password:
        return value.link == Link::Parameter ? isSecretParameter(text, makeup)
                                             : isStrongSecret(value, makeup);
    case Naming::Scheme:
    case Naming::Cookie:
        return makeup.isOneMix() ? text.size() >= 8 : isWeakSecret(value, makeup);
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
