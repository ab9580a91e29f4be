// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StoredName.h"
#include "core/conversation/Conversation.h"
#include "core/errors/Error.h"

namespace litedeck {

// What enumerations are called on disk. The names never change, so that the enumerations may: a
// stored name that is not known (any more) reads as the most careful value.

template <>
struct StoredNames<TurnState>
{
    static constexpr auto Otherwise = TurnState::Interrupted;
    static constexpr StoredName<TurnState> All[] = {
        {TurnState::Pending, "pending"},   {TurnState::Streaming, "streaming"},
        {TurnState::Complete, "complete"}, {TurnState::Stopped, "stopped"},
        {TurnState::Failed, "failed"},     {TurnState::Interrupted, "interrupted"},
    };
};

template <>
struct StoredNames<Billing>
{
    static constexpr auto Otherwise = Billing::PerMessage;
    static constexpr StoredName<Billing> All[] = {
        {Billing::PerMessage, "message"},
        {Billing::PerConversation, "conversation"},
    };
};

template <>
struct StoredNames<ErrorCategory>
{
    static constexpr auto Otherwise = ErrorCategory::Unknown;
    static constexpr StoredName<ErrorCategory> All[] = {
        {ErrorCategory::ConnectionFailed, "connection_failed"},
        {ErrorCategory::TlsFailed, "tls_failed"},
        {ErrorCategory::Timeout, "timeout"},
        {ErrorCategory::StreamInterrupted, "stream_interrupted"},
        {ErrorCategory::MalformedReply, "malformed_reply"},
        {ErrorCategory::RedirectRefused, "redirect_refused"},
        {ErrorCategory::CircuitOpen, "circuit_open"},
        {ErrorCategory::Cancelled, "cancelled"},
        {ErrorCategory::Authentication, "authentication"},
        {ErrorCategory::ProviderAuthentication, "provider_authentication"},
        {ErrorCategory::ProviderNotConfigured, "provider_not_configured"},
        {ErrorCategory::PermissionDenied, "permission_denied"},
        {ErrorCategory::TeamSuspended, "team_suspended"},
        {ErrorCategory::TeamPaused, "team_paused"},
        {ErrorCategory::InsufficientCredits, "insufficient_credits"},
        {ErrorCategory::ModelNotAllowed, "model_not_allowed"},
        {ErrorCategory::BadRequest, "bad_request"},
        {ErrorCategory::ValidationFailed, "validation_failed"},
        {ErrorCategory::NotFound, "not_found"},
        {ErrorCategory::JobNotFound, "job_not_found"},
        {ErrorCategory::ModelNotFound, "model_not_found"},
        {ErrorCategory::ContextWindowExceeded, "context_window_exceeded"},
        {ErrorCategory::ContentPolicyViolation, "content_policy_violation"},
        {ErrorCategory::RequestTooLarge, "request_too_large"},
        {ErrorCategory::RateLimited, "rate_limited"},
        {ErrorCategory::ProviderQuotaExceeded, "provider_quota_exceeded"},
        {ErrorCategory::BudgetExceeded, "budget_exceeded"},
        {ErrorCategory::Overloaded, "overloaded"},
        {ErrorCategory::ServiceUnavailable, "service_unavailable"},
        {ErrorCategory::InternalServerError, "internal_server_error"},
        {ErrorCategory::EndpointUnsupported, "endpoint_unsupported"},
        {ErrorCategory::Unknown, "unknown"},
    };
};

template <>
struct StoredNames<Hands>
{
    static constexpr auto Otherwise = Hands::Us;
    static constexpr StoredName<Hands> All[] = {
        {Hands::You, "you"},           {Hands::TeamAdmin, "team_admin"},
        {Hands::Provider, "provider"}, {Hands::GatewayOperator, "gateway_operator"},
        {Hands::Network, "network"},   {Hands::Us, "us"},
    };
};

template <>
struct StoredNames<RetryVerdict>
{
    static constexpr auto Otherwise = RetryVerdict::Manual;
    static constexpr StoredName<RetryVerdict> All[] = {
        {RetryVerdict::Automatic, "automatic"},
        {RetryVerdict::Later, "later"},
        {RetryVerdict::Manual, "manual"},
        {RetryVerdict::Never, "never"},
        {RetryVerdict::SwitchEndpoint, "switch_endpoint"},
    };
};

template <>
struct StoredNames<Outcome>
{
    static constexpr auto Otherwise = Outcome::Ambiguous;
    static constexpr StoredName<Outcome> All[] = {
        {Outcome::NotSent, "not_sent"},
        {Outcome::Rejected, "rejected"},
        {Outcome::Ambiguous, "ambiguous"},
        {Outcome::Committed, "committed"},
    };
};

template <>
struct StoredNames<CallFate>
{
    static constexpr auto Otherwise = CallFate::Unknown;
    static constexpr StoredName<CallFate> All[] = {
        {CallFate::NotFoundYet, "not_found_yet"},  {CallFate::NeverRan, "never_ran"},
        {CallFate::Uncharged, "uncharged"},        {CallFate::Charged, "charged"},
        {CallFate::StillRunning, "still_running"}, {CallFate::Unknown, "unknown"},
    };
};

} // namespace litedeck
