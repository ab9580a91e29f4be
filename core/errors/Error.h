// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/net/Outcome.h"
#include "core/net/TlsFailure.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace litedeck {

/// What went wrong, in the field's terms; one category has one title, one owner and one way out.
enum class ErrorCategory : quint8 {
    // Between us and the gateway, or between the gateway and the provider.
    ConnectionFailed,  ///< Nobody answered, or the gateway could not reach the provider.
    TlsFailed,         ///< The other side could not prove who it is.
    Timeout,           ///< No answer, or no more of it, within a limit of ours or of the gateway.
    StreamInterrupted, ///< A reply began and was cut; the text that arrived is kept.
    MalformedReply,    ///< An answer that does not fit the protocol.
    RedirectRefused,   ///< The server pointed to another origin, which must not get the key.
    CircuitOpen,       ///< Not sent: too many failures in a row, waiting for a good health probe.
    Cancelled,         ///< The user stopped it; never shown as an error.
    // Who may do what.
    Authentication,         ///< The team's virtual key is missing, malformed, unknown or revoked.
    ProviderAuthentication, ///< The gateway's key for the provider was refused.
    ProviderNotConfigured,  ///< The gateway has no credentials for the provider.
    PermissionDenied,       ///< The key is known but may not do this, such as see another team.
    TeamSuspended,          ///< The team may do nothing until its administrator lifts it.
    TeamPaused,             ///< As suspended, but meant to be for a while.
    InsufficientCredits,    ///< The team has no credits left.
    ModelNotAllowed,        ///< The model exists, the team may not use it.
    // The request itself.
    BadRequest,             ///< Wrong format or parameters (400).
    ValidationFailed,       ///< Fields are refused one by one (422); Error::validation names them.
    NotFound,               ///< The team or other resource does not exist.
    JobNotFound,            ///< The job is gone; a new one can take its place once.
    ModelNotFound,          ///< Nobody knows a model of that name, or no longer does.
    ContextWindowExceeded,  ///< A kind of BadRequest.
    ContentPolicyViolation, ///< Refused for what it says, by a filter or a guardrail.
    RequestTooLarge,        ///< Larger than the limit will ever allow.
    // Capacity.
    RateLimited,           ///< Too many requests or tokens for now; time heals it.
    ProviderQuotaExceeded, ///< The account with the provider is out of quota or money.
    BudgetExceeded,        ///< A budget set on the gateway is used up.
    Overloaded,            ///< The provider has no capacity for anybody's request right now.
    ServiceUnavailable,    ///< The gateway, its proxy or the provider is down for a while.
    InternalServerError,   ///< Something broke behind the gateway, or in it.
    // The rest.
    EndpointUnsupported, ///< This endpoint does not work on this server; another one does.
    Unknown,             ///< Never retried by itself.
};

/// Who can do something about an error.
enum class Hands : quint8 { You, TeamAdmin, Provider, GatewayOperator, Network, Us };

/// Whether trying again can help.
enum class RetryVerdict : quint8 {
    Automatic,      ///< Soon, with back-off, without asking.
    Later,          ///< Not within seconds: queue it, or wait for a reset that is far away.
    Manual,         ///< Only when a person says so.
    Never,          ///< The same request can never succeed.
    SwitchEndpoint, ///< The same request through another endpoint.
};

/// What a look at the server found of a call whose effect had been in doubt.
enum class CallFate : quint8 {
    NotFoundYet,  ///< No job of it so far; a proxy may still hold it, so the look is repeated.
    NeverRan,     ///< The server knows no job of it; it may be sent again.
    Uncharged,    ///< A job was made, and no credit was taken for it.
    Charged,      ///< It ran and was charged; the server keeps no text, so it cannot be had again.
    StillRunning, ///< The job was not over when the last look was made.
    Unknown,      ///< The server could not be asked, or does not know a call that ran.
};

/// One refused field of a request (row A6 of the error-handling guide, 422).
struct ValidationIssue
{
    QString path; ///< Joined by dots, such as "body.messages.0.content".
    QString message;

    friend bool operator==(const ValidationIssue &, const ValidationIssue &) = default;
};

/// One header of a reply that helps to find a cause.
struct ReplyHeader
{
    QString name; ///< In lower case.
    QString value;

    friend bool operator==(const ReplyHeader &, const ReplyHeader &) = default;
};

/// Everything known about one failure; all texts are redacted.
struct Error
{
    ErrorCategory category = ErrorCategory::Unknown;
    Hands hands = Hands::Us;
    RetryVerdict verdict = RetryVerdict::Manual;
    Outcome outcome = Outcome::NotSent;

    int httpStatus = 0;  ///< Of the final reply; 0 when there was none.
    int innerStatus = 0; ///< Of the provider, as told in the text; 0 when not told.
    QString provider;    ///< LiteLLM's name of the provider, such as "openai"; empty when not told.
    QString exceptionClass;  ///< LiteLLM's class, such as "RateLimitError"; empty when not mapped.
    int exceptionStatus = 0; ///< The status code that LiteLLM gives that class.
    QString message;         ///< The cause in the provider's or server's own words, unwrapped.
    QString originalText;    ///< The whole text it came in, bounded.
    QList<ValidationIssue> validation;
    std::optional<Milliseconds> retryAfter; ///< What the server asked for, when it did.
    std::optional<CallFate> fate;           ///< Set once somebody looked.
    std::optional<Milliseconds> silence;    ///< After text that came, which ended the reply.
    QString requestLine;                    ///< Method and path: "POST /api/jobs/create".
    QString requestId;
    QList<ReplyHeader> headers; ///< Those of the reply that help to find the cause.
    JobId jobId;
    std::optional<TlsFailure> tls; ///< Why the connection could not be made secure.
    QString proxy;          ///< Host and port of the proxy that let nothing through; else empty.
    QString redirectTarget; ///< Where a redirect that was refused pointed.
    bool isGuess = false;   ///< The category follows from the status alone; no text says more.
    bool isPage = false;    ///< A page of a proxy, firewall or login came, not the gateway's word.
    std::optional<bool> hadText; ///< Whether some of the reply had arrived; empty when not known.
    int earlierMessages = 0;     ///< Of the conversation, sent along with the one that failed.
    QStringList allowedModels;   ///< What the team may use instead, when it may not use this model.

    /// An error of the category, in the usual hands and with the usual verdict.
    static Error of(ErrorCategory category);
    /// Decides on another category, with its usual hands and verdict.
    void setCategory(ErrorCategory decided);

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace litedeck
