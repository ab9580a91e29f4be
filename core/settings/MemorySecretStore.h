// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SecretStore.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace litedeck {

/// Secrets that are gone with the program, and the key that it was given in the environment.
class MemorySecretStore final : public SecretStore
{
public:
    /// The variable that holds the virtual key when there is no keychain.
    static constexpr const char *EnvironmentVariable = "LITEDECK_VIRTUAL_KEY";

    /// The key in the environment, without white space around it; none when there is no text.
    /// It is taken out of there, since every program that is opened would get it.
    static std::optional<QString> keyFromEnvironment();

    void read(const ProfileId &profile, QObject *context, ReadCallback callback) override;
    void write(const ProfileId &profile, const QString &secret, QObject *context,
               WriteCallback callback) override;
    void remove(const ProfileId &profile, QObject *context, WriteCallback callback) override;

private:
    QHash<ProfileId, QString> m_secrets;
};

} // namespace litedeck
