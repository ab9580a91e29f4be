// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Masking.h"
#include "core/base/Wording.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <array>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

/// How much must follow a prefix before it begins a key.
enum class Proof : quint8 {
    Length,   ///< The prefix is nobody's word: enough that is neither words nor filler.
    Segment,  ///< Words begin alike: one segment of that length that is neither word nor number.
    Hex,      ///< Exactly that many hexadecimal digits.
    Base32Id, ///< Exactly that many capitals and digits.
};

struct Shape
{
    QStringView prefixes; ///< With blanks between them.
    Proof proof;
    qsizetype least;
    QStringView more = {}; ///< What a key has in it besides letters, digits, '_' and '-'.
};

struct Prefix
{
    QStringView text;
    const Shape &shape;
};

// The vendors' documented forms, each as long as the shortest in use, or shorter where errors cut
// it.
constexpr Shape Shapes[] = {
    // OpenAI and those that imitate it, Anthropic, OpenRouter, Stripe, ElevenLabs
    {u"sk-ant-", Proof::Length, 6},
    {u"sk-or-v1- sk_live_ sk_test_ rk_live_ rk_test_ pk_live_ pk_test_", Proof::Length, 8},
    {u"sk-proj-", Proof::Segment, 8},
    {u"sk-", Proof::Segment, 8, u"*"},
    {u"sk_", Proof::Segment, 32},
    {u"whsec_", Proof::Length, 12, u"+/="},
    // Google
    {u"AIza GOCSPX-", Proof::Length, 8},
    {u"ya29.", Proof::Length, 8, u"."},
    {u"1//0", Proof::Segment, 20},
    // Amazon
    {u"AKIA ASIA ABIA", Proof::Base32Id, 16},
    {u"ABSK bedrock-api-key-", Proof::Segment, 16, u"+/="},
    {u"IQoJb3JpZ2luX2Vj", Proof::Length, 8, u"+/="},
    // Other providers of models
    {u"gsk_ fw_ hf_ r8_ xai- csk- pplx-", Proof::Segment, 12},
    {u"api_org_ jina_ flp_ ls__", Proof::Segment, 16},
    {u"tgp_v1_ nvapi-", Proof::Length, 8},
    {u"pa-", Proof::Segment, 20},
    {u"al-", Proof::Segment, 32},
    {u"tvly-", Proof::Segment, 8},
    {u"fc- dapi dose dkea", Proof::Hex, 32},
    {u"pcsk_ lsv2_", Proof::Length, 12},
    {u"e2b_", Proof::Hex, 40},
    // Where code and packages live
    {u"ghp_ gho_ ghu_ ghr_ github_pat_ dckr_pat_", Proof::Length, 12},
    {u"ghs_", Proof::Length, 12, u"."},
    {u"glpat- glrt-", Proof::Length, 8, u"."},
    {u"glptt- gldt- glcbt- glsoat-", Proof::Length, 8},
    {u"npm_ pypi- ATBB", Proof::Segment, 16},
    {u"rubygems_", Proof::Hex, 48},
    {u"ATATT3x", Proof::Length, 16, u"="},
    // Chat, mail, payment, clouds, tools
    {u"xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xoxe.xox xapp-", Proof::Length, 8},
    {u"hooks.slack.com/services/", Proof::Segment, 12, u"/"},
    {u"discord.com/api/webhooks/", Proof::Segment, 20, u"/"},
    {u"SG.", Proof::Segment, 12, u"."},
    {u"key- SK shpat_ shpss_ shpca_", Proof::Hex, 32},
    {u"sq0atp- sq0csp- sb_secret_", Proof::Length, 12},
    {u"hvs. hvb. figd_", Proof::Segment, 12},
    {u"dop_v1_ doo_v1_ sntryu_", Proof::Hex, 64},
    {u"dp.pt. PMAK- lin_api_ ntn_ glsa_ NRAK- phx_ fo1_", Proof::Segment, 16},
    {u"sbp_", Proof::Hex, 40},
    {u"secret_", Proof::Segment, 24},
    {u"glc_ sntrys_ fm2_", Proof::Segment, 16, u"+/="},
    {u"ops_eyJ AGE-SECRET-KEY-1", Proof::Length, 16},
    {u"tskey-", Proof::Segment, 8},
};

// What OpenAI's and Azure's keys have in their middle.
constexpr QStringView Innermosts[] = {u"T3BlbkFJ", u"JQQJ99", u"8Q~"};

