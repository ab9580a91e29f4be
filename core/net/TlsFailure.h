// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StoredName.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace litedeck {

/// Why two sides did not come to a secure connection.
enum class TlsReason : quint8 {
    SelfSigned,      ///< The certificate vouches for itself.
    UntrustedIssuer, ///< Nobody whom this machine trusts has signed it.
    Expired,
    NotYetValid,
    WrongHost, ///< It is for other names than the one that was asked for.
    Revoked,
    Protocol,          ///< No version of TLS, or no strong cipher, in common.
    ClientCertificate, ///< The server wants a certificate of this side.
    Handshake,         ///< The server refused; for either of the two above, without telling which.
    NoTls,             ///< What answered does not speak TLS at all.
    Other,
};

/// What is known of it; a value without a secret.
struct TlsFailure
{
    QList<TlsReason> reasons; ///< Each once; none when the library tells nothing that we know.
    QString text;             ///< The library's own words, in short.
    QString subject;          ///< Whom the certificate names; empty when none came.
    QStringList names;        ///< The hosts that it is for.
    QString issuer;
    QDateTime validFrom; ///< UTC.
    QDateTime validUntil;

    friend bool operator==(const TlsFailure &, const TlsFailure &) = default;
};

template <>
struct StoredNames<TlsReason>
{
    static constexpr auto Otherwise = TlsReason::Other;
    static constexpr StoredName<TlsReason> All[] = {
        {TlsReason::SelfSigned, "self_signed"},
        {TlsReason::UntrustedIssuer, "untrusted_issuer"},
        {TlsReason::Expired, "expired"},
        {TlsReason::NotYetValid, "not_yet_valid"},
        {TlsReason::WrongHost, "wrong_host"},
        {TlsReason::Revoked, "revoked"},
        {TlsReason::Protocol, "protocol"},
        {TlsReason::ClientCertificate, "client_certificate"},
        {TlsReason::Handshake, "handshake"},
        {TlsReason::NoTls, "no_tls"},
        {TlsReason::Other, "other"},
    };
};

} // namespace litedeck
