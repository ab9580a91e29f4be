// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/Masking.h"
#include "core/base/SecretValue.h"
#include "core/base/TextCursor.h"
#include "core/base/Wording.h"

#include <QByteArray>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace litedeck {

namespace {

// Of a longer value this much is judged: a line of names is looked at once for each of them.
constexpr qsizetype LongestValue = 128;
constexpr qsizetype LongestLine = 1'000;

bool isNameCharacter(QChar c)
{
    return isAsciiAlnum(c) || c == u'_' || c == u'-';
}

bool endsValue(QChar c)
{
    return c.isSpace() || QStringView(u"\"'`,;&<>{}()[]\\").contains(c);
}

/// A value and where it stands.
struct Found
{
    NamedValue value;
    qsizetype from = 0;
    qsizetype to = 0; ///< What is masked if it is a secret.
    bool isComplete = true;
};

qsizetype endOfLine(QStringView text, qsizetype at)
{
    const qsizetype most = std::min(text.size(), at + LongestLine);
    while (at < most && text[at] != u'\n' && text[at] != u'\r')
        ++at;
    return at;
}

/// Whether a LiteLLM proxy says whose budget is used up: it names the key by its alias, with the
/// last characters of the key behind it. What could be a key itself is none.
bool isAliasInRefusal(QStringView text, const Found &found)
{
    constexpr qsizetype LongestAlias = 20;
    static const QRegularExpression end(
        QStringLiteral("^ \\(sk-\\.\\.\\.[A-Za-z0-9_-]{4}\\) Current cost: "));
    return found.to - found.from <= LongestAlias &&
           text.first(found.from).endsWith(u"Budget has been exceeded! Key=") &&
           end.match(text.sliced(found.to).left(40).toString()).hasMatch();
}

class Walker
{
public:
    explicit Walker(Masking &masking)
        : m_masking(masking)
    {}

    void run()
    {
        qsizetype at = 0;
        QStringView before;
        qsizetype lastEnd = -2;
        while (at < text().size()) {
            if (!isNameCharacter(text()[at])) {
                ++at;
                continue;
            }
            // "%3Fkey" is "?key".
            if (at > 0 && text()[at - 1] == u'%' && at + 2 < text().size() &&
                isNameCharacter(text()[at + 1]))
                at += 2;
            const qsizetype start = at;
            while (at < text().size() && isNameCharacter(text()[at]))
                ++at;
            const QStringView name = text().sliced(start, at - start);
            // "API key", but no list of words.
            const bool follows = lastEnd == start - 1 && text()[start - 1] == u' ';
            const Naming naming = namingOf(name, follows ? before : QStringView());
            before = name;
            lastEnd = at;
            if (naming != Naming::None)
                at = std::max(at, maskAfter(naming, start, at));
            else if (name == u"-u" || name == u"--user")
                at = std::max(at, maskUser(start, at));
        }
    }

private:
    QStringView text() const { return m_masking.text(); }

    // All return behind what they masked.
    qsizetype maskAfter(Naming naming, qsizetype start, qsizetype end);
    qsizetype maskCookies(qsizetype from);
    qsizetype maskUser(qsizetype start, qsizetype end);
    qsizetype maskIfSecret(const Found &found);

    std::optional<Link> takeLink(TextCursor &cursor, qsizetype start) const;
    Found valueAt(TextCursor cursor, Naming naming, Link link) const;
    void skipScheme(Found &found) const;

