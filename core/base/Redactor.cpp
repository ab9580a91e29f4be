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

// The mask goes first in the list: a secret such as "redacted" must not be looked for inside masks.
QString withoutSecrets(const QString &text, const QList<QString> &secrets, qsizetype next)
{
    while (next < secrets.size() && !text.contains(secrets[next]))
        ++next;
    if (next == secrets.size())
        return text;
    QStringList parts = text.split(secrets[next]);
    for (QString &part : parts)
        part = withoutSecrets(part, secrets, next + 1);
    return parts.join(Redactor::Mask);
}

QString withLowerHex(QString percentEncoded)
{
    for (qsizetype at = percentEncoded.indexOf(u'%'); at >= 0;
         at = percentEncoded.indexOf(u'%', at + 3)) {
        for (qsizetype digit = at + 1; digit < qMin(at + 3, percentEncoded.size()); ++digit)
            percentEncoded[digit] = percentEncoded.at(digit).toLower();
    }
    return percentEncoded;
}

QString jsonEscaped(const QString &secret)
{
    const QByteArray array = QJsonDocument(QJsonArray{secret}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(2, array.size() - 4));
}

// Every pattern is linear: what repeats is possessive, short, or bounded by what cannot repeat.
// What is masked is all of the match that follows \K. A masked text stays as it is, since no value
// begins with the mask's bracket.
QList<QRegularExpression> secretShapes()
{
    // A key may follow an escape ("\nsk-…", "%20sk-…"), but not another letter ("task-force").
    const QString start =
        uR"((?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2})|(?<=\\[nrtbf])|(?<=\\u[0-9A-Fa-f]{4})))"_s;
    const QString keyNames =
        uR"((?:(?:virtual|api|access|secret|private|auth|refresh|subscription|provider|master)[_\- ]?(?:key|token)|x-(?:[a-z]{1,20}-){0,3}(?:key|token)|(?:client[_\-])?secret|password|passwd))"_s;
    // Quotes may be escaped any number of times, as in JSON inside JSON.
    const QString quote = uR"((?:\\{0,8}["'`]|%22|&quot;))"_s;
    const QString separator = uR"(?(?:\s|%20){0,4}(?::|=|%3A|%3D)(?:\s|%20){0,4})"_s;
    const QString notSet = uR"((?!none\b|null\b|true\b|false\b))"_s;
    const QString value = uR"([^\s"'`,;&<>{}()\[\]\\])"_s;
    const QStringList patterns = {
        // Keys that are known by their first letters; the vendors' documented forms.
        start + uR"((?:sk-|[srp]k_(?:live|test)_)[A-Za-z0-9_*\-]{4,})"_s,
        start + uR"((?:AIza[0-9A-Za-z_\-]{8,}|ya29\.[0-9A-Za-z_\-.]{8,}|A[KS]IA[0-9A-Z]{12,}))"_s,
        start +
            uR"((?:(?:gsk|fw|r8|tgp_v1|gh[pos]|github_pat|hf)_|(?:nvapi|pplx|xai|csk)-)(?=[A-Za-z]{0,64}[0-9]|[A-Za-z0-9]{16})[A-Za-z0-9]{8,}[A-Za-z0-9_\-]*)"_s,
        start + uR"(eyJ[A-Za-z0-9_\-]{6,}\.[A-Za-z0-9_\-]{2,}(?:\.[A-Za-z0-9_\-]*)?)"_s,
        // Authorization: <scheme> <value>, in headers, JSON, Python and shell commands.
        uR"((?i)\bauthorization)"_s + quote + separator + quote +
            uR"(?(?:(?:bearer|basic|token|digest|apikey)(?:\s|%20|\+){1,4})?+\K)"_s + value +
            u"{4,}"_s,
        uR"((?i)\bbearer(?:\s|%20|\+){1,4}\K(?=[a-z._~\-]{0,64}[0-9+/=]|[a-z._~\-]{20}))"_s +
            value + u"{6,}"_s,
        // Named members: "api_key": "…", 'virtual_key': '…', x-api-key: …, API_KEY=….
        uR"((?i)(?<![a-z0-9]))"_s + keyNames + quote + separator + u"[bu]?"_s + quote +
            uR"(\K(?!\[redacted\])[^"'`\\\r\n]++)"_s,
        uR"((?i)(?<![a-z0-9]))"_s + keyNames + quote + uR"(?\s{0,4}(?::|%3A)\s{0,4}\K)"_s + notSet +
            value + u"{6,}"_s,
        uR"((?i)(?<![a-z0-9]))"_s + keyNames + uR"(\s{0,4}(?:=|%3D)\s{0,4}\K)"_s + notSet + value +
            u"{4,}"_s,
        // Parameters of an address; elsewhere "key=" only before what is long enough for one.
        uR"((?i)(?:[?&]|%3F|%26)(?:[a-z]{1,12}[_\-])?(?:key|token|apikey|auth|sig|signature|secret|password)(?:=|%3D)\K)"_s +
            value + u"+"_s,
        uR"((?i)(?<![a-z0-9_])(?:key|token|apikey|signature)(?:=|%3D)\K)"_s + notSet + value +
            u"{6,}"_s,
        // User and password in an address, and curl's -u.
        uR"((?i)://\K[^\s"'`/@:\[\]]{1,128}+:[^\s"'`/@\[\]]{1,256}+(?=@))"_s,
        uR"((?i)(?<![a-z0-9\-])(?:-u|--user)(?:\s{1,4}|=)["']?\K[^\s"'`:\[\]]{1,128}+:[^\s"'`\[\]]+)"_s,
    };
    QList<QRegularExpression> shapes;
    for (const QString &pattern : patterns)
        shapes.append(QRegularExpression(pattern));
    return shapes;
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
    const QString percent = QString::fromLatin1(QUrl::toPercentEncoding(secret));
    QString slashes = jsonEscaped(secret);
    slashes.replace(u'/', u"\\/"_s);
    QString python = secret;
    python.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    for (const QString &form : {secret, percent, withLowerHex(percent), jsonEscaped(secret),
                                slashes, python, secret.toHtmlEscaped()}) {
        if (!m_secrets.contains(form))
            m_secrets.append(form);
    }
    // A secret that begins another one must not leave the other's rest behind.
    std::stable_sort(m_secrets.begin(), m_secrets.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redactor::redact(const QString &text) const
{
    static const QList<QRegularExpression> shapes = secretShapes();
    QString result = withoutLoneSurrogates(text);
    if (!m_secrets.isEmpty())
        result = withoutSecrets(result, QList<QString>{Mask.toString()} + m_secrets, 0);
    for (const QRegularExpression &shape : shapes)
        result.replace(shape, Mask.toString());
    return result;
}

} // namespace litedeck
