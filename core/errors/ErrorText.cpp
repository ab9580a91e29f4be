// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/ErrorText.h"

#include "core/errors/ExceptionName.h"
#include "core/errors/LooseValue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxBytes = 64 * 1024;
constexpr qsizetype MaxPlainHead = 16 * 1024;
constexpr qsizetype MaxPlainTail = 4 * 1024;
constexpr int MaxDepth = 8;
constexpr int MaxCandidates = 8;
constexpr int MaxFields = 256;
constexpr qsizetype MaxValue = 256;

// A lone surrogate makes QRegularExpression refuse the whole text.
QString withoutLoneSurrogates(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        const bool pair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QString decode(const QByteArray &body)
{
    QString text = QString::fromUtf8(QByteArrayView(body).first(qMin(body.size(), MaxBytes)));
    text.replace(QChar::Null, QChar::ReplacementCharacter);
    return withoutLoneSurrogates(std::move(text));
}

QString scalarText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return {};
}

class Unwrapper
{
public:
    explicit Unwrapper(ErrorText &result)
        : m_result(result)
    {}

    QString unwrap(const QString &text, int depth)
    {
        if (depth < MaxDepth) {
            int candidates = 0;
            qsizetype at = text.indexOf(u'{');
            while (at >= 0 && candidates++ < MaxCandidates) {
                const QJsonObject found = readLooseObject(text, at);
                if (isEnvelope(found)) {
                    noteShape(found);
                    collectFields(found, 0);
                    const QString inner = messageOf(found);
                    return inner.trimmed().isEmpty() ? stripped(text.first(at))
                                                     : unwrap(inner, depth + 1);
                }
                at = text.indexOf(u'{', at + 1);
            }
        }
        return stripped(text);
    }

private:
    static bool isEnvelope(const QJsonObject &object)
    {
        static const QStringList names = {u"error"_s,        u"errors"_s,  u"detail"_s,
                                          u"message"_s,      u"Message"_s, u"msg"_s,
                                          u"error_message"_s};
        // Problem details (RFC 9457) need no more than a title and a status.
        return std::any_of(names.cbegin(), names.cend(),
                           [&object](const QString &name) { return object.contains(name); }) ||
               (object.contains("title"_L1) && object.contains("status"_L1));
    }

    static QString stripped(const QString &text) { return withoutExceptionPrefix(text).trimmed(); }

    void noteShape(const QJsonObject &object)
    {
        m_result.hasEnvelope = true;
        if (object["type"_L1].toString() == "error"_L1 &&
            object["error"_L1].toObject().contains("type"_L1))
            m_result.isAnthropic = true;
    }

    // The request itself may be echoed (pydantic's "input"); nothing in it says what went wrong.
    // Scalars go before what is nested, so that the innermost is always the last.
    void collectFields(const QJsonObject &object, int depth)
    {
        if (depth > MaxDepth)
            return;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString text = scalarText(*it);
            if (!text.isEmpty() && text.size() < MaxValue && m_result.fields.size() < MaxFields)
                m_result.fields.append({it.key().toLower(), text});
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == "input"_L1 || it.key() == "ctx"_L1)
                continue;
            if (it->isObject())
                collectFields(it->toObject(), depth + 1);
            else if (it->isArray())
                collectArray(it->toArray(), depth + 1);
        }
    }

    void collectArray(const QJsonArray &array, int depth)
    {
        for (const QJsonValue &entry : array) {
            if (entry.isObject())
                collectFields(entry.toObject(), depth);
        }
    }

    QString messageOf(const QJsonObject &object)
    {
        // OpenRouter puts the provider's own text there, under "Provider returned error".
        if (const QString raw = object["metadata"_L1]["raw"_L1].toString(); !raw.isEmpty())
            return raw;
        static const QStringList names = {u"error"_s,   u"detail"_s,           u"message"_s,
                                          u"Message"_s, u"error_message"_s,    u"msg"_s,
                                          u"errors"_s,  u"error_description"_s};
        QString best;
        for (const QString &name : names) {
            const QString text = messageIn(object[name]);
            // {"error": "Bad Request", "message": "what exactly"}: the longer text says more.
            if (text.size() > best.size())
                best = text;
            if (object[name].isObject() && !text.isEmpty())
                break;
        }
        return best.isEmpty() ? object["title"_L1].toString() : best;
    }

    QString messageIn(const QJsonValue &value)
    {
        if (value.isString())
            return value.toString();
        if (value.isObject())
            return messageOf(value.toObject());
        if (!value.isArray())
            return {};
        QStringList texts;
        for (const QJsonValue &entry : value.toArray()) {
            const ValidationIssue issue = issueOf(entry.toObject());
            if (!issue.message.isEmpty() && m_result.validation.size() < 64)
                m_result.validation.append(issue);
            const QString text =
                issue.message.isEmpty() ? messageIn(entry) : issue.path + ": "_L1 + issue.message;
            if (!text.isEmpty() && texts.size() < 64)
                texts.append(text);
        }
        return texts.join(u'\n');
    }

    static ValidationIssue issueOf(const QJsonObject &entry)
    {
        if (!entry["loc"_L1].isArray() || !entry["msg"_L1].isString())
            return {};
        QStringList path;
        const QJsonArray location = entry["loc"_L1].toArray();
        for (const QJsonValue &part : location)
            path.append(scalarText(part));
        return {path.join(u'.'), entry["msg"_L1].toString()};
    }

    ErrorText &m_result;
};

