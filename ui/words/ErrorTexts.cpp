// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/ErrorTexts.h"

#include "core/server/Inquiry.h"
#include "ui/words/Format.h"
#include "ui/words/TlsTexts.h"
#include "ui/words/WireTexts.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct ErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::ErrorTexts)
};

QString otherModels(const Error &error)
{
    constexpr qsizetype MostNamed = 6;
    if (error.allowedModels.isEmpty())
        return ErrorTexts::tr("Choose another model, or ask your team's administrator for access.");
    const QString named = error.allowedModels.first(qMin(MostNamed, error.allowedModels.size()))
                              .join(ErrorTexts::tr(", ", "between the names of models"));
    const auto more = static_cast<int>(error.allowedModels.size() - MostNamed);
    const QString models =
        //: %1 are names of models; %n more are not named.
        more > 0 ? ErrorTexts::tr("The team may use %1 and %n more.", nullptr, more).arg(named)
                 : ErrorTexts::tr("The team may use %1.").arg(named);
    return ErrorTexts::tr("Choose another model, or ask your team's administrator for access. %1")
        .arg(models);
}

} // namespace

QString errorTitle(const Error &error)
{
    if (const QString page = WireTexts::titleOfPage(error); !page.isEmpty())
        return page;
    switch (error.category) {
    case ErrorCategory::ConnectionFailed:
        return WireTexts::connectionTitle(error);
    case ErrorCategory::TlsFailed:
        return ErrorTexts::tr("The connection is not secure");
    case ErrorCategory::Timeout:
        if (error.silence)
            //: %1 is a duration such as "2 min 5 s".
            return ErrorTexts::tr("No more text came for %1").arg(formatDuration(*error.silence));
        return ErrorTexts::tr("No answer in time");
    case ErrorCategory::StreamInterrupted:
        return ErrorTexts::tr("The reply was cut off");
    case ErrorCategory::MalformedReply:
        return ErrorTexts::tr("The answer could not be understood");
    case ErrorCategory::RedirectRefused:
        return ErrorTexts::tr("The server points somewhere else");
    case ErrorCategory::CircuitOpen:
        return ErrorTexts::tr("Calls are paused after many failures");
    case ErrorCategory::Cancelled:
        return ErrorTexts::tr("Cancelled");
    case ErrorCategory::Authentication:
        return ErrorTexts::tr("The virtual key was refused");
    case ErrorCategory::ProviderAuthentication:
        return ErrorTexts::tr("The provider refused the gateway's key");
    case ErrorCategory::ProviderNotConfigured:
        return ErrorTexts::tr("The gateway has no key for this provider");
    case ErrorCategory::PermissionDenied:
        return ErrorTexts::tr("Not allowed");
    case ErrorCategory::TeamSuspended:
        return ErrorTexts::tr("The team is suspended");
    case ErrorCategory::TeamPaused:
        return ErrorTexts::tr("The team is paused");
    case ErrorCategory::InsufficientCredits:
        return ErrorTexts::tr("No credits left");
    case ErrorCategory::ModelNotAllowed:
        return ErrorTexts::tr("The team may not use this model");
    case ErrorCategory::BadRequest:
        return ErrorTexts::tr("The request was refused");
    case ErrorCategory::ValidationFailed:
        return ErrorTexts::tr("Parts of the request are not valid");
    case ErrorCategory::NotFound:
        return ErrorTexts::tr("Not found");
    case ErrorCategory::JobNotFound:
        return ErrorTexts::tr("The job is gone");
    case ErrorCategory::ModelNotFound:
        return ErrorTexts::tr("The model does not exist");
    case ErrorCategory::ContextWindowExceeded:
        return ErrorTexts::tr("The conversation is too long for this model");
    case ErrorCategory::ContentPolicyViolation:
        return ErrorTexts::tr("The provider's content policy refused this");
    case ErrorCategory::RequestTooLarge:
        return ErrorTexts::tr("The request is larger than the limit allows");
    case ErrorCategory::RateLimited:
        return ErrorTexts::tr("Rate limit reached");
    case ErrorCategory::ProviderQuotaExceeded:
        return ErrorTexts::tr("The account with the provider is used up");
    case ErrorCategory::BudgetExceeded:
        return ErrorTexts::tr("The gateway's budget is used up");
    case ErrorCategory::Overloaded:
        return ErrorTexts::tr("The provider is overloaded");
    case ErrorCategory::ServiceUnavailable:
        return ErrorTexts::tr("The service is not available");
    case ErrorCategory::InternalServerError:
        return ErrorTexts::tr("The server failed");
    case ErrorCategory::EndpointUnsupported:
        return ErrorTexts::tr("This server cannot do that");
    case ErrorCategory::Unknown:
        if (error.httpStatus == 511)
            return ErrorTexts::tr("The network wants you to log in");
        return ErrorTexts::tr("Something unexpected happened");
    }
    Q_UNREACHABLE();
}

