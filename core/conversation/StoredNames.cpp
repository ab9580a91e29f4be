// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conversation/StoredNames.h"

#include "core/base/StoredName.h"

namespace litedeck {

using namespace Qt::StringLiterals;

QLatin1StringView storedName(TurnState state)
{
    switch (state) {
    case TurnState::Pending:
        return "pending"_L1;
    case TurnState::Streaming:
        return "streaming"_L1;
    case TurnState::Complete:
        return "complete"_L1;
    case TurnState::Stopped:
        return "stopped"_L1;
    case TurnState::Failed:
        return "failed"_L1;
    case TurnState::Interrupted:
        return "interrupted"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView storedName(Billing billing)
{
    switch (billing) {
    case Billing::PerMessage:
        return "message"_L1;
    case Billing::PerConversation:
        return "conversation"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView storedName(ErrorCategory category)
{
    switch (category) {
    case ErrorCategory::ConnectionFailed:
        return "connection_failed"_L1;
    case ErrorCategory::TlsFailed:
        return "tls_failed"_L1;
    case ErrorCategory::Timeout:
        return "timeout"_L1;
    case ErrorCategory::StreamInterrupted:
        return "stream_interrupted"_L1;
    case ErrorCategory::MalformedReply:
        return "malformed_reply"_L1;
    case ErrorCategory::RedirectRefused:
        return "redirect_refused"_L1;
    case ErrorCategory::CircuitOpen:
        return "circuit_open"_L1;
    case ErrorCategory::Cancelled:
        return "cancelled"_L1;
    case ErrorCategory::Authentication:
        return "authentication"_L1;
    case ErrorCategory::ProviderAuthentication:
        return "provider_authentication"_L1;
    case ErrorCategory::ProviderNotConfigured:
        return "provider_not_configured"_L1;
    case ErrorCategory::PermissionDenied:
        return "permission_denied"_L1;
    case ErrorCategory::TeamSuspended:
        return "team_suspended"_L1;
    case ErrorCategory::TeamPaused:
        return "team_paused"_L1;
    case ErrorCategory::InsufficientCredits:
        return "insufficient_credits"_L1;
    case ErrorCategory::ModelNotAllowed:
        return "model_not_allowed"_L1;
    case ErrorCategory::BadRequest:
        return "bad_request"_L1;
    case ErrorCategory::ValidationFailed:
        return "validation_failed"_L1;
    case ErrorCategory::NotFound:
        return "not_found"_L1;
    case ErrorCategory::JobNotFound:
        return "job_not_found"_L1;
    case ErrorCategory::ModelNotFound:
        return "model_not_found"_L1;
    case ErrorCategory::ContextWindowExceeded:
        return "context_window_exceeded"_L1;
    case ErrorCategory::ContentPolicyViolation:
        return "content_policy_violation"_L1;
    case ErrorCategory::RequestTooLarge:
        return "request_too_large"_L1;
    case ErrorCategory::RateLimited:
        return "rate_limited"_L1;
    case ErrorCategory::ProviderQuotaExceeded:
        return "provider_quota_exceeded"_L1;
    case ErrorCategory::BudgetExceeded:
        return "budget_exceeded"_L1;
    case ErrorCategory::Overloaded:
        return "overloaded"_L1;
    case ErrorCategory::ServiceUnavailable:
        return "service_unavailable"_L1;
    case ErrorCategory::InternalServerError:
        return "internal_server_error"_L1;
    case ErrorCategory::EndpointUnsupported:
        return "endpoint_unsupported"_L1;
    case ErrorCategory::Unknown:
        return "unknown"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView storedName(Hands hands)
{
    switch (hands) {
    case Hands::You:
        return "you"_L1;
    case Hands::TeamAdmin:
        return "team_admin"_L1;
    case Hands::Provider:
        return "provider"_L1;
    case Hands::GatewayOperator:
        return "gateway_operator"_L1;
    case Hands::Network:
        return "network"_L1;
    case Hands::Us:
        return "us"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView storedName(RetryVerdict verdict)
{
    switch (verdict) {
    case RetryVerdict::Automatic:
        return "automatic"_L1;
    case RetryVerdict::Later:
        return "later"_L1;
    case RetryVerdict::Manual:
        return "manual"_L1;
    case RetryVerdict::Never:
        return "never"_L1;
    case RetryVerdict::SwitchEndpoint:
        return "switch_endpoint"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView storedName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotSent:
        return "not_sent"_L1;
    case Outcome::Rejected:
        return "rejected"_L1;
    case Outcome::Ambiguous:
        return "ambiguous"_L1;
    case Outcome::Committed:
        return "committed"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView storedName(CallFate fate)
{
    switch (fate) {
    case CallFate::NotFoundYet:
        return "not_found_yet"_L1;
    case CallFate::NeverRan:
        return "never_ran"_L1;
    case CallFate::Uncharged:
        return "uncharged"_L1;
    case CallFate::Charged:
        return "charged"_L1;
    case CallFate::StillRunning:
        return "still_running"_L1;
    case CallFate::Unknown:
        return "unknown"_L1;
    }
    Q_UNREACHABLE();
}

TurnState turnStateFrom(QStringView name)
{
    return valueNamed(name, TurnState::Interrupted, TurnState::Interrupted);
}

Billing billingFrom(QStringView name)
{
    return valueNamed(name, Billing::PerConversation, Billing::PerMessage);
}

ErrorCategory errorCategoryFrom(QStringView name)
{
    return valueNamed(name, ErrorCategory::Unknown, ErrorCategory::Unknown);
}

Hands handsFrom(QStringView name)
{
    return valueNamed(name, Hands::Us, Hands::Us);
}

RetryVerdict retryVerdictFrom(QStringView name)
{
    return valueNamed(name, RetryVerdict::SwitchEndpoint, RetryVerdict::Manual);
}

Outcome outcomeFrom(QStringView name)
{
    return valueNamed(name, Outcome::Committed, Outcome::Ambiguous);
}

CallFate callFateFrom(QStringView name)
{
    return valueNamed(name, CallFate::Unknown, CallFate::Unknown);
}

} // namespace litedeck
