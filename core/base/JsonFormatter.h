// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace litedeck {

/// Indents a JSON object or array that arrives in pieces. It looks at brackets and strings only, so
/// that what is cut or faulty is shown too.
class JsonFormatter
{
public:
    /// The next part of the formatted text; `read` tells how much of the piece belongs to the JSON
    /// value, which is less than all of it where the value ends.
    QString feed(QStringView piece, qsizetype &read);

    bool isComplete() const { return m_started && m_depth == 0; }

private:
    void take(QChar c, QString &out);
    void newLine(QString &out) const;

    int m_depth = 0;
    bool m_started = false;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_justOpened = false; ///< Nothing stands between the brackets so far.
};

} // namespace litedeck
