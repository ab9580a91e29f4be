// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace litedeck {

/// Takes secrets out of any text before it is shown, copied, logged, exported or stored.
///
/// Removes the live keys it was told of and whatever looks like one: `sk-…` and other providers'
/// key shapes, `key=…` in URLs (the server leaks provider keys in Gemini errors), `Authorization`
/// and `Bearer` values, `virtual_key` and `api_key` fields in JSON or Python text.
class Redactor
{
public:
    static constexpr QStringView Mask = u"[redacted]";

    Redactor() = default;
    /// `liveSecrets`: exact texts to remove wherever they stand; shorter than 4 characters are
    /// ignored, since removing them would destroy the text.
    explicit Redactor(const QList<QString> &liveSecrets);

    void addSecret(const QString &secret);

    QString redact(const QString &text) const;

private:
    QList<QString> m_secrets;
};

} // namespace litedeck
