// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/ProviderRules.h"

#include <array>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

using enum ErrorCategory;
using enum RuleKind;

// Where rows come from.
constexpr auto Saas = "SaaS LiteLLM, texts of its HTTPExceptions"_L1;
constexpr auto Guide = "SaaS LiteLLM error-handling guide"_L1;
constexpr auto Mapping = "LiteLLM exception_mapping.md, 2023"_L1;
constexpr auto Today = "LiteLLM exception_mapping_utils.py, 2026"_L1;
constexpr auto Proxy = "LiteLLM proxy error_reference.md"_L1;
constexpr auto Vendor = "the provider's own error reference"_L1;
constexpr auto Field = "payloads in LiteLLM's and the providers' issue trackers"_L1;
constexpr auto Sdk = "texts of httpx, aiohttp and the SDKs"_L1;

// What LiteLLM raises; the two of 2023 are as the table of that year names them.
constexpr RaisedException Nothing{""_L1, 0};
constexpr RaisedException Invalid2023{"InvalidRequestError"_L1, 400};
constexpr RaisedException Unavailable2023{"ServiceUnavailableError"_L1, 500};
constexpr RaisedException Bad{"BadRequestError"_L1, 400};
constexpr RaisedException Context{"ContextWindowExceededError"_L1, 400};
constexpr RaisedException Policy{"ContentPolicyViolationError"_L1, 400};
constexpr RaisedException Auth{"AuthenticationError"_L1, 401};
constexpr RaisedException Denied{"PermissionDeniedError"_L1, 403};
constexpr RaisedException Missing{"NotFoundError"_L1, 404};
constexpr RaisedException TimedOut{"Timeout"_L1, 408};
constexpr RaisedException Rate{"RateLimitError"_L1, 429};
constexpr RaisedException Budget{"BudgetExceededError"_L1, 429};
constexpr RaisedException Internal{"InternalServerError"_L1, 500};
constexpr RaisedException Connection{"APIConnectionError"_L1, 500};
constexpr RaisedException Unavailable{"ServiceUnavailableError"_L1, 503};

constexpr StatusRange Any{0, 999};
constexpr StatusRange only(int status)
{
    return {status, status};
}

constexpr std::nullopt_t Usual = std::nullopt;
constexpr auto Later = RetryVerdict::Later;
constexpr auto Manual = RetryVerdict::Manual;
constexpr auto Never = RetryVerdict::Never;
constexpr auto Auto = RetryVerdict::Automatic;

