// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/SecretStore.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace litedeck {

/// Secrets of this run: for the embedded gateway and for a key given in the environment.
class MemorySecretStore final : public SecretStore
{
public:
    /// The variable that holds the virtual key when there is no keychain.
    static constexpr const char *EnvironmentVariable = "LITEDECK_VIRTUAL_KEY";

    /// `everyProfile` is what profiles without a key of their own read; may be empty.
    explicit MemorySecretStore(const QString &everyProfile = {});

    /// The key in the environment, without white space around it; none when there is no text.
    /// It is taken out of there, since every program that is opened would get it.
    static std::optional<QString> keyFromEnvironment();

    void read(const ProfileId &profile, QObject *context, ReadCallback callback) override;
    void write(const ProfileId &profile, const QString &secret, QObject *context,
               WriteCallback callback) override;
    void remove(const ProfileId &profile, QObject *context, WriteCallback callback) override;

private:
    QString m_everyProfile;
    QHash<ProfileId, QString> m_secrets;
};

} // namespace litedeck
