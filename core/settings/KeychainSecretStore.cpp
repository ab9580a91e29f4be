// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/KeychainSecretStore.h"

#include "core/base/Background.h"

#include <optional>

#include <qt6keychain/keychain.h>

namespace litedeck {

namespace {

SecretErrorKind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return SecretErrorKind::NotFound;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return SecretErrorKind::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return SecretErrorKind::NoService;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return SecretErrorKind::Other;
}

std::optional<SecretError> errorOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return std::nullopt;
    return SecretError{kindOf(job.error()), job.errorString()};
}

} // namespace

void KeychainSecretStore::read(const ProfileId &profile, QObject *context, ReadCallback callback)
{
    if (const auto kept = m_thisRun.constFind(profile); kept != m_thisRun.cend()) {
        later(context, [callback = std::move(callback), secret = *kept] { callback(secret); });
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(Service, this);
    start(job, profile, context, [job, callback = std::move(callback)] {
        if (auto error = errorOf(*job))
            callback(Unexpected{*error});
        else
            callback(job->textData());
    });
}

void KeychainSecretStore::write(const ProfileId &profile, const QString &secret, QObject *context,
                                WriteCallback callback)
{
    // Readable at once, and for the rest of the run when the keychain does not take it.
    m_thisRun.insert(profile, secret);
    auto *job = new QKeychain::WritePasswordJob(Service, this);
    job->setTextData(secret);
    start(job, profile, context, [this, job, profile, secret, callback = std::move(callback)] {
        if (auto error = errorOf(*job)) {
            callback(Unexpected{*error});
            return;
        }
        if (m_thisRun.value(profile) == secret)
            m_thisRun.remove(profile);
        callback(SecretPlace::Keychain);
    });
}

void KeychainSecretStore::remove(const ProfileId &profile, QObject *context, WriteCallback callback)
{
    m_thisRun.remove(profile);
    auto *job = new QKeychain::DeletePasswordJob(Service, this);
    start(job, profile, context, [job, callback = std::move(callback)] {
        const auto error = errorOf(*job);
        if (error && error->kind != SecretErrorKind::NotFound)
            callback(Unexpected{*error});
        else
            callback(SecretPlace::Keychain);
    });
}

template <typename Callback>
void KeychainSecretStore::start(QKeychain::Job *job, const ProfileId &profile, QObject *context,
                                Callback callback)
{
    job->setKey(profile.value);
    job->setInsecureFallback(false);
    // The job is a child of the store: neither it nor the callback outlives the store.
    connect(job, &QKeychain::Job::finished, context, std::move(callback));
    job->start();
}

} // namespace litedeck
