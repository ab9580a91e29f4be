// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsFailure.h"

namespace litedeck {

using namespace Qt::StringLiterals;

QLatin1StringView tlsReasonName(TlsReason reason)
{
    switch (reason) {
    case TlsReason::SelfSigned:
        return "self_signed"_L1;
    case TlsReason::UntrustedIssuer:
        return "untrusted_issuer"_L1;
    case TlsReason::Expired:
        return "expired"_L1;
    case TlsReason::NotYetValid:
        return "not_yet_valid"_L1;
    case TlsReason::WrongHost:
        return "wrong_host"_L1;
    case TlsReason::Revoked:
        return "revoked"_L1;
    case TlsReason::Protocol:
        return "protocol"_L1;
    case TlsReason::ClientCertificate:
        return "client_certificate"_L1;
    case TlsReason::Handshake:
        return "handshake"_L1;
    case TlsReason::NoTls:
        return "no_tls"_L1;
    case TlsReason::Other:
        return "other"_L1;
    }
    Q_UNREACHABLE();
}

TlsReason tlsReasonFrom(QStringView name)
{
    for (quint8 n = 0; n < static_cast<quint8>(TlsReason::Other); ++n) {
        if (tlsReasonName(static_cast<TlsReason>(n)) == name)
            return static_cast<TlsReason>(n);
    }
    return TlsReason::Other;
}

} // namespace litedeck