    Masking &m_masking;
};

bool isParameter(QStringView text, qsizetype start)
{
    const QStringView before = text.first(start);
    return before.endsWith(u'?') || before.endsWith(u'&') || before.endsWith(u"&amp;") ||
           before.endsWith(u"%3F", Qt::CaseInsensitive) ||
           before.endsWith(u"%26", Qt::CaseInsensitive);
}

/// What stands behind "Basic": `user:password` in Base64.
bool isUserAndPassword(QStringView text)
{
    constexpr qsizetype Shortest = 8;
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray &pair = decoded.decoded;
    return text.size() >= Shortest && decoded && pair.contains(':') &&
           std::all_of(pair.begin(), pair.end(), [](char c) { return c >= ' '; });
}

/// Moves behind what binds the name to its value.
std::optional<Link> Walker::takeLink(TextCursor &cursor, qsizetype start) const
{
    const QChar opening = start > 0 ? text()[start - 1] : QChar();
    if (opening == u'<' && cursor.take(u">"))
        return Link::Equals;
    const bool isNameQuoted = !cursor.takeQuote().isEmpty();
    // The last word of a sentence in quotes is no name.
    const bool isInQuotes = isNameQuoted && QStringView(u"\"'`;2").contains(opening);
    const bool isIndexed = cursor.take(u"]") || cursor.take(u")");
    static_cast<void>(cursor.take(u"?") || cursor.take(u"!"));
    const qsizetype spaces = cursor.takeSpaces();
    if (cursor.take(u":=") || cursor.take(u"=>") || cursor.take(u"===") || cursor.take(u"==") ||
        cursor.take(u"=") || cursor.take(u"%3D")) {
        cursor.takeSpaces();
        return isParameter(text(), start) ? Link::Parameter : Link::Equals;
    }
    if (cursor.take(u":") || cursor.take(u"%3A") || cursor.take(u"：")) {
        cursor.takeSpaces();
        return Link::Colon;
    }
    if (isInQuotes && (cursor.peek() == u',' || spaces > 0 || cursor.peek() == u'\n')) {
        // "name": "API_KEY", "value": "…" in JSON, YAML and XML.
        TextCursor ahead = cursor;
        static_cast<void>(ahead.take(u","));
        while (!ahead.atEnd() && ahead.peek().isSpace() && ahead.at() - cursor.at() < 60)
            ahead.moveTo(ahead.at() + 1);
        const bool isQuoted = !ahead.takeQuote().isEmpty();
        if (ahead.take(u"value")) {
            if (isQuoted)
                ahead.takeQuote();
            ahead.takeSpaces();
            if (ahead.take(u":") || ahead.take(u"=")) {
                ahead.takeSpaces();
                cursor = ahead;
                return Link::Equals;
            }
        }
    }
    if (isInQuotes && cursor.take(u",")) {
        cursor.takeSpaces();
        return Link::List;
    }
    if (isNameQuoted || isIndexed)
        return {};
    if (spaces == 0 && cursor.take(u"("))
        return Link::List;
    if (spaces > 0 && (cursor.take(u"is ") || cursor.take(u"is: "))) {
        cursor.takeSpaces();
        return Link::Sentence;
    }
    if (spaces == 0)
        return {};
    // "machine h login me password …" in a .netrc.
    constexpr qsizetype LongestLogin = 80;
    const QStringView before = text().first(start).last(std::min(start, LongestLogin));
    if (text().sliced(start).startsWith(u"--") || before.contains(u" login "))
        return Link::Option;
    TextCursor ahead = cursor;
    return ahead.takeQuote().isEmpty() ? std::nullopt : std::optional(Link::List);
}

Found Walker::valueAt(TextCursor cursor, Naming naming, Link link) const
{
    Found found;
    found.value.naming = naming;
    found.value.link = link;
    // b"…", rb'…', f"…".
    const qsizetype bare = cursor.at();
    bool isFormat = false;
    for (int i = 0; i < 2 && QStringView(u"bBuUrRfF").contains(cursor.peek()); ++i) {
        isFormat = isFormat || cursor.peek().toLower() == u'f';
        cursor.moveTo(cursor.at() + 1);
    }
    const QStringView quote = cursor.takeQuote();
    if (!quote.isEmpty()) {
        const qsizetype from = cursor.at();
        const QStringView line = text().sliced(from, endOfLine(text(), from) - from);
        qsizetype length = line.indexOf(quote);
        found.isComplete = length >= 0;
        if (length < 0)
            for (length = 0; length < line.size() && !endsValue(line[length]);)
                ++length;
        found.from = from;
        found.to = from + length;
        found.value.isQuoted = true;
        found.value.isFormat = isFormat || quote.endsWith(u'`');
        found.value.text = line.first(std::min(length, LongestValue));
        return found;
    }
    qsizetype end = bare;
    const qsizetype most = std::min(text().size(), bare + LongestValue);
    while (end < most && !endsValue(text()[end]))
        ++end;
    if (link == Link::Sentence || link == Link::Colon)
        while (end > bare && QStringView(u".!?").contains(text()[end - 1]))
            --end;
    found.from = bare;
    found.to = end;
    found.value.text = text().sliced(bare, end - bare);
    found.value.isCalled = end < text().size() && (text()[end] == u'(' || text()[end] == u'[');
    found.value.isSentence =
        end + 1 < text().size() && text()[end] == u' ' && isAsciiLetter(text()[end + 1]);
    return found;
}

/// Moves a value behind "Bearer " and the like, so that the scheme stays.
void Walker::skipScheme(Found &found) const
{
    static constexpr QStringView schemes[] = {u"bearer", u"basic", u"token",     u"digest",
                                              u"apikey", u"oauth", u"negotiate", u"key",
                                              u"splunk", u"flyv1"};
    TextCursor cursor(text(), found.from);
    const bool isScheme =
        std::any_of(std::begin(schemes), std::end(schemes),
                    [&cursor](QStringView scheme) { return cursor.take(scheme); });
    const bool isSpaced = cursor.takeSpaces() > 0 || cursor.take(u"+");
    if (!isScheme || !isSpaced)
        return;
    if (!found.value.isQuoted) {
        found = valueAt(cursor, found.value.naming, found.value.link);
        return;
    }
    const qsizetype length = std::max<qsizetype>(0, found.to - cursor.at());
    found.from = cursor.at();
    found.to = found.from + length;
    found.value.text = text().sliced(found.from, length);
}

qsizetype Walker::maskIfSecret(const Found &found)
{
    if (isAliasInRefusal(text(), found) || !isSecretValue(found.value))
        return found.from;
    qsizetype to = found.to;
    // A value that goes on behind what was looked at is a secret to its end.
    const bool isWhole = found.value.isQuoted ? found.isComplete : to - found.from < LongestValue;
    if (!isWhole)
        while (to < text().size() && !endsValue(text()[to]))
            ++to;
    m_masking.mask(found.from, to);
    return to;
}

qsizetype Walker::maskAfter(Naming naming, qsizetype start, qsizetype end)
{
    TextCursor cursor(text(), end);
    if (naming == Naming::Scheme) {
        if (cursor.takeSpaces() == 0 && !cursor.take(u"+"))
            return end;
        Found found = valueAt(cursor, naming, Link::Colon);
        if (!isUserAndPassword(found.value.text))
            return maskIfSecret(found);
        m_masking.mask(found.from, found.to);
        return found.to;
    }
    const auto link = takeLink(cursor, start);
    if (!link)
        return end;
    if (naming == Naming::Cookie)
        return *link == Link::Colon || *link == Link::List ? maskCookies(cursor.at()) : end;
    // The first one of a list of values.
    TextCursor item(text(), cursor.at() + 1);
    if (cursor.peek() == u'[' && *link != Link::Parameter && !item.takeQuote().isEmpty())
        cursor.moveTo(cursor.at() + 1);
    Found found = valueAt(cursor, naming, *link);
    if ((*link == Link::List && !found.value.isQuoted) ||
        (*link == Link::Parameter && found.value.isQuoted))
        return end;
    if (naming == Naming::Authorization)
        skipScheme(found);
    const qsizetype masked = maskIfSecret(found);
    if (masked > found.from || found.value.isQuoted || *link != Link::Colon)
        return masked > found.from ? masked : end;
    // A type stands between the name and its value: `api_key: Optional[str] = "…"`.
    constexpr qsizetype LongestType = 60;
    qsizetype at = cursor.at();
    const qsizetype most = std::min(text().size(), at + LongestType);
    while (at < most && (isAsciiAlnum(text()[at]) || QStringView(u"_.[]|<> ").contains(text()[at])))
        ++at;
    if (at >= most || text()[at] != u'=')
        return end;
    TextCursor typed(text(), at + 1);
    typed.takeSpaces();
    Found assigned = valueAt(typed, naming, Link::Equals);
    return assigned.value.isQuoted ? std::max(end, maskIfSecret(assigned)) : end;
}

/// `a=…; b=…`, but no attributes such as Expires.
qsizetype Walker::maskCookies(qsizetype from)
{
    TextCursor opening(text(), from);
    opening.takeQuote();
    from = opening.at();
    const qsizetype end = endOfLine(text(), from);
    qsizetype at = from;
    while (at < end) {
        qsizetype equals = at;
        while (equals < end && (isNameCharacter(text()[equals]) || text()[equals] == u' ' ||
                                text()[equals] == u'.'))
            ++equals;
        if (equals >= end || text()[equals] != u'=')
            break;
        Found found = valueAt(TextCursor(text(), equals + 1), Naming::Cookie, Link::Equals);
        at = std::max(found.to, maskIfSecret(found));
        if (at >= end || text()[at] != u';')
            break;
        ++at;
    }
    return from;
}

/// curl's -u USER:PASSWORD; other programs have numbers and groups there.
qsizetype Walker::maskUser(qsizetype start, qsizetype end)
{
    TextCursor cursor(text(), end);
    if (cursor.takeSpaces() == 0 && !cursor.take(u"="))
        return end;
    cursor.takeQuote();
    qsizetype to = cursor.at();
    const qsizetype most = std::min(text().size(), to + LongestValue);
    while (to < most && !text()[to].isSpace() && !QStringView(u"\"'`[]").contains(text()[to]))
        ++to;
    while (to > cursor.at() && QStringView(u".,;:!").contains(text()[to - 1]))
        --to;
    const QStringView pair = text().sliced(cursor.at(), to - cursor.at());
    const qsizetype colon = pair.indexOf(u':');
    if (colon < 0)
        return end;
    const QStringView password = pair.sliced(colon + 1);
    if (standsForSecret(password) || pair.contains(Masking::Blot) || isVariable(pair.first(colon)))
        return end;
    constexpr qsizetype LongestCommand = 300;
    const qsizetype from = std::max<qsizetype>(0, start - LongestCommand);
    const QStringView command = text().sliced(from, start - from);
    const QStringView line = command.sliced(command.lastIndexOf(u'\n') + 1);
    const Makeup makeup = makeupOf(password);
    if (!line.contains(u"curl") && !(makeup.isOneMix() && password.size() >= 6) &&
        makeup.longestOpaque < 8)
        return end;
    m_masking.mask(cursor.at(), to);
    return to;
}

} // namespace

void maskNamedSecrets(Masking &masking)
{
    Walker(masking).run();
}

} // namespace litedeck
