// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Redactor.h"

#include "core/base/Masking.h"
#include "core/base/SecretValue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MinSecret = 4;

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

/// What every Base64 text has in it that has the secret in it, whatever stands before and after.
QStringList base64Forms(const QString &secret)
{
    constexpr qsizetype Shortest = 10;
    QStringList forms;
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        for (int before = 0; before < 3; ++before) {
            const QByteArray bytes = QByteArray(before, ' ') + secret.toUtf8();
            QByteArray form = bytes.toBase64(alphabet | QByteArray::OmitTrailingEquals);
            form.remove(0, before == 0 ? 0 : before + 1);
            if (bytes.size() % 3 != 0)
                form.chop(1);
            if (form.size() >= Shortest)
                forms += QString::fromLatin1(form);
        }
    }
    return forms;
}

QString reversed(QString text)
{
    std::reverse(text.begin(), text.end());
    return text;
}

/// A text without what nobody sees and what would hide a key: characters without width.
struct Visible
{
    QString text;
    std::optional<QList<qsizetype>> places; ///< Where each character stands, if any was left out.

    qsizetype placeOf(qsizetype at) const { return places ? places->at(at) : at; }
};

bool isInvisible(char16_t c)
{
    return (c >= u'\u200b' && c <= u'\u200f') || c == u'\u2060' || c == u'\ufeff' || c == u'\u00ad';
}

/// How much of the text from there on nobody sees; also what JSON and programs write for it.
qsizetype invisibleAt(QStringView text, qsizetype at)
{
    if (isInvisible(text[at].unicode()))
        return 1;
    constexpr qsizetype Escape = 6;
    if (text[at] != u'\\' || at + Escape > text.size() || text[at + 1] != u'u')
        return 0;
    bool isHex = false;
    const int code = text.sliced(at + 2, 4).toInt(&isHex, 16);
    return isHex && isInvisible(char16_t(code)) ? Escape : 0;
}

Visible visibleOf(const QString &text)
{
    Visible visible{text, {}};
    bool hides = false;
    for (qsizetype i = 0; i < text.size() && !hides; ++i)
        hides = invisibleAt(text, i) > 0;
    if (!hides)
        return visible;
    visible.text.clear();
    visible.places.emplace();
    for (qsizetype i = 0; i < text.size();) {
        if (const qsizetype length = invisibleAt(text, i)) {
            i += length;
            continue;
        }
        visible.text += text[i];
        visible.places->append(i++);
    }
    return visible;
}

void maskAll(Masking &masking, QStringView wanted, bool isNew)
{
    const auto find = [&](qsizetype from) {
        return masking.text().indexOf(wanted, from, Qt::CaseInsensitive);
    };
    for (qsizetype at = find(0); at >= 0; at = find(at + wanted.size()))
        masking.mask(at, at + wanted.size(), isNew);
}

/// The text with a mask for each range; those that overlap are one.
Redacted written(const QString &text, const Visible &visible, QList<Masking::Range> ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const auto &a, const auto &b) { return a.from < b.from; });
    Redacted result;
    qsizetype copied = 0;
    for (qsizetype i = 0; i < ranges.size();) {
        Masking::Range range = ranges[i++];
        for (; i < ranges.size() && ranges[i].from < range.to; ++i) {
            range.to = std::max(range.to, ranges[i].to);
            range.isNew = range.isNew || ranges[i].isNew;
        }
        const qsizetype from = visible.placeOf(range.from);
        result.text += QStringView(text).sliced(copied, from - copied);
        result.text += Redactor::Mask;
        copied = visible.placeOf(range.to - 1) + 1;
        result.count += range.isNew ? 1 : 0;
    }
    result.text += QStringView(text).sliced(copied);
    return result;
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
    QStringList forms{secret,  percent, withLowerHex(percent),  jsonEscaped(secret),
                      slashes, python,  secret.toHtmlEscaped(), reversed(secret)};
    forms += base64Forms(secret);
    for (const QString &form : forms) {
        if (!m_secrets.contains(form, Qt::CaseInsensitive))
            m_secrets.append(form);
    }
    // A secret that begins another one must not leave the other's rest behind.
    std::stable_sort(m_secrets.begin(), m_secrets.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

Redactor Redactor::ofLiveSecrets() const
{
    Redactor redactor = *this;
    redactor.m_isForLiveSecretsOnly = true;
    return redactor;
}

Redacted Redactor::redacted(const QString &text) const
{
    const Visible visible = visibleOf(text);
    Masking masking(visible.text);
    maskAll(masking, Mask, false);
    for (const QString &secret : m_secrets)
        maskAll(masking, secret, true);
    if (!m_isForLiveSecretsOnly) {
        maskKeyShapes(masking);
        maskAddressPasswords(masking);
        maskNamedSecrets(masking);
    }
    return masking.ranges().isEmpty() ? Redacted{text, 0}
                                      : written(text, visible, masking.ranges());
}

Redacted Redactor::redactedValue(const QString &name, const QString &value) const
{
    const Redacted clean = redacted(value);
    const NamedValue named{
        .text = clean.text, .naming = namingOf(name, {}), .link = Link::Equals, .isQuoted = true};
    if (m_isForLiveSecretsOnly || clean.text.contains(Mask) || !isSecretValue(named))
        return clean;
    return {Mask.toString(), 1};
}

QJsonValue Redactor::redactedValue(const QString &name, const QJsonValue &value,
                                   qsizetype &count) const
{
    switch (value.type()) {
    case QJsonValue::String: {
        const Redacted clean = redactedValue(name, value.toString());
        count += clean.count;
        return clean.text;
    }
    case QJsonValue::Object:
        return redactedObject(value.toObject(), count);
    case QJsonValue::Array: {
        QJsonArray items;
        for (const QJsonValue item : value.toArray())
            items += redactedValue(name, item, count);
        return items;
    }
    case QJsonValue::Null:
    case QJsonValue::Bool:
    case QJsonValue::Double:
    case QJsonValue::Undefined:
        return value;
    }
    Q_UNREACHABLE();
}

QJsonObject Redactor::redactedObject(const QJsonObject &object, qsizetype &count) const
{
    QJsonObject clean;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Redacted name = redacted(it.key());
        count += name.count;
        clean.insert(name.text, redactedValue(it.key(), it.value(), count));
    }
    return clean;
}

QString Redactor::redactValue(const QString &name, const QString &value) const
{
    return redactedValue(name, value).text;
}

QJsonObject Redactor::redact(const QJsonObject &object) const
{
    qsizetype count = 0;
    return redactedObject(object, count);
}

QString Redaction::text(const QString &text)
{
    const Redacted clean = m_redactor.redacted(text);
    m_count += clean.count;
    return clean.text;
}

QJsonObject Redaction::object(const QJsonObject &object)
{
    return m_redactor.redactedObject(object, m_count);
}

} // namespace litedeck
