// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/Verdict.h"

namespace litedeck {

Verdict usualVerdict(ErrorCategory category)
{
    using enum ErrorCategory;
    switch (category) {
    // Nobody answered; the next attempt may be answered (A10, A11).
    case ConnectionFailed:
    case Timeout:
        return {Hands::Network, RetryVerdict::Automatic};
    // A certificate does not become valid within seconds.
    case TlsFailed:
    // Text has arrived; a second reply would replace it and may be charged (A12).
    case StreamInterrupted:
        return {Hands::Network, RetryVerdict::Manual};
    case MalformedReply:
        return {Hands::GatewayOperator, RetryVerdict::Manual};
    // The breaker lets the next one through after a good probe (A22).
    case CircuitOpen:
        return {Hands::GatewayOperator, RetryVerdict::Later};
    case Cancelled:
        return {Hands::You, RetryVerdict::Manual};
    // The address in the profile is not where the gateway is.
    case RedirectRefused:
    // Another key is needed, or another right (A3, A4).
    case Authentication:
    case PermissionDenied:
    // Another request is needed (A2, A5, A6).
    case BadRequest:
    case ValidationFailed:
    case NotFound:
    case JobNotFound:
    case ModelNotFound:
    case ContextWindowExceeded:
    case ContentPolicyViolation:
    case RequestTooLarge:
        return {Hands::You, RetryVerdict::Never};
    case TeamSuspended:
    case TeamPaused:
    case InsufficientCredits:
        return {Hands::TeamAdmin, RetryVerdict::Never, ErrorFamily::TeamRefusal};
    case ModelNotAllowed:
        return {Hands::TeamAdmin, RetryVerdict::Never};
    // Time heals these (A7, A8, A9) …
    case Overloaded:
        return {Hands::Provider, RetryVerdict::Automatic, ErrorFamily::Capacity};
    case RateLimited:
    case ServiceUnavailable:
        return {Hands::GatewayOperator, RetryVerdict::Automatic, ErrorFamily::Capacity};
    case InternalServerError:
        return {Hands::GatewayOperator, RetryVerdict::Automatic};
    // … and money or keys these: the operator of the gateway holds the account with the provider.
    case ProviderAuthentication:
    case ProviderNotConfigured:
    case ProviderQuotaExceeded:
    case BudgetExceeded:
        return {Hands::GatewayOperator, RetryVerdict::Never};
    case EndpointUnsupported:
        return {Hands::GatewayOperator, RetryVerdict::SwitchEndpoint};
    case Unknown:
        return {Hands::Us, RetryVerdict::Manual};
    }
    return {};
}

Error Error::of(ErrorCategory category)
{
    Error error;
    error.setCategory(category);
    return error;
}

void Error::setCategory(ErrorCategory decided)
{
    const Verdict usual = usualVerdict(decided);
    category = decided;
    hands = usual.hands;
    verdict = usual.retry;
}

bool isTeamRefusal(ErrorCategory category)
{
    return usualVerdict(category).family == ErrorFamily::TeamRefusal;
}

bool isOfCapacity(ErrorCategory category)
{
    return usualVerdict(category).family == ErrorFamily::Capacity;
}

bool isKeyRefusal(const Error &error)
{
    return error.category == ErrorCategory::Authentication && !error.isPage;
}

Error withFate(Error error, CallFate fate)
{
    error.fate = fate;
    if (fate == CallFate::NeverRan || fate == CallFate::Uncharged)
        error.outcome = Outcome::Rejected;
    else if (fate == CallFate::Charged)
        error.outcome = Outcome::Committed;
    return error;
}

ErrorCategory categoryForStatus(int status, bool fromProvider)
{
    using enum ErrorCategory;
    switch (status) {
    case 401:
        return fromProvider ? ProviderAuthentication : Authentication;
    case 402:
        return fromProvider ? ProviderQuotaExceeded : InsufficientCredits;
    case 403:
        return PermissionDenied;
    case 404:
        return fromProvider ? ModelNotFound : NotFound;
    case 405:
    case 501:
        return EndpointUnsupported;
    case 407:
        return ConnectionFailed;
    case 408:
    case 504:
    case 522:
    case 524:
    case 598: // Proxies' own: no answer read in time.
        return Timeout;
    case 410:
        return NotFound;
    case 413:
        return RequestTooLarge;
    case 422:
        return fromProvider ? BadRequest : ValidationFailed;
    case 429:
        return RateLimited;
    case 424: // The gateway, or the provider, failed on somebody behind it.
    case 500:
        return InternalServerError;
    case 502:
    case 503:
    // Cloudflare's own: its origin is down, cannot be found, or is paused.
    case 520:
    case 521:
    case 523:
    case 527:
    case 530:
        return ServiceUnavailable;
    case 525:
    case 526:
        return TlsFailed;
    case 529:
        return Overloaded;
    case 409:
    case 499:
        return Unknown;
    default:
        break;
    }
    // Without a place to go to, a redirect is none.
    if (status == 304 || (status >= 100 && status < 300))
        return MalformedReply;
    if (status >= 300 && status < 400)
        return RedirectRefused;
    return status >= 400 && status < 500 ? BadRequest : Unknown;
}

} // namespace litedeck
