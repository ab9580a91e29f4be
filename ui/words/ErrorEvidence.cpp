// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/ErrorEvidence.h"

#include "ui/words/Format.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct ErrorEvidence
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::ErrorEvidence)
};

} // namespace

QList<EvidenceLine> errorEvidence(const Error &error)
{
    QList<EvidenceLine> all;
    const auto add = [&all](const QString &label, const QString &value) {
        if (!value.isEmpty())
            all.append({label, value});
    };
    const auto number = [](int status) {
        return status == 0 ? QString() : QString::number(status);
    };
    //: Method and path of a request, such as "POST /api/jobs/create".
    add(ErrorEvidence::tr("Request line"), error.requestLine);
    add(ErrorEvidence::tr("HTTP status"), number(error.httpStatus));
    //: The status that the provider gave the gateway, as told in the text of the failure.
    add(ErrorEvidence::tr("Inner status"), number(error.innerStatus));
    add(ErrorEvidence::tr("Provider"), error.provider);
    //: The exception class in LiteLLM's terms, such as RateLimitError (429).
    add(ErrorEvidence::tr("Class"),
        error.exceptionStatus == 0 || error.exceptionClass.isEmpty()
            ? error.exceptionClass
            : u"%1 (%2)"_s.arg(error.exceptionClass).arg(error.exceptionStatus));
    //: Host and port of a proxy.
    add(ErrorEvidence::tr("Proxy"), error.proxy);
    //: Where a redirect of the server goes to.
    add(ErrorEvidence::tr("Points to"), error.redirectTarget);
    if (error.tls) {
        add(ErrorEvidence::tr("Certificate of"), error.tls->subject);
        //: The names of hosts that a certificate is for.
        add(ErrorEvidence::tr("For the hosts"), error.tls->names.join(u", "_s));
        add(ErrorEvidence::tr("Issued by"), error.tls->issuer);
        if (error.tls->validUntil.isValid())
            //: From when and until when a certificate is valid.
            add(ErrorEvidence::tr("Valid"),
                ErrorEvidence::tr("%1 to %2")
                    .arg(formatTime(error.tls->validFrom), formatTime(error.tls->validUntil)));
        //: What the library for encryption says.
        add(ErrorEvidence::tr("TLS"), error.tls->text);
    }
    if (error.retryAfter)
        add(ErrorEvidence::tr("Retry after"), formatDuration(*error.retryAfter));
    add(ErrorEvidence::tr("Models of the team"), error.allowedModels.join(u", "_s));
    add(ErrorEvidence::tr("Request"), error.requestId);
    add(ErrorEvidence::tr("Job"), error.jobId.value);
    return all;
}

QString replyHeaders(const Error &error)
{
    QStringList lines;
    for (const ReplyHeader &header : error.headers)
        lines += u"%1: %2"_s.arg(header.name, header.value);
    return lines.join(u'\n');
}

} // namespace litedeck
