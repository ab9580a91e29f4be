// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MinSecret = 4;

// QRegularExpression refuses a whole text for one lone surrogate, which would let every key pass.
QString withoutLoneSurrogates(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

// Removes the mask itself first: a secret such as "redacted" must not be looked for inside masks.
QString withoutSecrets(const QString &text, const QList<QString> &secrets, qsizetype next)
{
    if (next == secrets.size())
        return text;
    if (!text.contains(secrets[next]))
        return withoutSecrets(text, secrets, next + 1);
    QStringList parts = text.split(secrets[next]);
    for (QString &part : parts)
        part = withoutSecrets(part, secrets, next + 1);
    return parts.join(Redactor::Mask);
}

QString jsonEscaped(const QString &secret)
{
    const QByteArray array = QJsonDocument(QJsonArray{secret}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(2, array.size() - 4));
}

} // namespace

Redactor::Redactor(QList<QString> liveSecrets)
{
    for (const QString &secret : liveSecrets)
        addSecret(secret);
}

void Redactor::addSecret(const QString &secret)
{
    if (secret.size() < MinSecret)
        return;
    const QByteArray percent = QUrl::toPercentEncoding(secret);
    QString slashes = jsonEscaped(secret);
    slashes.replace(u'/', u"\\/"_s);
    QString pythonQuoted = secret;
    pythonQuoted.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    for (const QString &form :
         {secret, QString::fromLatin1(percent), QString::fromLatin1(percent.toLower()),
          jsonEscaped(secret), slashes, pythonQuoted, secret.toHtmlEscaped()}) {
        if (!m_secrets.contains(form))
            m_secrets.append(form);
    }
    // A secret that begins another one must not leave the other's rest behind.
    std::stable_sort(m_secrets.begin(), m_secrets.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redactor::redact(const QString &text) const
{
    QString result = withoutLoneSurrogates(text);
    if (!m_secrets.isEmpty())
        result = withoutSecrets(result, QList<QString>{Mask.toString()} + m_secrets, 0);
    static const QRegularExpression keys(u"(?<![A-Za-z0-9])sk-[A-Za-z0-9_*-]{4,}"_s);
    return result.replace(keys, Mask.toString());
}

} // namespace litedeck