QString errorExplanation(const Error &error)
{
    QStringList sentences;
    for (const ValidationIssue &issue : error.validation)
        sentences += u"%1: %2"_s.arg(issue.path, issue.message);
    if (error.isPage)
        //: %1 is the title of a web page.
        sentences += ErrorTexts::tr("The page says: %1").arg(error.message);
    else if (sentences.isEmpty() && !error.message.isEmpty())
        sentences += error.message;
    if (error.tls)
        sentences += tlsExplanation(*error.tls);
    if (!error.proxy.isEmpty())
        //: %1 is the host and port of a proxy.
        sentences += ErrorTexts::tr("The proxy is %1.").arg(error.proxy);
    if (!error.redirectTarget.isEmpty())
        sentences += ErrorTexts::tr("It points to %1.").arg(error.redirectTarget);
    sentences.removeAll(QString());
    if (error.innerStatus != 0 && error.innerStatus != error.httpStatus)
        sentences += ErrorTexts::tr("The provider answered %1.").arg(error.innerStatus);
    return sentences.join(u'\n');
}

QString errorAdvice(const Error &error)
{
    if (!WireTexts::titleOfPage(error).isEmpty())
        return ErrorTexts::tr(
            "Something before the gateway answered: a firewall, a proxy or a page to "
            "log in. Open the server's address in a browser to see what it wants, or "
            "ask the gateway's operator or whoever runs your network.");
    switch (error.category) {
    case ErrorCategory::ConnectionFailed:
        return WireTexts::connectionAdvice(error);
    case ErrorCategory::TlsFailed:
        if (error.tls)
            return tlsAdvice(*error.tls);
        return ErrorTexts::tr("Ask the gateway's operator about its certificate.");
    case ErrorCategory::Timeout:
        return WireTexts::timeoutAdvice(error);
    case ErrorCategory::StreamInterrupted:
        return WireTexts::interruptionAdvice(error);
    case ErrorCategory::MalformedReply:
        return ErrorTexts::tr(
            "Check that the address is a SaaS LiteLLM gateway, or tell its operator.");
    case ErrorCategory::RedirectRefused:
        return ErrorTexts::tr(
            "Check the server's address. The key was not sent to the other place.");
    case ErrorCategory::CircuitOpen:
        return ErrorTexts::tr(
            "A message that is held goes out by itself once the server answers well "
            "again. Retry now tries at once.");
    case ErrorCategory::Cancelled:
        return {};
    case ErrorCategory::Authentication:
        return ErrorTexts::tr(
            "Enter another virtual key, or ask your team's administrator for one.");
    case ErrorCategory::ProviderAuthentication:
    case ErrorCategory::ProviderNotConfigured:
        return ErrorTexts::tr(
            "The gateway's operator has to correct the provider's credentials. Until "
            "then another model may work.");
    case ErrorCategory::PermissionDenied:
        if (error.hands == Hands::GatewayOperator)
            return ErrorTexts::tr(
                "The provider does not allow this to the gateway. Its operator has to "
                "see to that; until then another model may work.");
        return ErrorTexts::tr("Check that the team belongs to this key, or ask your team's "
                              "administrator.");
    case ErrorCategory::TeamSuspended:
    case ErrorCategory::TeamPaused:
        return ErrorTexts::tr("Ask your team's administrator to let the team call again.");
    case ErrorCategory::InsufficientCredits:
        return ErrorTexts::tr("Ask your team's administrator to add credits.");
    case ErrorCategory::ModelNotAllowed:
        return otherModels(error);
    case ErrorCategory::BadRequest:
        if (lacksReason(error))
            return ErrorTexts::tr(
                "The provider gave a reason, but the gateway does not pass it on. In a "
                "long chat it is often the length; in a short one, what was attached "
                "or set.");
        return ErrorTexts::tr("Change the request; the same one will be refused again.");
    case ErrorCategory::ValidationFailed:
        return ErrorTexts::tr("Change the request; the same one will be refused again.");
    case ErrorCategory::NotFound:
        return ErrorTexts::tr("Check the team's name and the server's address.");
    case ErrorCategory::JobNotFound:
        return ErrorTexts::tr("Send the message again; it gets a new job.");
    case ErrorCategory::ModelNotFound:
        return ErrorTexts::tr("Choose another model.");
    case ErrorCategory::ContextWindowExceeded:
        return error.earlierMessages > 0
                   ? ErrorTexts::tr(
                         "Choose a model that takes more text, or send without the older "
                         "messages: the oldest are left out until half of the text is left.")
                   : ErrorTexts::tr("Choose a model that takes more text, or shorten the message.");
    case ErrorCategory::ContentPolicyViolation:
        return ErrorTexts::tr("Put it in other words, or choose another model.");
    case ErrorCategory::RequestTooLarge:
        return ErrorTexts::tr("Shorten the message or the conversation.");
    case ErrorCategory::RateLimited:
        return ErrorTexts::tr(
            "Wait a moment and try again. A message can be queued; it then goes out by "
            "itself.");
    case ErrorCategory::ProviderQuotaExceeded:
        return ErrorTexts::tr(
            "Whoever pays the provider has to raise the quota. Until then another "
            "model may work.");
    case ErrorCategory::BudgetExceeded:
        return ErrorTexts::tr("Ask your team's administrator to raise the budget.");
    case ErrorCategory::Overloaded:
    case ErrorCategory::ServiceUnavailable:
        return ErrorTexts::tr("Try again later, or choose another model.");
    case ErrorCategory::InternalServerError:
        if (error.verdict == RetryVerdict::Never)
            return ErrorTexts::tr(
                "Trying again does not help. Tell the gateway's operator, and choose "
                "another model until then.");
        return ErrorTexts::tr("Try again. If it keeps failing, tell the gateway's operator.");
    case ErrorCategory::EndpointUnsupported:
        return ErrorTexts::tr("Another way of calling is used instead.");
    case ErrorCategory::Unknown:
        if (error.httpStatus == 511)
            return ErrorTexts::tr("Open any page in a browser and log in there, then try again.");
        return ErrorTexts::tr("Look at the details, and try again if they make sense to you.");
    }
    Q_UNREACHABLE();
}

