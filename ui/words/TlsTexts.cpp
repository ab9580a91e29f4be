// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/TlsTexts.h"

#include "ui/words/Format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct TlsTexts
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::TlsTexts)
};

QString sentence(TlsReason reason, const TlsFailure &failure)
{
    switch (reason) {
    case TlsReason::SelfSigned:
        return TlsTexts::tr("The server's certificate is self-signed: nobody vouches for it.");
    case TlsReason::UntrustedIssuer:
        return failure.issuer.isEmpty()
                   ? TlsTexts::tr(
                         "This computer does not trust who issued the server's certificate.")
                   //: %1 is the name of an authority.
                   : TlsTexts::tr("This computer does not trust “%1”, who issued the server's "
                                  "certificate.")
                         .arg(failure.issuer);
    case TlsReason::Expired:
        return TlsTexts::tr("The server's certificate expired on %1.")
            .arg(formatTime(failure.validUntil));
    case TlsReason::NotYetValid:
        return TlsTexts::tr("The server's certificate is valid from %1 on only.")
            .arg(formatTime(failure.validFrom));
    case TlsReason::WrongHost:
        return TlsTexts::tr("The certificate is for another server: %1.")
            .arg(failure.names.isEmpty() ? failure.subject : failure.names.join(u", "_s));
    case TlsReason::Revoked:
        return TlsTexts::tr("The server's certificate was revoked.");
    case TlsReason::Protocol:
        return TlsTexts::tr("The server speaks no version of TLS that is safe today.");
    case TlsReason::ClientCertificate:
        return TlsTexts::tr(
            "The server wants a certificate of this computer, which Litedeck cannot "
            "show.");
    case TlsReason::Handshake:
        return TlsTexts::tr(
            "The server refused to begin: it wants another kind of encryption, or a "
            "certificate of this computer.");
    case TlsReason::NoTls:
        return TlsTexts::tr("What answers at this address does not speak https.");
    case TlsReason::Other:
        return failure.text;
    }
    Q_UNREACHABLE();
}

} // namespace

QString tlsExplanation(const TlsFailure &failure)
{
    QStringList sentences;
    for (const TlsReason reason : failure.reasons)
        sentences += sentence(reason, failure);
    sentences.removeAll(QString());
    return sentences.join(u'\n');
}

QString tlsAdvice(const TlsFailure &failure)
{
    const TlsReason first = failure.reasons.value(0, TlsReason::Other);
    switch (first) {
    case TlsReason::SelfSigned:
    case TlsReason::UntrustedIssuer:
        return TlsTexts::tr("If you know this gateway, add the certificate of whoever issued it to "
                            "those that this computer trusts. If not, somebody may be listening in "
                            "between: ask the gateway's operator. The key was not sent.");
    case TlsReason::NotYetValid:
        return TlsTexts::tr("Check this computer's clock. If it is right, tell the gateway's "
                            "operator. The key was not sent.");
    case TlsReason::WrongHost:
        return TlsTexts::tr("Check the server's address. The key was not sent.");
    case TlsReason::NoTls:
        return TlsTexts::tr("Check the server's address and its port. The key was not sent.");
    case TlsReason::ClientCertificate:
    case TlsReason::Handshake:
        return TlsTexts::tr("Ask the gateway's operator for an address that takes a virtual key "
                            "alone.");
    case TlsReason::Expired:
    case TlsReason::Revoked:
    case TlsReason::Protocol:
    case TlsReason::Other:
        return TlsTexts::tr("Ask the gateway's operator to put that right. The key was not sent.");
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
