// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/ErrorEvidence.h"

#include "ui/words/Format.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct Words
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
    add(Words::tr("Request line"), error.requestLine);
    add(Words::tr("HTTP status"), number(error.httpStatus));
    //: The status that the provider gave the gateway, as told in the text of the failure.
    add(Words::tr("Inner status"), number(error.innerStatus));
    add(Words::tr("Provider"), error.provider);
    //: The exception class in LiteLLM's terms, such as RateLimitError (429).
    add(Words::tr("Class"),
        error.exceptionStatus == 0 || error.exceptionClass.isEmpty()
            ? error.exceptionClass
            : u"%1 (%2)"_s.arg(error.exceptionClass).arg(error.exceptionStatus));
    //: Host and port of a proxy.
    add(Words::tr("Proxy"), error.proxy);
    //: Where a redirect of the server goes to.
    add(Words::tr("Points to"), error.redirectTarget);
    if (error.tls) {
        add(Words::tr("Certificate of"), error.tls->subject);
        //: The names of hosts that a certificate is for.
        add(Words::tr("For the hosts"), error.tls->names.join(u", "_s));
        add(Words::tr("Issued by"), error.tls->issuer);
        if (error.tls->validUntil.isValid())
            //: From when and until when a certificate is valid.
            add(Words::tr("Valid"),
                Words::tr("%1 to %2")
                    .arg(formatTime(error.tls->validFrom), formatTime(error.tls->validUntil)));
        //: What the library for encryption says.
        add(Words::tr("TLS"), error.tls->text);
    }
    if (error.retryAfter)
        add(Words::tr("Retry after"), formatDuration(*error.retryAfter));
    add(Words::tr("Models of the team"), error.allowedModels.join(u", "_s));
    add(Words::tr("Request"), error.requestId);
    add(Words::tr("Job"), error.jobId.value);
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
