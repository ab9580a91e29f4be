// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <utility>

namespace litedeck {

/// Makes one text of many pieces. Those that come in UTF-8 are converted together, which takes half
/// the time of one after the other.
class TextJoiner
{
public:
    bool isEmpty() const { return m_text.isEmpty() && m_utf8.empty(); }

    /// A valid piece that does not begin with a byte order mark, which would be lost.
    void add(QByteArrayView utf8) { m_utf8.append(utf8.begin(), utf8.end()); }
    void add(const QString &text)
    {
        if (!text.isEmpty()) {
            convert();
            m_text += text;
        }
    }

    /// All of it, after which it starts again.
    QString take()
    {
        convert();
        return std::exchange(m_text, {});
    }

private:
    void convert()
    {
        m_text += QString::fromUtf8(m_utf8);
        m_utf8.clear();
    }

    QString m_text;
    std::string m_utf8; ///< Follows m_text.
};

} // namespace litedeck
