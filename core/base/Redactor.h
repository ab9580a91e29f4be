// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace litedeck {

/// A text without its secrets, and how many were taken out.
struct Redacted
{
    QString text;
    qsizetype count = 0;

    friend bool operator==(const Redacted &, const Redacted &) = default;
};

/// Takes secrets out of any text before it is shown, copied, logged, exported or stored.
///
/// Removes the live keys it was told of in whatever form they stand, what is a key by its looks
/// (maskKeyShapes()), passwords in addresses, and values that a secret's name stands before and
/// that look like one (maskNamedSecrets()). Code, placeholders and sentences stay as they are.
/// Doing it twice is doing it once; the time grows with the length of the text only.
class Redactor
{
public:
    static constexpr QStringView Mask = u"[redacted]";

    Redactor() = default;
    /// `liveSecrets`: exact texts to remove wherever they stand; shorter than 4 characters are
    /// ignored, since removing them would destroy the text.
    explicit Redactor(const QList<QString> &liveSecrets);

    void addSecret(const QString &secret);

    /// One that removes the live keys only: for what the user keeps for himself.
    Redactor ofLiveSecrets() const;

    Redacted redacted(const QString &text) const;
    QString redact(const QString &text) const { return redacted(text).text; }

    /// A value that stands beside its name, as in a table.
    QString redactValue(const QString &name, const QString &value) const;
    /// All texts in it, and the names of its members.
    QJsonObject redact(const QJsonObject &object) const;

private:
    friend class Redaction;

    Redacted redactedValue(const QString &name, const QString &value) const;
    QJsonValue redactedValue(const QString &name, const QJsonValue &value, qsizetype &count) const;
    QJsonObject redactedObject(const QJsonObject &object, qsizetype &count) const;

    QList<QString> m_secrets;
    bool m_isForLiveSecretsOnly = false;
};

/// Takes secrets out of one part of a document after the other and adds up how many they were.
class Redaction
{
public:
    explicit Redaction(const Redactor &redactor)
        : m_redactor(redactor)
    {}

    QString text(const QString &text);
    QJsonObject object(const QJsonObject &object);
    qsizetype count() const { return m_count; }

private:
    Redactor m_redactor;
    qsizetype m_count = 0;
};

} // namespace litedeck
