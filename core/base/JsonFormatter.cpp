// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonFormatter.h"

#include <algorithm>

namespace litedeck {

namespace {

constexpr int Indent = 2;

/// Deeper nesting moves in no further.
constexpr int DeepestIndent = 20;

} // namespace

QString JsonFormatter::feed(QStringView piece, qsizetype &read)
{
    QString out;
    for (read = 0; read < piece.size() && !isComplete(); ++read)
        take(piece[read], out);
    return out;
}

void JsonFormatter::take(QChar c, QString &out)
{
    if (m_inString) {
        // A line may not end inside a string; where it does, the text is at fault.
        out += c == u'\n' || c == u'\r' ? QChar(u' ') : c;
        if (!m_escaped && c == u'"')
            m_inString = false;
        m_escaped = !m_escaped && c == u'\\';
        return;
    }
    if (c.isSpace())
        return;
    const bool closes = c == u'}' || c == u']';
    if (closes) {
        m_depth = std::max(0, m_depth - 1);
        if (!m_justOpened)
            newLine(out);
    } else if (m_justOpened) {
        newLine(out);
    }
    m_justOpened = false;
    out += c;
    if (c == u'{' || c == u'[') {
        m_started = true;
        m_justOpened = true;
        ++m_depth;
    } else if (c == u'"') {
        m_inString = true;
    } else if (c == u',') {
        newLine(out);
    } else if (c == u':') {
        out += u' ';
    }
}

void JsonFormatter::newLine(QString &out) const
{
    out += u'\n';
    out += QString(Indent * std::min(m_depth, DeepestIndent), u' ');
}

} // namespace litedeck
