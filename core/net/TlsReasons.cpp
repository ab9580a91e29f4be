// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsReasons.h"

#include <QRegularExpression>
#include <QSslCertificateExtension>

#include <array>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestText = 200;
constexpr qsizetype MostNames = 10;

std::optional<TlsReason> reasonOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::NoError:
        return std::nullopt;
    case QSslError::SelfSignedCertificate:
        return TlsReason::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
        return TlsReason::UntrustedIssuer;
    case QSslError::CertificateExpired:
        return TlsReason::Expired;
    case QSslError::CertificateNotYetValid:
        return TlsReason::NotYetValid;
    case QSslError::HostNameMismatch:
        return TlsReason::WrongHost;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return TlsReason::Revoked;
    // Qt has dozens more, all of which its own words tell best.
    default:
        return TlsReason::Other;
    }
}

QString nameIn(const QStringList &common, const QStringList &organisation)
{
    return (common.isEmpty() ? organisation : common).join(", "_L1).left(LongestText);
}

} // namespace

TlsFailure tlsFailure(const QList<QSslError> &errors, const QSslCertificate &peer)
{
    TlsFailure failure;
    QStringList texts;
    for (const QSslError &error : errors) {
        if (const auto reason = reasonOf(error.error());
            reason && !failure.reasons.contains(*reason))
            failure.reasons += *reason;
        if (!texts.contains(error.errorString()))
            texts += error.errorString();
    }
    // A certificate that vouches for itself has no other issuer to be trusted.
    if (failure.reasons.contains(TlsReason::SelfSigned))
        failure.reasons.removeAll(TlsReason::UntrustedIssuer);
    failure.text = texts.join(u' ').left(LongestText);
    if (peer.isNull())
        return failure;
    failure.subject = nameIn(peer.subjectInfo(QSslCertificate::CommonName),
                             peer.subjectInfo(QSslCertificate::Organization));
    failure.issuer = nameIn(peer.issuerInfo(QSslCertificate::CommonName),
                            peer.issuerInfo(QSslCertificate::Organization));
    failure.names = peer.subjectAlternativeNames().values().mid(0, MostNames);
    failure.validFrom = peer.effectiveDate().toUTC();
    failure.validUntil = peer.expiryDate().toUTC();
    return failure;
}

std::optional<TlsFailure> tlsFailureIn(const QString &libraryText)
{
    // OpenSSL's names of the alerts of RFC 8446, 6, and of its own checks.
    struct Word
    {
        QLatin1StringView pattern;
        TlsReason reason;
    };
    static constexpr std::array Words = {
        Word{"certificate required|peer did not return a certificate|bad certificate"_L1,
             TlsReason::ClientCertificate},
        Word{"protocol version|unsupported protocol|no protocols available|version too low|"
             "no shared cipher|insufficient security|dh key too small"_L1,
             TlsReason::Protocol},
        Word{"handshake failure"_L1, TlsReason::Handshake},
        Word{"wrong version number|http request|packet length too long"_L1, TlsReason::NoTls},
        Word{"ssl handshake|ssl routines|alert"_L1, TlsReason::Other},
    };
    const QString lower = libraryText.toLower();
    for (const Word &word : Words) {
        if (lower.contains(QRegularExpression(word.pattern)))
            return TlsFailure{.reasons = {word.reason}, .text = libraryText.left(LongestText)};
    }
    return std::nullopt;
}

} // namespace litedeck
