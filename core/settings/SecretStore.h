// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Expected.h"
#include "core/settings/Profile.h"

#include <QString>

#include <functional>

class QObject;

namespace litedeck {

/// Why a secret could not be read, kept or removed.
enum class SecretErrorKind : quint8 {
    NotFound,  ///< There is none for this profile.
    Denied,    ///< The user or the keychain refused.
    NoService, ///< No keychain service answers; a secret is kept for this run only.
    Other,     ///< The keychain failed; a secret is kept for this run only.
};

/// One failure of a secret store; never contains the secret.
struct SecretError
{
    SecretErrorKind kind = SecretErrorKind::Other;
    QString message; ///< In the keychain's own words.

    friend bool operator==(const SecretError &, const SecretError &) = default;
};

/// Where a secret is now.
enum class SecretPlace : quint8 { Keychain, ThisRun };

/// Keeps the virtual key of each profile.
///
/// Nothing blocks. Each call ends in one callback, after the call has returned, unless the store or
/// `context` is gone by then. A secret is never written in plain text: where it cannot be kept
/// safely, write() fails and the secret is kept for this run only.
class SecretStore
{
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    using ReadCallback = std::function<void(const Expected<QString, SecretError> &)>;
    using WriteCallback = std::function<void(const Expected<SecretPlace, SecretError> &)>;

    SecretStore() = default;
    virtual ~SecretStore() = default;

    virtual void read(const ProfileId &profile, QObject *context, ReadCallback callback) = 0;
    virtual void write(const ProfileId &profile, const QString &secret, QObject *context,
                       WriteCallback callback) = 0;
    /// Forgets the secret; removing one that is not there succeeds.
    virtual void remove(const ProfileId &profile, QObject *context, WriteCallback callback) = 0;
};

} // namespace litedeck