QString queuedText(const QDateTime &due, const QDateTime &now)
{
    if (due <= now)
        return ErrorTexts::tr("Queued, goes out as soon as the server allows it");
    const bool isToday = due.toLocalTime().date() == now.toLocalTime().date();
    //: %1 is a time of day, or a date and a time.
    return ErrorTexts::tr("Queued, goes out at %1")
        .arg(isToday ? formatTimeOfDay(due) : formatTime(due));
}

QString wayOutName(WayOut way)
{
    switch (way) {
    case WayOut::Retry:
        return ErrorTexts::tr("Retry now");
    case WayOut::CancelRetry:
        return ErrorTexts::tr("Cancel retry");
    case WayOut::ChangeKey:
        return ErrorTexts::tr("Change key");
    case WayOut::ChooseModel:
        return ErrorTexts::tr("Choose another model");
    case WayOut::ChooseLargerModel:
        //: A model that takes more text.
        return ErrorTexts::tr("Choose a larger model");
    case WayOut::Queue:
        //: Keeps a message to be sent later by itself.
        return ErrorTexts::tr("Queue for later");
    case WayOut::SendShorter:
        return ErrorTexts::tr("Send without older messages");
    }
    Q_UNREACHABLE();
}

QString handsName(Hands hands)
{
    switch (hands) {
    case Hands::You:
        return ErrorTexts::tr("You");
    case Hands::TeamAdmin:
        return ErrorTexts::tr("Your team's administrator");
    case Hands::Provider:
        return ErrorTexts::tr("The model's provider");
    case Hands::GatewayOperator:
        return ErrorTexts::tr("The gateway's operator");
    case Hands::Network:
        return ErrorTexts::tr("The network");
    case Hands::Us:
        return ErrorTexts::tr("The makers of Litedeck");
    }
    Q_UNREACHABLE();
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotSent:
        return ErrorTexts::tr("The request never left this computer; nothing was charged.");
    case Outcome::Rejected:
        return ErrorTexts::tr("The server refused the request; nothing was charged.");
    case Outcome::Ambiguous:
        return ErrorTexts::tr(
            "The request was sent, but nobody said whether it ran; it may have been "
            "charged.");
    case Outcome::Committed:
        return ErrorTexts::tr("The request ran and may have been charged.");
    }
    Q_UNREACHABLE();
}

QString effectText(const Error &error)
{
    if (!error.fate)
        return outcomeText(error.outcome);
    switch (*error.fate) {
    case CallFate::NotFoundYet:
        return ErrorTexts::tr(
            "The server knows no job of the call so far. It may be held on its way, so "
            "Litedeck looks again for %n second(s) before anything is sent again.",
            nullptr, static_cast<int>(AbsenceLooks.back() / std::chrono::seconds(1)));
    case CallFate::NeverRan:
        return ErrorTexts::tr(
            "A look at the team's jobs showed that the call never ran; nothing was "
            "charged.");
    case CallFate::Uncharged:
        return ErrorTexts::tr("A look at the job showed that nothing was charged.");
    case CallFate::Charged:
        return ErrorTexts::tr(
            "A look at the job showed that the call ran and was charged. The server "
            "keeps no text, so this reply cannot be had again.");
    case CallFate::StillRunning:
        return ErrorTexts::tr("The call is still running on the server; it may be charged.");
    case CallFate::Unknown:
        return ErrorTexts::tr(
            "The server could not be asked what became of the call, or did not know; "
            "it may have been charged. Litedeck asks again.");
    }
    Q_UNREACHABLE();
}

QString errorSummary(const Error &error)
{
    const QString cause = errorExplanation(error).section(u'\n', 0, 0);
    constexpr qsizetype LongestCause = 240;
    if (cause.isEmpty())
        return errorInShort(error);
    const QString shown = cause.size() > LongestCause ? cause.left(LongestCause) + u'…' : cause;
    return errorTitle(error) + u": "_s + shown;
}

QString errorInShort(const Error &error)
{
    return errorTitle(error) + u". "_s + errorAdvice(error);
}

} // namespace litedeck
