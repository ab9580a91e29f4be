// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace litedeck {

/// A text whose secrets are being found. What was found is blotted out, so that whoever looks next
/// sees the same as in a text that was redacted before: this is why redacting twice changes
/// nothing.
class Masking
{
public:
    static constexpr QChar Blot = QChar(u'\ufdd0'); ///< No character: it stands in no text.

    struct Range
    {
        qsizetype from = 0;
        qsizetype to = 0; ///< Behind the last character.
        bool isNew = true;
    };

    explicit Masking(const QString &text)
        : m_text(text)
    {
        // Views of it stay good while it is blotted.
        m_text.detach();
    }

    QStringView text() const { return m_text; }
    const QList<Range> &ranges() const { return m_ranges; }

    /// Blots out what stands from `from` to before `to`. `isNew` is false for a mask of before.
    void mask(qsizetype from, qsizetype to, bool isNew = true)
    {
        for (qsizetype i = from; i < to; ++i)
            m_text[i] = Blot;
        m_ranges.append({from, to, isNew});
    }

private:
    QString m_text;
    QList<Range> m_ranges;
};

/// Masks what is a key by its looks, whatever stands around it: the vendors' prefixes followed by
/// what is drawn by lot, JSON Web Tokens, private keys in PEM. `sk-learn-extra` and `sk-1234` stay.
void maskKeyShapes(Masking &masking);

/// Masks the user and the password of addresses, but no port: `redis://:pw@host`.
void maskAddressPasswords(Masking &masking);

/// Masks the values whose name says that they are secret (`api_key: …`, `PASSWORD=…`,
/// `('Authorization', 'Bearer …')`, `<password>…`), unless they look like code, a placeholder, a
/// type or a sentence: `api_key=os.environ["X"]`, `password: must be long`, `key=lambda p: p.age`
/// stay.
void maskNamedSecrets(Masking &masking);

} // namespace litedeck
