// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/LooseValue.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QString>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxDepth = 32;
constexpr int MaxValues = 4096;

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

class Reader
{
public:
    Reader(QStringView text, qsizetype begin)
        : m_text(text)
        , m_at(begin)
    {}

    QJsonObject readObject(int depth)
    {
        QJsonObject object;
        ++m_at;
        while (!atEnd()) {
            skipUntilMember(u'}');
            if (atEnd() || take(u'}'))
                break;
            const QString key = readString();
            skipSpace();
            if (take(u':'))
                object.insert(key, readValue(depth + 1));
        }
        return object;
    }

private:
    bool atEnd() const { return m_at >= m_text.size() || m_values > MaxValues; }
    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }
    bool take(QChar c)
    {
        if (atEnd() || peek() != c)
            return false;
        ++m_at;
        return true;
    }
    void skipSpace()
    {
        while (m_at < m_text.size() && peek().isSpace())
            ++m_at;
    }
    bool isStringStart() const
    {
        return isQuote(peek()) || ((peek() == u'b' || peek() == u'u') && isQuote(peek(1)));
    }
    // People paste payloads with an ellipsis in place of members; go on with the next member.
    void skipUntilMember(QChar closing)
    {
        while (!atEnd() && peek() != closing && !isStringStart())
            ++m_at;
    }

    QJsonValue readValue(int depth)
    {
        skipSpace();
        ++m_values;
        if (atEnd())
            return QJsonValue::Null;
        const QChar c = peek();
        if (depth > MaxDepth) {
            m_at = m_text.size();
            return QJsonValue::Null;
        }
        if (c == u'{')
            return readObject(depth);
        if (c == u'[')
            return readArray(u']', depth);
        if (c == u'(')
            return readArray(u')', depth);
        if (isStringStart())
            return readString();
        return readWord();
    }

    QJsonArray readArray(QChar closing, int depth)
    {
        QJsonArray array;
        ++m_at;
        while (!atEnd()) {
            skipSpace();
            if (take(closing) || peek() == u'}')
                break;
            if (take(u','))
                continue;
            const qsizetype before = m_at;
            array.append(readValue(depth + 1));
            if (m_at == before)
                ++m_at;
        }
        return array;
    }

    QJsonValue readWord()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !QStringView(u",}])").contains(peek()))
            ++m_at;
        const QStringView word = m_text.sliced(begin, m_at - begin).trimmed();
        if (word == u"null" || word == u"None")
            return QJsonValue::Null;
        if (word.compare(u"true", Qt::CaseInsensitive) == 0)
            return true;
        if (word.compare(u"false", Qt::CaseInsensitive) == 0)
            return false;
        bool isNumber = false;
        const double number = word.toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(word.toString());
    }

    QString readString()
    {
        if (!isQuote(peek()))
            ++m_at;
        const QChar quote = peek();
        ++m_at;
        QString result;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at++];
            if (c == quote)
                break;
            if (c == u'\\')
                appendEscape(result);
            else
                result.append(c);
        }
        return result;
    }

    void appendEscape(QString &result)
    {
        const QChar c = peek();
        ++m_at;
        switch (c.unicode()) {
        case u'n':
            result.append(u'\n');
            break;
        case u'r':
            result.append(u'\r');
            break;
        case u't':
            result.append(u'\t');
            break;
        case u'b':
        case u'f':
            result.append(u' ');
            break;
        case u'x':
            appendHex(result, 2);
            break;
        case u'u':
            appendHex(result, 4);
            break;
        default:
            result.append(c);
            break;
        }
    }

    void appendHex(QString &result, qsizetype digits)
    {
        const qsizetype available = qMin(digits, m_text.size() - m_at);
        bool ok = false;
        const ushort code = m_text.sliced(qMin(m_at, m_text.size()), qMax<qsizetype>(available, 0))
                                .toUShort(&ok, 16);
        if (!ok)
            return;
        m_at += available;
        result.append(QChar(code));
    }

    QStringView m_text;
    qsizetype m_at;
    int m_values = 0;
};

} // namespace

QJsonObject readLooseObject(QStringView text, qsizetype begin)
{
    return Reader(text, begin).readObject(0);
}

} // namespace litedeck
