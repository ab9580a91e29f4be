// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/MemorySecretStore.h"

#include "core/base/Background.h"

namespace litedeck {

std::optional<QString> MemorySecretStore::keyFromEnvironment()
{
    const QString key = qEnvironmentVariable(EnvironmentVariable).trimmed();
    qunsetenv(EnvironmentVariable);
    return key.isEmpty() ? std::nullopt : std::optional(key);
}

void MemorySecretStore::read(const ProfileId &profile, QObject *context, ReadCallback callback)
{
    const QString secret = m_secrets.value(profile);
    Expected<QString, SecretError> result = secret;
    if (secret.isEmpty())
        result = Unexpected{SecretError{SecretErrorKind::NotFound, {}}};
    later(context, [callback = std::move(callback), result] { callback(result); });
}

void MemorySecretStore::write(const ProfileId &profile, const QString &secret, QObject *context,
                              WriteCallback callback)
{
    m_secrets.insert(profile, secret);
    later(context, [callback = std::move(callback)] { callback(SecretPlace::ThisRun); });
}

void MemorySecretStore::remove(const ProfileId &profile, QObject *context, WriteCallback callback)
{
    m_secrets.remove(profile);
    later(context, [callback = std::move(callback)] { callback(SecretPlace::ThisRun); });
}

} // namespace litedeck