// Some servers quote the request in their errors. What somebody asked a model about must not be
// taken for what went wrong.
QString withoutEchoedRequest(QString text)
{
    static const QRegularExpression echoed(
        uR"((\\*["'])(?:content|prompt|inputs?|failed_generation)\1 ?: ?(\\*["']).*?(?<!\\)\2)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return text.remove(echoed);
}

QString withoutQuotes(QStringView text)
{
    static const QRegularExpression escapedSpace(uR"(\\+[nrt])"_s);
    static const QRegularExpression quotes(uR"(["'`\\])"_s);
    QString plain = text.toString();
    return plain.replace(escapedSpace, u" "_s).remove(quotes);
}

bool looksLikeHtml(QStringView text)
{
    static const QRegularExpression start(
        uR"(^\s*(?:<!doctype html|<html|<head|<body|<title|<h1|<center))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return start.match(text.first(qMin<qsizetype>(text.size(), 1024)).toString()).hasMatch();
}

QString htmlHeading(const QString &html)
{
    static const QRegularExpression heading(uR"(<(title|h1)[^>]{0,200}>([^<]{1,300})<)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString found = heading.match(html).captured(2).simplified();
    return found.isEmpty() ? u"HTML page"_s : found;
}

} // namespace

QString ErrorText::field(QStringView name) const
{
    for (auto it = fields.crbegin(); it != fields.crend(); ++it) {
        if (it->first == name)
            return it->second;
    }
    return {};
}

bool ErrorText::hasMember(QLatin1StringView value) const
{
    if (std::any_of(fields.cbegin(), fields.cend(),
                    [value](const auto &field) { return field.second == value; }))
        return true;
    static const auto names = {"type: "_L1, "type:"_L1, "code: "_L1, "code:"_L1};
    return std::any_of(names.begin(), names.end(), [this, value](QLatin1StringView name) {
        return plain.contains(name + value);
    });
}

ErrorText readErrorText(const QByteArray &body)
{
    ErrorText result;
    result.text = decode(body);
    if (looksLikeHtml(result.text)) {
        result.isHtml = true;
        // A page says nothing that its status does not; its words may be about anything.
        result.message = htmlHeading(result.text);
    } else {
        result.message = withoutLoneSurrogates(Unwrapper(result).unwrap(result.text, 0));
        if (looksLikeHtml(result.message))
            result.message = htmlHeading(result.message);
        else if (result.message.isEmpty())
            result.message = result.text.trimmed();
        // The fallback's own failures follow there and must not be taken for the cause.
        const QString cause = withoutRouterTail(result.text);
        QString plain = cause.first(qMin(cause.size(), MaxPlainHead));
        if (cause.size() > MaxPlainHead)
            plain += u'\n' + cause.last(qMin(cause.size() - MaxPlainHead, MaxPlainTail));
        plain += u'\n' + result.message.first(qMin(result.message.size(), MaxPlainTail));
        result.plain = withoutQuotes(withoutEchoedRequest(plain));
    }
    result.plainLower = result.plain.toLower();
    return result;
}

} // namespace litedeck
