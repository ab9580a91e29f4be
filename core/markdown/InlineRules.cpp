// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/InlineRules.h"

#include "core/markdown/NamedEntities.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck::inlines {

namespace {

/// With the marks around it; the longest name is of 31 letters.
constexpr qsizetype LongestName = 33;
constexpr qsizetype LongestNumber = 12;

/// The entries of NamedEntities.
const QList<QByteArrayView> &entities()
{
    static const QList<QByteArrayView> all = [] {
        QList<QByteArrayView> list;
        for (QByteArrayView rest = QByteArrayView(NamedEntities).trimmed(); !rest.isEmpty();) {
            const auto *end =
                std::find_if(rest.begin(), rest.end(), [](char c) { return c <= ' '; });
            list.append(rest.first(end - rest.begin()));
            rest = rest.sliced(list.constLast().size()).trimmed();
        }
        return list;
    }();
    return all;
}

bool isAsciiAlnum(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t';
}

std::optional<Match> namedEntity(QStringView source)
{
    const qsizetype end = source.first(std::min(source.size(), LongestName)).indexOf(u';');
    if (end < 2)
        return {};
    const QByteArray name = source.sliced(1, end - 1).toLatin1() + '=';
    const auto found = std::lower_bound(entities().begin(), entities().end(), QByteArrayView(name));
    if (found == entities().end() || !found->startsWith(name))
        return {};
    Match match{end + 1, {}};
    for (const QByteArray &code : found->sliced(name.size()).toByteArray().split('+')) {
        const char32_t ucs4 = code.toUInt(nullptr, 16);
        match.text += QString::fromUcs4(&ucs4, 1);
    }
    return match;
}

std::optional<Match> numberedEntity(QStringView source)
{
    const qsizetype end = source.first(std::min(source.size(), LongestNumber)).indexOf(u';');
    if (end < 3)
        return {};
    const bool hex = source[2].toLower() == u'x';
    bool ok = false;
    uint code = source.first(end).mid(hex ? 3 : 2).toUInt(&ok, hex ? 16 : 10);
    if (!ok)
        return {};
    if (code == 0 || code > 0x10ffff || QChar::isSurrogate(code))
        code = 0xfffd;
    const char32_t ucs4 = code;
    return Match{end + 1, QString::fromUcs4(&ucs4, 1)};
}

} // namespace

bool isPunctuation(QChar c)
{
    return c.isPunct() || c.isSymbol();
}

std::optional<Match> entity(QStringView source)
{
    return source.startsWith(u"&#") ? numberedEntity(source) : namedEntity(source);
}

std::optional<Match> angleLink(QStringView source)
{
    const qsizetype end = source.indexOf(u'>');
    if (end < 3)
        return {};
    const QStringView address = source.sliced(1, end - 1);
    if (std::any_of(address.begin(), address.end(), [](QChar c) { return c <= u' ' || c == u'<'; }))
        return {};
    const qsizetype colon = address.indexOf(u':');
    const qsizetype at = address.indexOf(u'@');
    const bool scheme = colon >= 2 && colon <= 32 &&
                        std::all_of(address.begin(), address.begin() + colon, [](QChar c) {
                            return isAsciiAlnum(c) || c == u'+' || c == u'.' || c == u'-';
                        });
    const bool mail = at > 0 && address.mid(at).contains(u'.') && isAsciiAlnum(address[0]);
    if (!scheme && !mail)
        return {};
    return Match{end + 1, address.toString()};
}

std::optional<Match> bareLink(QStringView source)
{
    const bool www = source.startsWith(u"www.");
    if (!www && !source.startsWith(u"https://") && !source.startsWith(u"http://"))
        return {};
    qsizetype end = 0;
    while (end < source.size() && source[end] > u' ' && source[end] != u'<' &&
           source[end].unicode() < 0x3000)
        ++end;
    QStringView address = source.first(end);
    for (;;) {
        const QChar last = address.back();
        const bool unbalanced = last == u')' && address.count(u')') > address.count(u'(');
        if (!unbalanced && !u"?!.,:*_~'\";"_s.contains(last))
            break;
        address.chop(1);
        if (address.isEmpty())
            return {};
    }
    if (address.size() <= (www ? 4 : address.indexOf(u"//") + 2))
        return {};
    return Match{address.size(), address.toString()};
}

qsizetype htmlTag(QStringView source)
{
    if (source.startsWith(u"<!--")) {
        const qsizetype end = source.indexOf(u"-->", 4);
        return end < 0 ? 0 : end + 3;
    }
    qsizetype i = 1;
    if (i < source.size() && source[i] == u'/')
        ++i;
    if (i >= source.size() || source[i].unicode() >= 0x80 || !source[i].isLetter())
        return 0;
    QChar quote;
    for (; i < source.size(); ++i) {
        const QChar c = source[i];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else if (c == u'>')
            return i + 1;
        else if (c == u'<')
            return 0;
    }
    return 0;
}

std::optional<Match> linkTail(QStringView source)
{
    if (!source.startsWith(u'('))
        return {};
    const qsizetype n = source.size();
    qsizetype i = 1;
    const auto skipSpace = [&] {
        while (i < n && isSpace(source[i]))
            ++i;
    };
    skipSpace();
    QStringView target;
    if (i < n && source[i] == u'<') {
        const qsizetype end = source.indexOf(u'>', i);
        if (end < 0)
            return {};
        target = source.sliced(i + 1, end - i - 1);
        i = end + 1;
    } else {
        const qsizetype start = i;
        int depth = 0;
        for (; i < n && source[i] > u' '; ++i) {
            if (source[i] == u'\\' && i + 1 < n)
                ++i;
            else if (source[i] == u'(')
                ++depth;
            else if (source[i] == u')' && --depth < 0)
                break;
        }
        target = source.sliced(start, std::min(i, n) - start);
    }
    skipSpace();
    if (i < n && u"\"'("_s.contains(source[i])) {
        const QChar close = source[i] == u'(' ? QChar(u')') : source[i];
        const qsizetype end = source.indexOf(close, i + 1);
        if (end < 0)
            return {};
        i = end + 1;
        skipSpace();
    }
    if (i >= n || source[i] != u')')
        return {};
    return Match{i + 1, unescaped(target)};
}

QString unescaped(QStringView source)
{
    QString out;
    out.reserve(source.size());
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source[i] == u'\\' && i + 1 < source.size() && source[i + 1].unicode() < 0x80 &&
            isPunctuation(source[i + 1])) {
            out.append(source[++i]);
        } else if (const auto found = source[i] == u'&' ? entity(source.mid(i)) : std::nullopt) {
            out.append(found->text);
            i += found->length - 1;
        } else {
            out.append(source[i]);
        }
    }
    return out;
}

} // namespace litedeck::inlines