constexpr QStringView Begin = u"-----BEGIN ";
constexpr qsizetype LongestPem = 20'000;

bool isHex(QChar c)
{
    return isAsciiDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isKeyCharacter(QChar c, QStringView more)
{
    return isAsciiAlnum(c) || c == u'_' || c == u'-' || more.contains(c);
}

/// A key may follow an escape ("\nsk-…", "%20sk-…"), but no other letter ("task-force").
bool mayStartAt(QStringView text, qsizetype at)
{
    if (at == 0 || !isAsciiAlnum(text[at - 1]))
        return true;
    if (at >= 2 && text[at - 2] == u'\\' && QStringView(u"nrtbf").contains(text[at - 1]))
        return true;
    if (at >= 3 && text[at - 3] == u'%' && isHex(text[at - 2]) && isHex(text[at - 1]))
        return true;
    return at >= 6 && text[at - 6] == u'\\' && text[at - 5] == u'u' &&
           std::all_of(text.begin() + at - 4, text.begin() + at, isHex);
}

qsizetype endOfKey(QStringView text, qsizetype at, QStringView more)
{
    qsizetype end = at;
    while (end < text.size() && isKeyCharacter(text[end], more))
        ++end;
    // A full stop ends the sentence, not the key.
    while (end > at && text[end - 1] == u'.')
        --end;
    return end;
}

/// A sentence that says itself that it shows a key as an example, as the documents of AWS do.
bool isCalledExample(QStringView text, qsizetype from, qsizetype to)
{
    if (!text.sliced(from, to - from).endsWith(u"EXAMPLE"))
        return false;
    constexpr qsizetype Near = 80;
    constexpr QStringView word = u" example ";
    const qsizetype before = std::max<qsizetype>(0, from - Near);
    return text.sliced(before, from - before).contains(word) ||
           text.sliced(to, std::min(Near, text.size() - to)).contains(word);
}

bool isMostlyHidden(QStringView body)
{
    const qsizetype stars = body.indexOf(u"**");
    return stars >= 3 && !isFiller(body);
}

bool proves(const Shape &shape, QStringView body)
{
    const auto all = [&body](auto &&is) { return std::all_of(body.begin(), body.end(), is); };
    switch (shape.proof) {
    case Proof::Length: {
        if (body.size() < shape.least || isFiller(body))
            return false;
        const Makeup makeup = makeupOf(body);
        return !makeup.isWords() || makeup.longestNumber >= 9 ||
               (body.startsWith(u"api0") && body.size() >= 10);
    }
    case Proof::Segment: {
        if (isMostlyHidden(body))
            return true;
        const Makeup makeup = makeupOf(body);
        return !isFiller(body) &&
               std::max(makeup.longestOpaque, makeup.longestNumber) >=
                   std::max<qsizetype>(shape.least, 8) &&
               (makeup.longestOpaque > 0 || makeup.longestNumber >= 9);
    }
    case Proof::Hex:
        return body.size() == shape.least && all(isHex);
    case Proof::Base32Id:
        return body.size() == shape.least &&
               all([](QChar c) { return isAsciiDigit(c) || (c >= u'A' && c <= u'Z'); });
    }
    Q_UNREACHABLE();
}

/// The prefixes by their first character, so that a text is looked through once.
using PrefixesByStart = std::array<QList<Prefix>, 128>;

PrefixesByStart prefixesByStart()
{
    PrefixesByStart byStart;
    for (const Shape &shape : Shapes) {
        for (const QStringView text : shape.prefixes.tokenize(u' '))
            byStart[text.front().unicode()].append({text, shape});
    }
    return byStart;
}

/// Where the key ends that begins there; `at` if none does.
qsizetype endOfPrefixed(QStringView text, qsizetype at, const QList<Prefix> &prefixes)
{
    // Enough to judge by; what it begins is a key to its end.
    constexpr qsizetype Judged = 100;
    for (const Prefix &prefix : prefixes) {
        if (!text.sliced(at).startsWith(prefix.text))
            continue;
        const qsizetype body = at + prefix.text.size();
        const QStringView near = text.first(std::min(text.size(), body + Judged));
        const qsizetype judged = endOfKey(near, body, prefix.shape.more);
        if (!proves(prefix.shape, text.sliced(body, judged - body)))
            continue;
        // Only short ones are examples, or a long line of them would be read again and again.
        constexpr qsizetype LongestExample = 200;
        const QStringView few = text.first(std::min(text.size(), at + LongestExample));
        const qsizetype nearEnd = endOfKey(few, body, prefix.shape.more);
        if (nearEnd < at + LongestExample && isCalledExample(text, at, nearEnd))
            continue;
        return endOfKey(text, body, prefix.shape.more);
    }
    return at;
}

void maskPrefixed(Masking &masking)
{
    static const PrefixesByStart byStart = prefixesByStart();
    const QStringView text = masking.text();
    for (qsizetype at = 0; at < text.size();) {
        const char16_t first = text[at].unicode();
        const bool mayStart = first < byStart.size() && !byStart[first].isEmpty();
        const qsizetype end =
            mayStart && mayStartAt(text, at) ? endOfPrefixed(text, at, byStart[first]) : at;
        if (end > at)
            masking.mask(at, end);
        at = std::max(at + 1, end);
    }
}

void maskAround(Masking &masking, QStringView innermost)
{
    qsizetype at = 0;
    qsizetype seen = 0;
    while ((at = masking.text().indexOf(innermost, at)) >= 0) {
        const QStringView text = masking.text();
        qsizetype from = at;
        while (from > seen && isKeyCharacter(text[from - 1], u"~."))
            --from;
        const qsizetype end = endOfKey(text, at, u"~.");
        constexpr qsizetype Shortest = 30;
        if (end - from >= Shortest)
            masking.mask(from, end);
        seen = end;
        at = end;
    }
}

/// JSON Web Tokens, signed (three parts) or encrypted (five), also cut.
void maskWebTokens(Masking &masking)
{
    qsizetype at = 0;
    while ((at = masking.text().indexOf(u"eyJ", at)) >= 0) {
        const QStringView text = masking.text();
        const qsizetype end = endOfKey(text, at, u".");
        const QStringView token = text.sliced(at, end - at);
        const QStringView head = token.first(std::max<qsizetype>(0, token.indexOf(u'.')));
        const bool starts = at == 0 || !isKeyCharacter(text[at - 1], {}) || mayStartAt(text, at);
        if (starts && head.size() >= 10 && token.size() > head.size() + 2 &&
            QByteArray::fromBase64(head.toLatin1(), QByteArray::Base64UrlEncoding).contains("\":"))
            masking.mask(at, end);
        at = std::max(at + 3, end);
    }
}

bool isPemCharacter(QChar c)
{
    return isAsciiAlnum(c) || QStringView(u"+/=\\ \t\r\n\"'").contains(c);
}

/// From `at` on, what is the inside of a PEM block, with line ends that are escaped or not.
qsizetype endOfPemBody(QStringView text, qsizetype at)
{
    while (at < text.size() && isPemCharacter(text[at]))
        ++at;
    return at;
}

void maskPrivateKeys(Masking &masking)
{
    qsizetype at = 0;
    while ((at = masking.text().indexOf(Begin, at)) >= 0) {
        const QStringView text = masking.text();
        // A block ends before the next one, which may be masked already.
        const QStringView near = text.sliced(at, std::min(LongestPem, text.size() - at));
        const qsizetype masked = near.indexOf(Masking::Blot);
        const QStringView rest = masked < 0 ? near : near.first(masked);
        constexpr qsizetype LongestLabel = 80;
        const qsizetype label =
            rest.first(std::min(LongestLabel, rest.size())).indexOf(u"-----", Begin.size());
        const qsizetype from = at;
        at += Begin.size();
        if (label < 0 || !rest.first(label).contains(u"PRIVATE KEY"))
            continue;
        const qsizetype body = label + 5;
        const qsizetype next = rest.indexOf(u"-----", body);
        qsizetype end = endOfPemBody(rest, body);
        if (next >= 0 && rest.sliced(next).startsWith(u"-----END ")) {
            const qsizetype closing = rest.indexOf(u"-----", next + 5);
            end = closing < 0 ? next : closing + 5;
        }
        if (makeupOf(rest.sliced(body, std::max<qsizetype>(0, end - body))).longestOpaque < 12)
            continue;
        // Whoever reads must still see where the text goes on.
        while (end > body && rest[end - 1].isSpace())
            --end;
        masking.mask(from, from + end);
        at = from + end;
    }
}

} // namespace

void maskKeyShapes(Masking &masking)
{
    maskPrivateKeys(masking);
    maskWebTokens(masking);
    for (const QStringView innermost : Innermosts)
        maskAround(masking, innermost);
    maskPrefixed(masking);
}

} // namespace litedeck
