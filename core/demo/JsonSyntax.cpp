// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/JsonSyntax.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

// About where Python's recursion limit and Qt's own parser give up.
constexpr int MaxDepth = 900;

/// Walks through a document; every step is false when it has set the error.
class Scanner
{
public:
    explicit Scanner(const QString &text)
        : m_text(text.toUcs4())
    {}

    bool document()
    {
        skipSpace();
        if (!value(0))
            return false;
        skipSpace();
        return m_place == m_text.size() || fail(u"Extra data"_s);
    }

    const JsonSyntaxError &error() const { return m_error; }

private:
    bool fail(const QString &message, qsizetype place = -1)
    {
        m_error = {message, int(place < 0 ? m_place : place)};
        return false;
    }

    char32_t peek() const { return m_place < m_text.size() ? m_text.at(m_place) : U'\0'; }

    bool take(char32_t wanted)
    {
        const bool found = m_place < m_text.size() && m_text.at(m_place) == wanted;
        m_place += found ? 1 : 0;
        return found;
    }

    bool takeWord(QStringView word)
    {
        const qsizetype start = m_place;
        for (const QChar c : word) {
            if (take(c.unicode()))
                continue;
            m_place = start;
            return false;
        }
        return true;
    }

    void skipSpace()
    {
        while (take(U' ') || take(U'\t') || take(U'\n') || take(U'\r')) {
        }
    }

    qsizetype takeDigits()
    {
        const qsizetype start = m_place;
        while (peek() >= U'0' && peek() <= U'9')
            ++m_place;
        return m_place - start;
    }

    bool value(int depth)
    {
        if (depth > MaxDepth)
            return fail(u"Expecting value"_s);
        if (take(U'"'))
            return string();
        if (take(U'{'))
            return object(depth);
        if (take(U'['))
            return array(depth);
        for (const QStringView word : {u"null", u"true", u"false", u"NaN", u"Infinity"}) {
            if (takeWord(word))
                return true;
        }
        return takeWord(u"-Infinity") || number();
    }

    bool number()
    {
        const qsizetype start = m_place;
        take(U'-');
        if (!take(U'0') && takeDigits() == 0)
            return fail(u"Expecting value"_s, start);
        // What does not belong to the number is left for the caller to complain about.
        qsizetype end = m_place;
        if (take(U'.') && takeDigits() > 0)
            end = m_place;
        m_place = end;
        if (take(U'e') || take(U'E')) {
            if (!take(U'+'))
                take(U'-');
            if (takeDigits() > 0)
                end = m_place;
        }
        m_place = end;
        return true;
    }

    bool string()
    {
        const qsizetype quote = m_place - 1;
        while (m_place < m_text.size()) {
            const char32_t c = m_text.at(m_place);
            if (c == U'"') {
                ++m_place;
                return true;
            }
            if (c < U' ')
                return fail(u"Invalid control character at"_s);
            ++m_place;
            if (c == U'\\' && m_place < m_text.size() && !escape())
                return false;
        }
        return fail(u"Unterminated string starting at"_s, quote);
    }

    bool escape()
    {
        const char32_t c = m_text.at(m_place++);
        if (c != U'u')
            return QStringView(u"\"\\/bfnrt").contains(QChar(char16_t(c < 0x80 ? c : 0))) ||
                   fail(u"Invalid \\escape"_s, m_place - 2);
        const qsizetype start = m_place;
        while (m_place < start + 4 && m_place < m_text.size() && isHex(m_text.at(m_place)))
            ++m_place;
        // Python wants something to follow the last digit.
        return (m_place == start + 4 && m_place < m_text.size()) ||
               fail(u"Invalid \\uXXXX escape"_s, start - 1);
    }

    static bool isHex(char32_t c)
    {
        return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F');
    }

    bool object(int depth)
    {
        skipSpace();
        if (take(U'}'))
            return true;
        while (true) {
            if (!take(U'"'))
                return fail(u"Expecting property name enclosed in double quotes"_s);
            if (!string())
                return false;
            skipSpace();
            if (!take(U':'))
                return fail(u"Expecting ':' delimiter"_s);
            skipSpace();
            if (!value(depth + 1))
                return false;
            skipSpace();
            if (take(U'}'))
                return true;
            if (!take(U','))
                return fail(u"Expecting ',' delimiter"_s);
            skipSpace();
        }
    }

    bool array(int depth)
    {
        skipSpace();
        if (take(U']'))
            return true;
        while (true) {
            if (!value(depth + 1))
                return false;
            skipSpace();
            if (take(U']'))
                return true;
            if (!take(U','))
                return fail(u"Expecting ',' delimiter"_s);
            skipSpace();
        }
    }

    const QList<uint> m_text;
    qsizetype m_place = 0;
    JsonSyntaxError m_error;
};

} // namespace

std::optional<JsonSyntaxError> findJsonError(const QString &text)
{
    Scanner scanner(text);
    if (scanner.document())
        return std::nullopt;
    return scanner.error();
}

} // namespace litedeck::demo
