// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <algorithm>

namespace litedeck {

/// Reads a text from one place on.
class TextCursor
{
public:
    TextCursor(QStringView text, qsizetype at)
        : m_text(text)
        , m_at(at)
    {}

    qsizetype at() const { return m_at; }
    void moveTo(qsizetype at) { m_at = at; }
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    QStringView rest() const { return m_text.sliced(std::min(m_at, m_text.size())); }

    bool take(QStringView word)
    {
        if (!rest().startsWith(word, Qt::CaseInsensitive))
            return false;
        m_at += word.size();
        return true;
    }

    qsizetype takeSpaces()
    {
        constexpr qsizetype MostSpaces = 16;
        qsizetype spaces = 0;
        for (; spaces < MostSpaces; ++spaces) {
            if (peek() == u' ' || peek() == u'\t')
                ++m_at;
            else if (!take(u"%20"))
                break;
        }
        return spaces;
    }

    /// A quote, escaped any number of times as in JSON inside JSON; empty where there is none.
    QStringView takeQuote()
    {
        const qsizetype start = m_at;
        while (m_at - start < 8 && peek() == u'\\')
            ++m_at;
        if (peek() == u'"' || peek() == u'\'' || peek() == u'`') {
            ++m_at;
        } else {
            m_at = start;
            static_cast<void>(take(u"%22") || take(u"%27") || take(u"&quot;") || take(u"&#39;") ||
                              take(u"&#x27;"));
        }
        return m_text.sliced(start, m_at - start);
    }

private:
    QStringView m_text;
    qsizetype m_at;
};

} // namespace litedeck
