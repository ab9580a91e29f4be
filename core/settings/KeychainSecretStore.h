// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/SecretStore.h"

#include <QHash>
#include <QObject>

namespace QKeychain {
class Job;
}

namespace litedeck {

/// Secrets in the desktop's keychain, under the service "litedeck" and the profile's id.
///
/// A secret that the keychain does not take stays readable here until the end of the run.
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeychainSecretStore)

public:
    static constexpr QLatin1StringView Service{"litedeck"};

    using QObject::QObject;

    void read(const ProfileId &profile, QObject *context, ReadCallback callback) override;
    void write(const ProfileId &profile, const QString &secret, QObject *context,
               WriteCallback callback) override;
    void remove(const ProfileId &profile, QObject *context, WriteCallback callback) override;

private:
    template <typename Callback>
    void start(QKeychain::Job *job, const ProfileId &profile, QObject *context, Callback callback);

    QHash<ProfileId, QString> m_thisRun;
};

} // namespace litedeck
