// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace litedeck {

/// Bytes with some more behind them that may be read too, for parsers that read whole blocks.
class ReadAheadBuffer
{
public:
    /// So many bytes behind the end of view() can be read; they are NUL.
    static constexpr qsizetype ReadAhead = 64;

    qsizetype size() const { return m_bytes.size() - ReadAhead; }
    bool isEmpty() const { return size() == 0; }
    /// Stays as it is until the buffer changes.
    QByteArrayView view() const { return QByteArrayView(m_bytes).chopped(ReadAhead); }

    void append(QByteArrayView bytes)
    {
        m_bytes.chop(ReadAhead);
        m_bytes.append(bytes).append(ReadAhead, '\0');
    }
    void removeFirst(qsizetype count) { m_bytes.remove(0, count); }
    void clear()
    {
        if (!isEmpty())
            removeFirst(size());
    }

private:
    QByteArray m_bytes{ReadAhead, '\0'};
};

} // namespace litedeck
