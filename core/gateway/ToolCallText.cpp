// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/ToolCallText.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

} // namespace

QString ToolCallText::feed(const QList<ToolCallPiece> &pieces, bool hasText)
{
    QString text;
    for (const ToolCallPiece &piece : pieces) {
        if (!piece.name.isEmpty())
            m_names.insert(piece.call, piece.name);
        if (m_open != piece.call || piece.isWhole) {
            text += close();
            text += open(piece, hasText || !text.isEmpty());
        }
        m_hasArguments = m_hasArguments || !piece.arguments.isEmpty();
        text += write(piece.arguments);
        if (piece.isWhole)
            text += close();
    }
    return text;
}

QString ToolCallText::open(const ToolCallPiece &piece, bool hasText)
{
    m_open = piece.call;
    m_formatter = {};
    m_hasArguments = false;
    return (hasText ? u"\n\n```json\n"_s : u"```json\n"_s) +
           write(u"{\"tool_call\":%1,\"arguments\":"_s.arg(quoted(m_names.value(piece.call))));
}

QString ToolCallText::close()
{
    if (!m_open)
        return {};
    m_open.reset();
    return write(m_hasArguments ? u"}"_s : u"{}}"_s) + u"\n```\n\n"_s;
}

QString ToolCallText::write(const QString &json)
{
    qsizetype read = 0;
    const QString formatted = m_formatter.feed(json, read);
    // What comes after a bracket too many is no JSON, but it is not thrown away.
    return formatted + json.sliced(read);
}

} // namespace litedeck
