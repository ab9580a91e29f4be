// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/FinishReason.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct Meaning
{
    FinishReason reason;
    QLatin1StringView words; ///< In lower case, with blanks between them.
};

/// As OpenAI, Anthropic, Gemini, Bedrock, Cohere, Mistral, DeepSeek and OpenRouter write them.
constexpr std::array Meanings{
    Meaning{FinishReason::Stop, "stop end_turn stop_sequence complete completed eos eos_token"_L1},
    Meaning{FinishReason::Length, "length max_tokens max_length max_output_tokens model_length "
                                  "model_context_window_exceeded"_L1},
    Meaning{FinishReason::ToolCalls, "tool_calls tool_call tool_use function_call"_L1},
    Meaning{FinishReason::Filtered,
            "content_filter content_filtered guardrail_intervened refusal safety "
            "image_safety recitation image_recitation blocklist prohibited_content "
            "image_prohibited_content spii model_armor error_toxic"_L1},
    Meaning{FinishReason::Error,
            "error error_limit malformed_function_call insufficient_system_resource"_L1},
};

} // namespace

FinishReason finishReasonOf(QStringView word)
{
    if (word.isEmpty())
        return FinishReason::Stop;
    for (const Meaning &known : Meanings) {
        if (QString(known.words).split(u' ').contains(word, Qt::CaseInsensitive))
            return known.reason;
    }
    // As decodeStreamEvent() writes that a prompt was blocked for a reason without a name of its
    // own.
    return word.startsWith("blocked"_L1, Qt::CaseInsensitive) ? FinishReason::Filtered
                                                              : FinishReason::Other;
}

} // namespace litedeck
