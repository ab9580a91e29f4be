// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Streams.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace litedeck::bench {

namespace {

constexpr quint32 Seed = 20261122;

QString pick(QRandomGenerator &random, const QStringList &from)
{
    return from[random.bounded(int(from.size()))];
}

QString words(QRandomGenerator &random, int count)
{
    static const QStringList Plain{u"the"_s,      u"stream"_s,  u"of"_s,        u"tokens"_s,
                                   u"arrives"_s,  u"while"_s,   u"renderer"_s,  u"keeps"_s,
                                   u"what"_s,     u"settled"_s, u"and"_s,       u"measures"_s,
                                   u"only"_s,     u"a"_s,       u"line"_s,      u"near"_s,
                                   u"viewport"_s, u"without"_s, u"quadratic"_s, u"surprises"_s};
    static const QStringList Rich{u"**strong words**"_s,
                                  u"*emphasis*"_s,
                                  u"`code_span()`"_s,
                                  u"~~struck~~"_s,
                                  u"[a link](https://example.org/a_b)"_s,
                                  u"https://example.org/path?q=1"_s,
                                  u"你好，世界"_s,
                                  u"日本語の文"_s,
                                  u"🎉"_s,
                                  u"👩‍💻"_s,
                                  u"نص عربي"_s,
                                  u"&amp;"_s};
    QStringList out;
    for (int i = 0; i < count; ++i)
        out.append(pick(random, random.bounded(9) == 0 ? Rich : Plain));
    return out.join(u' ');
}

QString code(QRandomGenerator &random, int lines)
{
    static const QStringList Lines{
        u"    const auto value = compute(first, %1); // a line of code"_s,
        u"    if (value > %1) {"_s,
        u"        return \"text\" + std::to_string(%1);"_s,
        u"    }"_s,
        u"    /* a comment of %1 words"_s,
        u"       that goes on */"_s,
        u""_s,
        u"    for (int i = 0; i < %1; ++i) total += table[i];"_s};
    QString out;
    for (int i = 0; i < lines; ++i) {
        QString line = pick(random, Lines);
        out += line.replace(u"%1"_s, QString::number(random.bounded(1000))) + u'\n';
    }
    return out;
}

QString row(QRandomGenerator &random)
{
    return u"| %1 | %2 | %3 |\n"_s.arg(words(random, 2), words(random, 5),
                                       QString::number(random.bounded(100000)));
}

QString mixedSection(QRandomGenerator &random)
{
    static const QStringList Languages{u"cpp"_s,  u"python"_s, u"sh"_s,
                                       u"json"_s, u"rust"_s,   u"unknown"_s};
    QString out = u"## %1\n\n%2.\n\n"_s.arg(words(random, 4), words(random, 60));
    for (int i = 0; i < 6; ++i)
        out += (i % 3 == 2 ? u"  - "_s
                : i == 4   ? u"- [x] "_s
                           : u"- "_s) +
               words(random, 10) + u'\n';
    out += u"\n```"_s + pick(random, Languages) + u'\n' + code(random, 12) + u"```\n\n"_s;
    out += u"| A | B | Number |\n|---|---|--:|\n"_s;
    for (int i = 0; i < 4; ++i)
        out += row(random);
    return out + u"\n> "_s + words(random, 25) + u"\n\n1. one\n2. two\n\n"_s;
}

} // namespace

QStringList shapes()
{
    return {u"mixed"_s, u"paragraph"_s, u"code"_s, u"list"_s, u"table"_s};
}

QString reply(const QString &shape, qsizetype length)
{
    QRandomGenerator random(Seed);
    QString text = shape == "code"_L1    ? u"```cpp\n"_s
                   : shape == "table"_L1 ? u"| A | B | C |\n|---|---|--:|\n"_s
                                         : QString();
    while (text.size() < length) {
        if (shape == "paragraph"_L1)
            text += words(random, 20) + u' ';
        else if (shape == "code"_L1)
            text += code(random, 20);
        else if (shape == "list"_L1)
            text += u"- "_s + words(random, 10) + u'\n';
        else if (shape == "table"_L1)
            text += row(random);
        else
            text += mixedSection(random);
    }
    return text.first(length);
}

QString fingerprint(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.first(8).toHex());
}

QStringList pieces(const QString &text)
{
    QRandomGenerator random(Seed);
    QStringList out;
    for (qsizetype at = 0; at < text.size(); at += out.last().size())
        out.append(text.mid(at, 4 + random.bounded(17)));
    return out;
}

} // namespace litedeck::bench
