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

/// One form that secrets take.
struct SecretShape
{
    QStringList markers; ///< One of them, in any case, stands in every text with such a secret.
    QRegularExpression pattern;
};

// Every pattern is linear: what repeats is possessive, short, or bounded by what cannot repeat.
// What is masked is all of the match that follows \K. A masked text stays as it is, since no value
// begins with the mask's bracket.
QList<SecretShape> keyShapes()
{
    // A key may follow an escape ("\nsk-…", "%20sk-…"), but not another letter ("task-force").
    const QString escape = uR"((?<=%[0-9A-Fa-f]{2})|(?<=\\[nrtbf])|(?<=\\u[0-9A-Fa-f]{4}))"_s;
    const QString start = u"(?:(?<![A-Za-z0-9])|"_s + escape + u")"_s;
    const QString tokenStart = uR"((?:(?<![A-Za-z0-9_\-])|)"_s + escape + u")"_s;
    const auto shape = [](const QStringList &markers, const QString &pattern) {
        return SecretShape{markers, QRegularExpression(pattern)};
    };
    // The vendors' documented forms.
    return {
        shape({u"sk-"_s, u"_live_"_s, u"_test_"_s},
              start + uR"((?:sk-|[srp]k_(?:live|test)_)[A-Za-z0-9_*\-]{4,})"_s),
        shape({u"aiza"_s, u"ya29."_s}, start + uR"((?:AIza|ya29\.)[0-9A-Za-z_\-.]{8,})"_s),
        shape({u"akia"_s, u"asia"_s}, start + u"A[KS]IA[0-9A-Z]{12,}"_s),
        shape({u"gsk_"_s, u"fw_"_s, u"hf_"_s, u"r8_"_s, u"tgp_"_s, u"ghp_"_s, u"gho_"_s, u"ghs_"_s,
               u"xai-"_s, u"csk-"_s, u"pplx-"_s, u"nvapi-"_s},
              start +
                  uR"((?:(?:gsk|fw|hf|r8|tgp_v1|gh[pos])_|(?:xai|csk|pplx|nvapi)-))"
                  uR"((?=[A-Za-z]{0,64}[0-9]|[A-Za-z0-9]{16})[A-Za-z0-9]{8,}[A-Za-z0-9_\-]*)"_s),
        shape({u"eyj"_s},
              tokenStart +
                  uR"(eyJ[A-Za-z0-9_\-]{6,}+\.[A-Za-z0-9_\-]{2,}+(?:\.[A-Za-z0-9_\-]*)?)"_s),
    };
}

QList<SecretShape> namedValueShapes()
{
    const QString names =
        uR"((?<![a-z0-9])(?:(?:virtual|api|access|secret|private|auth|refresh|subscription|provider|)"
        uR"(master)[_\- ]?(?:key|token)|x-(?:[a-z]{1,20}-){0,3}(?:key|token)|)"
        uR"((?:client[_\-])?secret|password|passwd))"_s;
    // Quotes may be escaped any number of times, as in JSON inside JSON.
    const QString quote = uR"((?:\\{0,8}["'`]|%22|&quot;))"_s;
    const QString maybeQuote = quote + u"?"_s;
    const QString separator = uR"((?:\s|%20){0,4}(?::|=|%3A|%3D)(?:\s|%20){0,4})"_s;
    const QString schemes = uR"((?:(?:bearer|basic|token|digest|apikey)(?:\s|%20|\+){1,4})?+)"_s;
    const QString notSet = uR"((?!none\b|null\b|true\b|false\b))"_s;
    const QString value = uR"([^\s"'`,;&<>{}()\[\]\\])"_s;
    const auto shape = [](const QStringList &markers, const QString &pattern) {
        return SecretShape{markers, QRegularExpression(u"(?i)"_s + pattern)};
    };
    const QStringList separators = {u"="_s, u":"_s, u"%3"_s};
    return {
        // Authorization: <scheme> <value>, in headers, JSON, Python and shell commands.
        shape({u"authorization"_s}, u"\\bauthorization"_s + maybeQuote + separator + maybeQuote +
                                        schemes + u"\\K"_s + value + u"{4,}"_s),
        shape({u"bearer"_s},
              uR"(\bbearer(?:\s|%20|\+){1,4}\K(?=[a-z._~\-]{0,64}[0-9+/=]|[a-z._~\-]{20}))"_s +
                  value + u"{6,}"_s),
        // "api_key": "…", 'virtual_key': '…', x-api-key: …, API_KEY=….
        shape(separators, names + quote + separator + u"[bu]?"_s + quote +
                              uR"(\K(?!\[redacted\])[^"'`\\\r\n]++)"_s),
        shape(separators,
              names + maybeQuote + uR"(\s{0,4}(?::|%3A)\s{0,4}\K)"_s + notSet + value + u"{6,}"_s),
        shape(separators, names + uR"(\s{0,4}(?:=|%3D)\s{0,4}\K)"_s + notSet + value + u"{4,}"_s),
        // Parameters of an address; elsewhere "key=" only before what is long enough for one.
        shape({u"="_s, u"%3d"_s},
              uR"((?:[?&]|%3F|%26)(?:[a-z]{1,12}[_\-])?(?:key|token|apikey|auth|sig|signature|)"
              uR"(secret|password)(?:=|%3D)\K)"_s +
                  value + u"+"_s),
        shape({u"="_s, u"%3d"_s}, uR"((?<![a-z0-9_])(?:key|token|apikey|signature)(?:=|%3D)\K)"_s +
                                      notSet + value + u"{6,}"_s),
        // User and password in an address, and curl's -u.
        shape({u"://"_s}, uR"(://\K[^\s"'`/@:\[\]]{1,128}+:[^\s"'`/@\[\]]{1,256}+(?=@))"_s),
        shape({u"-u"_s}, uR"((?<![a-z0-9\-])(?:-u|--user)(?:\s{1,4}|=)["']?\K)"
                         uR"([^\s"'`:\[\]]{1,128}+:[^\s"'`\[\]]+)"_s),
    };
}

} // namespace

Redactor::Redactor(const QList<QString> &liveSecrets)
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
    static const QList<SecretShape> shapes = keyShapes() + namedValueShapes();
    QString result = withoutLoneSurrogates(text);
    if (!m_secrets.isEmpty())
        result = withoutSecrets(result, QList<QString>{Mask.toString()} + m_secrets, 0);
    const QString lower = result.toLower();
    for (const SecretShape &shape : shapes) {
        if (std::any_of(shape.markers.cbegin(), shape.markers.cend(),
                        [&lower](const QString &marker) { return lower.contains(marker); }))
            result.replace(shape.pattern, Mask.toString());
    }
    return result;
}

} // namespace litedeck