// clang-format off
constexpr ProviderRule Rules[] = {
    // The gateway's own words. Its endpoints first, then the team and its key, then what is asked for.
    {""_L1, Text, "object does not support the asynchronous context manager protocol"_L1, Any, Nothing, EndpointUnsupported, Usual, Saas},
    {""_L1, Text, "no provider credentials configured for"_L1, Any, Nothing, ProviderNotConfigured, Usual, Saas},
    {"-"_L1, Text, "team access is suspended"_L1, Any, Nothing, TeamSuspended, Usual, Saas},
    {"-"_L1, Text, "team access is paused"_L1, Any, Nothing, TeamPaused, Usual, Saas},
    {"-"_L1, Regex, "team access is \\S+?\\. please contact support"_L1, Any, Nothing, TeamSuspended, Usual, Saas},
    {"-"_L1, Regex, "^\\W*(?:detail: ?)?team paused"_L1, Any, Nothing, TeamPaused, Usual, Guide},
    {"-"_L1, Text, "insufficient credits"_L1, Any, Nothing, InsufficientCredits, Usual, Guide},
    {"-"_L1, Text, "team suspended"_L1, Any, Nothing, TeamSuspended, Usual, Guide},
    {"-"_L1, Text, "invalid or missing api key"_L1, Any, Nothing, Authentication, Usual, Guide},
    {"-"_L1, Regex, "(?:missing|invalid) authorization header"_L1, Any, Nothing, Authentication, Usual, Saas},
    {"-"_L1, Text, "invalid api key"_L1, only(401), Nothing, Authentication, Usual, Saas},
    {"-"_L1, Regex, "api key does not belong to team|job does not belong to your team|cannot (?:access|check|resolve) .{1,40} for a different team"_L1, Any, Nothing, PermissionDenied, Usual, Saas},
    {"-"_L1, Regex, "does not have access to model (?:alias|group)"_L1, Any, Nothing, ModelNotAllowed, Usual, Saas},
    {"-"_L1, Regex, "model group .{1,200} not found or inactive|no active models configured for group"_L1, only(403), Nothing, ModelNotAllowed, Usual, Saas},
    {"-"_L1, Regex, "model (?:alias|group) .{1,200} not found"_L1, Any, Nothing, ModelNotFound, Usual, Saas},
    {"-"_L1, Text, "job not found"_L1, Any, Nothing, JobNotFound, Usual, Saas},

    // LiteLLM's proxy: keys, budgets, limits, routes.
    {""_L1, Regex, "crossed budget|budget has been exceeded|exceededbudget|exceeded budget for|over budget"_L1, Any, Budget, BudgetExceeded, Usual, Proxy},
    {""_L1, Member, "budget_exceeded"_L1, Any, Budget, BudgetExceeded, Usual, Proxy},
    {""_L1, Regex, "team=\\S{1,200} is blocked"_L1, Any, Auth, TeamSuspended, Usual, Proxy},
    {""_L1, Regex, "not allowed to access model|is not available for this api key|model_access_denied"_L1, Any, Denied, PermissionDenied, Usual, Proxy},
    {""_L1, Regex, "invalid proxy server token|token_not_found_in_db|key is blocked|expired_key|expired key|no api key passed in|virtual key expected|malformed api key passed"_L1, Any, Auth, Authentication, Usual, Proxy},
    {"-"_L1, Regex, "(?:^|\\W)authentication error, "_L1, Any, Auth, Authentication, Usual, Proxy},
    {""_L1, Regex, "no_db_connection|not connected to db"_L1, Any, Unavailable, ServiceUnavailable, Usual, Proxy},
    {""_L1, Regex, "invalid model name passed in|not in model_list"_L1, Any, Bad, ModelNotFound, Usual, Proxy},
    {""_L1, Text, "no healthy deployments"_L1, Any, Bad, ServiceUnavailable, Manual, Proxy},

    // Limits that waiting does not lift, and limits that it does but whose words say otherwise.
    {""_L1, Regex, "too many (?:input )?tokens per day"_L1, Any, Rate, RateLimited, Later, Vendor},
    {""_L1, Regex, "too many tokens, (?:please )?wait"_L1, Any, Rate, RateLimited, Usual, Field},
    {""_L1, NeverFits, ""_L1, Any, Rate, RequestTooLarge, Usual, Field},
    {""_L1, Text, "request too large for"_L1, Any, Rate, RequestTooLarge, Usual, Today},
    {""_L1, Member, "request_too_large"_L1, Any, Bad, RequestTooLarge, Usual, Vendor},
    {""_L1, Regex, "\\blimit: 0\\b"_L1, only(429), Rate, ProviderQuotaExceeded, Usual, Field},
    {""_L1, Regex, "perminute"_L1, only(429), Rate, RateLimited, Usual, Vendor},
    {""_L1, Regex, "perday"_L1, only(429), Rate, ProviderQuotaExceeded, Later, Vendor},
    {""_L1, Regex, "insufficient_quota|exceeded your current quota|credit balance is too low|billing_hard_limit|billing_not_active|insufficient balance|requires more credits|used all available credits|monthly included credits|monthly spending limit|specified api usage limits|token_quota_reached"_L1, Any, Rate, ProviderQuotaExceeded, Usual, Field},
    {"*"_L1, Regex, "insufficient (?:credits|funds)|out of credits|payment required|key limit exceeded"_L1, Any, Rate, ProviderQuotaExceeded, Usual, Vendor},
    {""_L1, Regex, "tokens per day|requests per day|\\((?:tpd|rpd)\\)|-per-day|calls / month"_L1, Any, Rate, RateLimited, Later, Vendor},

    // The table of 2023.
    {""_L1, Text, "could not resolve authentication method"_L1, Any, Auth, ProviderAuthentication, Usual, Mapping},
    {""_L1, Regex, "prompt is too long|prompt: length"_L1, Any, Context, ContextWindowExceeded, Usual, Mapping},
    {""_L1, Text, "input is too long"_L1, Any, Context, ContextWindowExceeded, Usual, Mapping},
    {""_L1, Text, "incorrect authentication token"_L1, Any, Auth, ProviderAuthentication, Usual, Mapping},
    {""_L1, Text, "request was throttled"_L1, Any, Rate, RateLimited, Usual, Mapping},
    {""_L1, Regex, "\\bmodelerror\\b"_L1, Any, Invalid2023, BadRequest, Usual, Mapping},
    {""_L1, Text, "invalid api token"_L1, Any, Auth, ProviderAuthentication, Usual, Mapping},
    {""_L1, Text, "cohereconnectionerror"_L1, Any, Rate, RateLimited, Usual, Mapping},
    {""_L1, Text, "length limit exceeded"_L1, Any, Context, ContextWindowExceeded, Usual, Mapping},
    {""_L1, Text, "too many tokens"_L1, Any, Context, ContextWindowExceeded, Usual, Mapping},
    {""_L1, Text, "inputs tokens + max_new_tokens must be"_L1, Any, Context, ContextWindowExceeded, Usual, Mapping},
    {""_L1, Text, "invalid private key"_L1, Any, Auth, ProviderAuthentication, Usual, Mapping},
    {""_L1, Regex, "error_type: ?validation"_L1, Any, Invalid2023, BadRequest, Usual, Mapping},
    {"together_ai"_L1, Text, "invalid_argument"_L1, Any, Invalid2023, BadRequest, Usual, Mapping},
    {""_L1, Regex, "\\breplicateerror\\b"_L1, Any, Unavailable2023, ServiceUnavailable, Usual, Mapping},
};
// clang-format on

} // namespace

std::span<const ProviderRule> providerRules()
{
    return Rules;
}

} // namespace litedeck
