// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/ProviderRules.h"

namespace litedeck {

namespace {

using enum ErrorCategory;
using enum RuleKind;

// Where rows come from.
constexpr auto Saas = "SaaS LiteLLM, texts of its HTTPExceptions";
constexpr auto Guide = "SaaS LiteLLM error-handling guide";
constexpr auto Mapping = "LiteLLM exception_mapping.md, 2023";
constexpr auto Today = "LiteLLM exception_mapping_utils.py, 2026";
constexpr auto Proxy = "LiteLLM proxy error_reference.md";
constexpr auto Vendor = "the providers' own error references";
constexpr auto Reports = "payloads in LiteLLM's and the providers' issue trackers";
constexpr auto Sdk = "texts of httpx, aiohttp and the SDKs";
constexpr auto Python = "Python's own exception texts";

// What LiteLLM raises; the two of 2023 are as the table of that year names them.
constexpr RaisedException None{"", 0};
constexpr RaisedException Invalid2023{"InvalidRequestError", 400};
constexpr RaisedException Unavailable2023{"ServiceUnavailableError", 500};
constexpr RaisedException Bad{"BadRequestError", 400};
constexpr RaisedException Context{"ContextWindowExceededError", 400};
constexpr RaisedException Policy{"ContentPolicyViolationError", 400};
constexpr RaisedException Auth{"AuthenticationError", 401};
constexpr RaisedException Denied{"PermissionDeniedError", 403};
constexpr RaisedException Missing{"NotFoundError", 404};
constexpr RaisedException TimedOut{"Timeout", 408};
constexpr RaisedException Rate{"RateLimitError", 429};
constexpr RaisedException Budget{"BudgetExceededError", 429};
constexpr RaisedException Internal{"InternalServerError", 500};
constexpr RaisedException Connect{"APIConnectionError", 500};
constexpr RaisedException Unavailable{"ServiceUnavailableError", 503};

constexpr StatusRange Any{0, 999};
constexpr StatusRange Limits{402, 599};   ///< 429, and whatever else a limit is answered with.
constexpr StatusRange Capacity{429, 599}; ///< Groq answers 498.
constexpr StatusRange Server{500, 599};
constexpr StatusRange Refused{400, 404};
constexpr StatusRange Unfit{400, 422};
constexpr StatusRange Unpaid{402, 403};
constexpr StatusRange UsedUp{402, 429};
constexpr StatusRange only(int status)
{
    return {status, status};
}

constexpr std::nullopt_t Usual = std::nullopt;
constexpr auto Never = RetryVerdict::Never;
constexpr auto Later = RetryVerdict::Later;
constexpr auto Manual = RetryVerdict::Manual;
constexpr auto Operator = Hands::GatewayOperator;

// Tried from top to bottom: first what is certain whatever follows, then what is more general. A
// trap stands above the rule that it would fall into.
constexpr ProviderRule Rules[] = {
    // The SaaS gateway's own words.
    {"", Text, "object does not support the asynchronous context manager protocol", Any, None,
     EndpointUnsupported, Usual, Saas},
    {"", Text, "no provider credentials configured for", Any, None, ProviderNotConfigured, Usual,
     Saas},
    {"-", Regex, "api key does not belong to team|job does not belong to your team", Any, None,
     PermissionDenied, Usual, Saas},
    {"-", Text, "team access is paused", Any, None, TeamPaused, Usual, Saas},
    {"-", Regex, R"(team access is \S+?\. please contact support)", Any, None, TeamSuspended, Usual,
     Saas},
    {"-", Text, "team paused", Limits, None, TeamPaused, Usual, Guide},
    {"-", Text, "insufficient credits", Any, None, InsufficientCredits, Usual, Guide},
    {"-", Text, "team suspended", Limits, None, TeamSuspended, Usual, Guide},
    {"-", Text, "invalid or missing api key", Any, None, Authentication, Usual, Guide},
    {"-", Regex, "(?:missing|invalid) authorization header", Any, None, Authentication, Usual,
     Saas},
    {"-", Regex, "^[^a-z]*detail: invalid api key[^a-z]*$", only(401), None, Authentication, Usual,
     Saas},
    {"-", Regex, "cannot (?:access|check|resolve) .{1,40} for a different team", Any, None,
     PermissionDenied, Usual, Saas},
    {"-", Regex, "does not have access to model (?:alias|group)", only(403), None, ModelNotAllowed,
     Usual, Saas},
    {"-", Regex, "model group .{1,200} not found or inactive|no active models configured for group",
     Any, None, ModelNotAllowed, Usual, Saas},
    {"-", Regex, "model (?:alias|group) .{1,200} not found", Any, None, ModelNotFound, Usual, Saas},
    {"-", Text, "job not found", Any, None, JobNotFound, Usual, Saas},
    {"-", Regex, "^[^a-z]*detail: (?:team .{1,200}|no credit account .{1,200}) ?not found", Any,
     None, NotFound, Usual, Saas},
    // Some models give their reply in one piece only, or only that to this account.
    {"", Regex,
     "verified to stream\\b|\\bstream(?:ing)? (?:does not support|is not (?:supported|available|"
     "allowed))|not support stream",
     Unfit, Bad, EndpointUnsupported, Usual, Vendor},
    {"-", Heading, "400 no required ssl certificate was sent", only(400), None, TlsFailed, Usual,
     "nginx, ssl_verify_client"},
    {"-", Heading, "400 the ssl certificate error", only(400), None, TlsFailed, Usual,
     "nginx, ssl_verify_client"},
    {"-", Text, "application not found", only(404), None, ServiceUnavailable, Manual,
     "Railway, answer of its edge without a deployment"},

    // LiteLLM's proxy: budgets, keys, routes.
    {"", Regex, "crossed budget|budget has been exceeded|exceededbudget|exceeded budget for", Any,
     Budget, BudgetExceeded, Usual, Proxy},
    {"", Member, "budget_exceeded", Any, Budget, BudgetExceeded, Usual, Proxy},
    // A proxy that was set up without a database gets none by waiting.
    {"", Text, "no connected db", only(400), None, ServiceUnavailable, Never, Proxy, Operator},
    {"", Text, "database not connected", Any, None, ServiceUnavailable, Never, Proxy, Operator},
    {"", Regex, "no_db_connection|not connected to db", Any, Unavailable, ServiceUnavailable, Usual,
     Proxy},
    {"", Regex, R"(\bteam=\S{1,200} is blocked)", Any, Auth, TeamSuspended, Usual, Proxy},
    {"", Text, "model_access_denied", Any, Denied, ModelNotAllowed, Usual, Proxy},
    {"", Regex, "not allowed to access model|is not available for this api key", Any, Denied,
     PermissionDenied, Usual, Proxy},
    // Whoever asks for what is the admin's has a good key all the same.
    {"", Text, "only proxy admin can be used", Any, Denied, PermissionDenied, Usual, Proxy},
    {"-", Regex, "model\\b.{0,200}not (?:allowed|available|accessible)|no access to .{0,40}model",
     only(403), None, ModelNotAllowed, Usual, Guide},
    {"", Regex, "invalid proxy server token|token_not_found_in_db|key is blocked|expired[_ ]key",
     Any, Auth, Authentication, Usual, Proxy},
    {"", Regex, "no api key passed in|virtual key expected|malformed api key passed", Any, Auth,
     Authentication, Usual, Proxy},
    {"", Regex, R"((?:^|message: |error: |\n)[^a-z\n]*authentication error, )", Any, Auth,
     Authentication, Usual, Proxy},
    {"", Regex, "invalid model name passed in|not in model_list", Any, Bad, ModelNotFound, Usual,
     Proxy},
    {"", Text, "no healthy deployments", Any, Bad, ServiceUnavailable, Manual, Proxy},

    // Limits that no short wait lifts, and those that it does although their words say otherwise.
    {"", Regex, "too many (?:input )?tokens per day", Any, Rate, RateLimited, Later, Vendor},
    {"bedrock", ExactText, "Too many tokens, please wait", Any, Rate, RateLimited, Usual, Reports},
    {"", Regex, R"(too many tokens\W{1,3}(?:please )?(?:wait|try again))", Any, Rate, RateLimited,
     Usual, Reports},
    {"", NeverFits, "", Any, Rate, RequestTooLarge, Usual, Reports},
    {"", Text, "request too large", Any, Rate, RequestTooLarge, Usual, Today},
    {"", Member, "request_too_large", Any, Bad, RequestTooLarge, Usual, Vendor},
    {"", Regex, R"(\blimit: 0\b)", Limits, None, ProviderQuotaExceeded, Usual, Reports},
    {"", Regex, "exceeded your current quota.*per ?day|per ?day.*exceeded your current quota",
     Limits, None, ProviderQuotaExceeded, Later, Vendor},
    {"", Regex, "requestsperday|tokensperday", Limits, None, ProviderQuotaExceeded, Later, Vendor},
    {"", Regex, "requestsperminute|tokensperminute|tokencountperminute|inputtokens.{0,40}perminute",
     Limits, Rate, RateLimited, Usual, Vendor},
    {"", Regex,
     "insufficient_quota|exceeded[ _](?:your )?current[ _]quota|check your plan and "
     "billing|billing_hard_limit|billing_not_active",
     Any, None, ProviderQuotaExceeded, Usual, Vendor},
    {"", Regex, "(?:session|hourly|daily|weekly) usage limit|(?:session|weekly) limit", Limits,
     None, ProviderQuotaExceeded, Later, "Ollama's cloud: windows of hours and of a week"},
    {"", Regex, "credit balance is too low|reached your .{0,30}usage limit|insufficient balance",
     Any, None, ProviderQuotaExceeded, Usual, Vendor},
    {"", Regex,
     "requires more credits|(?:used all|exceeded your) .{0,30}credits|spending limit|key limit "
     "exceeded",
     Any, None, ProviderQuotaExceeded, Usual, Vendor},
    {"", Text, "token_quota_reached", Any, None, ProviderQuotaExceeded, Usual, Today},
    {"*", Regex,
     "insufficient (?:credits?|funds)|out of credits|payment required|credit limit exceeded", Any,
     None, ProviderQuotaExceeded, Usual, Vendor},
    {"*", Regex, "(?:any|included) credits", UsedUp, None, ProviderQuotaExceeded, Usual, Vendor},
    {"", Regex, "billing_disabled|requires billing to be enabled|overdue-payment", Any, None,
     ProviderQuotaExceeded, Usual, Vendor},
    {"bedrock", Text, "servicequotaexceededexception", Any, None, ProviderQuotaExceeded, Usual,
     Vendor},
    {"-", Regex,
     "(?:credits?|balance) .{0,40}(?:low|used|exhausted|depleted|exceeded|required|left)", Unpaid,
     None, InsufficientCredits, Usual, Guide},
    {"-", Regex, R"((?:\bno|not enough|insufficient|out of|lacks?|more|add|\b0) .{0,20}credit)",
     Unpaid, None, InsufficientCredits, Usual, Guide},
    {"", Regex,
     R"((?:tokens|requests|calls) (?:per|/) ?(?:day|month)|\((?:tpd|rpd)\)|-per-day|daily (?:rate )?limit)",
     Limits, Rate, RateLimited, Later, Vendor},
    {"", Regex, "(?:tokens|requests) per (?:minute|second|hour)", only(429), Rate, RateLimited,
     Usual, Vendor},
    {"", Text, "error while downloading", Any, Bad, BadRequest, Usual, Vendor},

    // The table of 2023, text rows; its status rows stand at the end.
    {"", Text, "could not resolve authentication method", Any, Auth, ProviderAuthentication, Usual,
     Mapping},
    {"", Regex, "prompt is too long|prompt: length", Any, Context, ContextWindowExceeded, Usual,
     Mapping},
    {"", Text, "this models maximum context length is", Any, Context, ContextWindowExceeded, Usual,
     Mapping},
    {"", Text, "input is too long", Any, Context, ContextWindowExceeded, Usual, Mapping},
    {"", Text, "incorrect authentication token", Any, Auth, ProviderAuthentication, Usual, Mapping},
    {"", Text, "request was throttled", Any, Rate, RateLimited, Usual, Mapping},
    {"", Regex, R"(\bmodelerror\b)", Any, Invalid2023, BadRequest, Usual, Mapping},
    {"", Text, "invalid api token", Any, Auth, ProviderAuthentication, Usual, Mapping},
    {"", Text, "cohereconnectionerror", Any, Rate, RateLimited, Usual, Mapping},
    {"", Text, "length limit exceeded", Any, Context, ContextWindowExceeded, Usual, Mapping},
    {"", Text, "too many tokens", Any, Context, ContextWindowExceeded, Usual, Mapping},
    {"", Regex, R"(inputs ?tokens ?\+ ?max_new_tokens must be)", Any, Context,
     ContextWindowExceeded, Usual, Mapping},
    {"", Text, "invalid private key", Any, Auth, ProviderAuthentication, Usual, Mapping},
    {"", Regex, "error_type: ?validation", Any, Invalid2023, BadRequest, Usual, Mapping},
    {"together_ai", Text, "invalid_argument", Any, Invalid2023, BadRequest, Usual, Mapping},
    {"", Regex, R"(\breplicateerror\b)", Any, Unavailable2023, ServiceUnavailable, Usual, Mapping},

    // Today's shared and provider rules on texts.
    {"", Member, "string_above_max_length", Any, Bad, BadRequest, Usual, Today},
    {"", Regex, "invalid user.{0,60}string too long", Any, Bad, BadRequest, Usual, Today},
    {"", Regex,
     "exceed context limit|maximum (?:context|prompt) l|longer than the models context length", Any,
     Context, ContextWindowExceeded, Usual, Today},
    {"", Regex,
     "longer than the maximum model length|total number of tokens .{0,60}cannot exceed|range of "
     "input length",
     Any, Context, ContextWindowExceeded, Usual, Vendor},
    {"", Regex, "string too long. expected a string with maximum length|expected maxlength:", Any,
     Context, ContextWindowExceeded, Usual, Today},
    {"", Regex, "input tokens exceed the configured limit|exceeds the available context size", Any,
     Context, ContextWindowExceeded, Usual, Today},
    {"", Regex, R"(exceeds the maximum number of (?:input )?tokens|too many input tokens)", Any,
     Context, ContextWindowExceeded, Usual, Today},
    {"", Regex, "current length is .{0,80}while limit is|maximum input length is .{0,40}tokens",
     Any, Context, ContextWindowExceeded, Usual, Today},
    {"", Regex,
     "context_length_exceeded|context_window_exceeded|reduce the length of the (?:messages|prompt)",
     Any, Context, ContextWindowExceeded, Usual, Vendor},
    {"", Regex, "exceed\\w* .{0,60}context (?:length|window|size)", Any, Context,
     ContextWindowExceeded, Usual, Vendor},
    {"", Text, "request payload size exceeds", Any, Context, ContextWindowExceeded, Usual, Today},
    {"", Regex, "content_policy_violation|code: ?content_filter|responsibleaipolicyviolation", Any,
     Policy, ContentPolicyViolation, Usual, Today},
    {"", Regex,
     "content (?:filtering|management) policy|violat\\w+ .{0,20}(?:usage|content|moderation) polic",
     Any, Policy, ContentPolicyViolation, Usual, Today},
    {"", Regex, "rejected .{0,30}safety system|(?:prompt|response) was blocked|prohibited_content",
     Any, Policy, ContentPolicyViolation, Usual, Today},
    {"", Regex,
     "violated .{0,40}guardrail|blocked .{0,80}by .{0,40}guardrail|requires moderation on", Any,
     Policy, ContentPolicyViolation, Usual, Proxy},
    {"", Regex,
     R"(\bblocked (?:input|output)\b|inappropriate content|block_?reason: (?:safety|blocklist|image_safety|other)\b)",
     Any, Policy, ContentPolicyViolation, Usual, Vendor},
    {"", Member, "invalid_encrypted_content", Any, Bad, BadRequest, Usual, Today},
    {"", Regex, "model_not_found|deploymentnotfound|model_decommissioned|not a valid model", Any,
     Missing, ModelNotFound, Usual, Today},
    {"", Regex, R"(\bmodels?\b[^\n]{0,160}?(?:does not exist|not found|been decommissioned))",
     Refused, Missing, ModelNotFound, Usual, Vendor},
    {"", Text, "no endpoints found", Refused, Missing, ModelNotFound, Usual, Vendor},
    {"", Text, "no allowed providers", Refused, Missing, ModelNotFound, Usual,
     "OpenRouter, provider routing of the account", Operator},
    {"", Regex,
     "invalid_model\\b|model identifier is invalid|non-serverless model|too large to be loaded "
     "auto",
     Refused, Missing, ModelNotFound, Usual, Vendor},
    {"", Regex, "incorrect api key provided|invalid x-api-key|api key not valid|api_key_invalid",
     Any, Auth, ProviderAuthentication, Usual, Today},
    {"", Regex,
     "api[_ ]key client option must be set|didn.?t provide an api key|no api key provided", Any,
     Auth, ProviderAuthentication, Usual, Today},
    {"", Regex, "unable to locate credentials|security token .{0,40}(?:invalid|expired)", Any, Auth,
     ProviderAuthentication, Usual, Today},
    {"", Text, "valid user token is required", Any, Bad, ProviderAuthentication, Usual, Today},
    {"", Regex,
     "invalid_api_key|no auth credentials found|authentication fails|authorization denied for", Any,
     Auth, ProviderAuthentication, Usual, Vendor},
    {"", Regex, "invalid subscription key|invalid username or password|invalid credentials in auth",
     Any, Auth, ProviderAuthentication, Usual, Vendor},
    {"*", Regex,
     "invalid api key|api key expired|api key (?:was|is|has been) "
     ".{0,20}(?:leaked|revoked|disabled)",
     Any, Auth, ProviderAuthentication, Usual, Vendor},
    {"", Regex, "default credentials were not found|reauthentication is needed", Any, Auth,
     ProviderAuthentication, Usual, Sdk},
    {"", Regex, "user location is not supported|unsupported_country|accessdeniedexception", Any,
     Denied, PermissionDenied, Usual, Vendor, Operator},
    {"", Text, "not allowed to use publisher model", Any, Denied, PermissionDenied, Usual, Vendor,
     Operator},

    // Capacity, and failures of the machinery.
    {"", Regex,
     "no deployments available for selected model|max parallel request limit|crossed tpm", Limits,
     Rate, RateLimited, Usual, Proxy},
    {"", Text, "no models available", Limits, Rate, RateLimited, Usual,
     "LiteLLM's router before 1.40: every deployment cools down"},
    {"", Regex, "object has no attribute|object is not (?:subscriptable|iterable|callable)", Server,
     None, InternalServerError, Manual, Python},
    {"bedrock", Text, "modelnotreadyexception", Any, Unavailable, ServiceUnavailable, Usual,
     Vendor},
    {"", Regex, "overloaded|over_capacity|too busy|server busy|high demand|experiencing heavy load",
     Capacity, Internal, Overloaded, Usual, Today},
    {"", Regex, "at capacity|no capacity (?:is )?available|flex tier capacity", Capacity, Internal,
     Overloaded, Usual, Vendor},
    {"", Regex, R"(rate[\s_-]*limit|throttlingexception|service tier capacity exceeded)", Limits,
     Rate, RateLimited, Usual, Today},
    {"", Regex, "resource_exhausted|resource (?:has been )?exhausted|too many requests", Limits,
     Rate, RateLimited, Usual, Today},
    {"gemini", Text, "indexerror: list index out of range", Any, Rate, RateLimited, Usual, Today},
    {"vertex_ai", Text, "indexerror: list index out of range", Any, Rate, RateLimited, Usual,
     Today},
    {"", Regex,
     "response payload is not completed|transferencodingerror|incomplete(?: chunked |)read", Any,
     Connect, StreamInterrupted, Usual, Sdk},
    {"", Regex, "peer closed connection without sending complete|connection lost mid", Any, Connect,
     StreamInterrupted, Usual, Sdk},
    {"", Regex, "connection broken|invalidchunklength|chunkedencodingerror", Any, Connect,
     StreamInterrupted, Usual, Sdk},
    {"", Regex,
     "request timed out|request timeout error|timed out generating|read(?: operation)? timed out",
     Server, TimedOut, Timeout, Usual, Today},
    {"", Regex, "a timeout occurred|timeout on reading data|deadline expired|modeltimeoutexception",
     Server, TimedOut, Timeout, Usual, Sdk},
    {"", Regex, R"(failed to call provider api: ?(?:\w{2,20} error: ?)?[}\s]*(?:\n|$))", Server,
     TimedOut, Timeout, Usual, "SaaS LiteLLM: httpx timeouts have an empty text"},
    {"ollama", Text, "failed to establish a new connection", Server, Unavailable,
     ServiceUnavailable, Usual, Today},
    {"", Regex,
     "connection (?:error|refused|reset|aborted)|cannot connect to host|connection attempts failed",
     Server, Connect, ConnectionFailed, Usual, Sdk},
    {"", Regex, "failed to establish a new connection|server disconnected|network is unreachable",
     Server, Connect, ConnectionFailed, Usual, Sdk},
    {"", Regex, "name or service not known|name resolution|getaddrinfo failed|no route to host",
     Server, Connect, ConnectionFailed, Usual, Sdk},
    {"", Text, "certificate_verify_failed", Server, Connect, TlsFailed, Usual, Sdk},
    {"", Regex, "nonetype|can only concatenate", Server, None, InternalServerError, Manual, Python},
    {"", Regex,
     R"(\b(?:key|attribute|type|index|unboundlocal)error: |traceback \(most recent|unsupported operand type)",
     Server, None, InternalServerError, Manual, Python},
    {"", Regex,
     "list index out of range|string indices must be|unexpected keyword argument|required "
     "positional",
     Server, None, InternalServerError, Manual, Python},
    {"", Regex, "is currently loading|unable to process your request|temporarily unavailable",
     Server, Unavailable, ServiceUnavailable, Usual, Vendor},
    // The operator's own machine is too small for the model.
    {"", Text, "requires more system memory", Server, Internal, InternalServerError, Never, Vendor,
     Operator},
    {"", Regex, "the server had an error|web server is returning an unknown error", Server,
     Internal, InternalServerError, Usual, Today},
    {"", Regex, "content has no parts|none unknown error|could not process image", Server, Internal,
     InternalServerError, Usual, Today},
    {"", Member, "invalid_request_error", Server, Bad, BadRequest, Usual, Today},

    // When neither a class name nor a status tells more than the gateway's 500.
    {"*", Hint, "authentication failed", Any, Auth, ProviderAuthentication, Usual, Saas},
    {"*", Hint, "unauthorized", Any, Auth, ProviderAuthentication, Usual, Sdk},
    {"", Hint, "service unavailable", Any, Unavailable, ServiceUnavailable, Usual, Sdk},
    {"", Hint, "bad gateway", Any, Unavailable, ServiceUnavailable, Usual, Sdk},
    {"", Hint, "timed out", Any, TimedOut, Timeout, Usual, Sdk},
    {"", Hint, "timeout", Any, TimedOut, Timeout, Usual, Sdk},
    {"", Hint, "internal server error", Any, Internal, InternalServerError, Usual, Sdk},

    // Statuses that a provider means in its own way.
    {"anthropic", StatusAlone, "", only(400), Invalid2023, BadRequest, Usual, Mapping},
    {"huggingface", StatusAlone, "", only(400), Invalid2023, BadRequest, Usual, Mapping},
    {"openrouter", StatusAlone, "", only(413), Context, ContextWindowExceeded, Usual, Mapping},
    {"ai21", StatusAlone, "", only(422), Invalid2023, BadRequest, Usual, Mapping},
    {"gemini", StatusAlone, "", only(403), Bad, PermissionDenied, Usual, Today},
    {"vertex_ai", StatusAlone, "", only(403), Bad, PermissionDenied, Usual, Today},
    {"gemini", StatusAlone, "", only(502), Connect, ServiceUnavailable, Usual, Today},
    {"vertex_ai", StatusAlone, "", only(502), Connect, ServiceUnavailable, Usual, Today},
    {"anthropic", StatusAlone, "", only(413), Bad, RequestTooLarge, Usual, Today},
    {"replicate", StatusAlone, "", only(413), Bad, RequestTooLarge, Usual, Today},
    {"groq", StatusAlone, "", only(498), None, Overloaded, Usual, Vendor},
    {"fireworks_ai", StatusAlone, "", only(412), None, ProviderQuotaExceeded, Usual, Vendor},
    {"replicate", StatusAlone, "", only(500), Unavailable, ServiceUnavailable, Usual, Today},
    {"bedrock", StatusAlone, "", only(500), Unavailable, ServiceUnavailable, Usual, Today},
};

} // namespace

std::span<const ProviderRule> providerRules()
{
    return Rules;
}

} // namespace litedeck
