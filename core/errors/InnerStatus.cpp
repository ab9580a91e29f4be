// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errors/ErrorText.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

struct StatusWord
{
    QLatin1StringView word; ///< Or several, with blanks between them.
    int status = 0;
};

// google.rpc.Code, Anthropic's and OpenAI's error types, as their API references list them.
constexpr std::array Words = {
    StatusWord{"INVALID_ARGUMENT FAILED_PRECONDITION OUT_OF_RANGE invalid_request_error"_L1, 400},
    StatusWord{"UNAUTHENTICATED authentication_error invalid_api_key"_L1, 401},
    StatusWord{"billing_error"_L1, 402},
    StatusWord{"PERMISSION_DENIED permission_error"_L1, 403},
    StatusWord{"NOT_FOUND not_found_error"_L1, 404},
    StatusWord{"request_too_large"_L1, 413},
    StatusWord{"RESOURCE_EXHAUSTED rate_limit_error rate_limit_exceeded rate_limited"_L1, 429},
    StatusWord{"INTERNAL server_error api_error internal_server_error"_L1, 500},
    StatusWord{"UNAVAILABLE service_unavailable"_L1, 503},
    StatusWord{"DEADLINE_EXCEEDED timeout_error"_L1, 504},
    StatusWord{"overloaded_error"_L1, 529},
};

// Amazon Bedrock's runtime exceptions by their documented status. An event that breaks off a stream
// carries 400 whatever its exception (botocore/eventstream.py), so the name knows more.
constexpr std::array BedrockExceptions = {
    StatusWord{"internalserverexception"_L1, 500},
    StatusWord{"serviceunavailableexception"_L1, 503},
    StatusWord{"throttlingexception"_L1, 429},
    StatusWord{"modelstreamerrorexception"_L1, 424},
    StatusWord{"modelerrorexception"_L1, 424},
    StatusWord{"modeltimeoutexception"_L1, 408},
    StatusWord{"modelnotreadyexception"_L1, 503},
};

QHash<QString, int> statusesByWord()
{
    QHash<QString, int> statuses;
    for (const StatusWord &known : Words) {
        for (const QString &word : QString(known.word).split(u' '))
            statuses.insert(word, known.status);
    }
    return statuses;
}

bool isErrorStatus(int status)
{
    return status >= 400 && status < 600;
}

int statusInWords(const QString &plain)
{
    static const QRegularExpression told(
        uR"(Error code: (\d{3})\b|(?:Client|Server) error (\d{3}) |)"
        uR"(\b([45]\d\d) (?:Client|Server) Error: |)"
        uR"(\bHTTP(?:/\d(?:\.\d)?)? ?(?:status |error |code ){0,3}:? ?([45]\d\d)\b|)"
        uR"(\bstatus[ _]code[:=]? ?([45]\d\d)\b|\b(429) Too Many Requests)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = told.match(plain);
    return match.hasMatch() ? match.capturedView(match.lastCapturedIndex()).toInt() : 0;
}

int statusOfBedrock(const ErrorText &text)
{
    const auto named = std::find_if(
        BedrockExceptions.begin(), BedrockExceptions.end(),
        [&text](const StatusWord &known) { return text.plainLower.contains(known.word); });
    return named == BedrockExceptions.end() ? 0 : named->status;
}

// OpenRouter judges its providers' failures itself, beside their own words: a breakdown there is
// none of the request's, whatever the provider called it.
int statusOfOpenRouter(const ErrorText &text)
{
    if (text.field(u"provider_name").isEmpty())
        return 0;
    const auto code = std::find_if(text.fields.cbegin(), text.fields.cend(),
                                   [](const auto &field) { return field.first == "code"_L1; });
    const int status = code == text.fields.cend() ? 0 : code->second.toInt();
    return status >= 500 && isErrorStatus(status) ? status : 0;
}

int statusInMembers(const ErrorText &text)
{
    static constexpr std::array Names = {"raw_status_code"_L1, "status_code"_L1,
                                         "statuscode"_L1,      "code"_L1,
                                         "status"_L1,          "error_code"_L1};
    for (const auto &name : Names) {
        for (auto it = text.fields.crbegin(); it != text.fields.crend(); ++it) {
            if (it->first == name && isErrorStatus(it->second.toInt()))
                return it->second.toInt();
        }
    }
    return 0;
}

} // namespace

int innerStatus(const ErrorText &text)
{
    static const QHash<QString, int> words = statusesByWord();
    if (const int status = statusOfBedrock(text))
        return status;
    if (const int status = statusOfOpenRouter(text))
        return status;
    if (const int status = statusInWords(text.plain); isErrorStatus(status))
        return status;
    if (const int status = statusInMembers(text))
        return status;
    for (auto it = text.fields.crbegin(); it != text.fields.crend(); ++it) {
        if (const int status = words.value(it->second))
            return status;
    }
    return 0;
}

} // namespace litedeck
