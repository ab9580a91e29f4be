// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/FinishReason.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct Word
{
    QLatin1StringView text; ///< In lower case.
    FinishReason meaning;
};

/// As OpenAI, Anthropic, Gemini, Bedrock, Cohere, Mistral, DeepSeek and OpenRouter write them.
constexpr std::array Words{
    Word{"stop"_L1, FinishReason::Stop},
    Word{"end_turn"_L1, FinishReason::Stop},
    Word{"stop_sequence"_L1, FinishReason::Stop},
    Word{"complete"_L1, FinishReason::Stop},
    Word{"completed"_L1, FinishReason::Stop},
    Word{"eos"_L1, FinishReason::Stop},
    Word{"eos_token"_L1, FinishReason::Stop},
    Word{"length"_L1, FinishReason::Length},
    Word{"max_tokens"_L1, FinishReason::Length},
    Word{"max_length"_L1, FinishReason::Length},
    Word{"max_output_tokens"_L1, FinishReason::Length},
    Word{"model_length"_L1, FinishReason::Length},
    Word{"model_context_window_exceeded"_L1, FinishReason::Length},
    Word{"tool_calls"_L1, FinishReason::ToolCalls},
    Word{"tool_call"_L1, FinishReason::ToolCalls},
    Word{"tool_use"_L1, FinishReason::ToolCalls},
    Word{"function_call"_L1, FinishReason::ToolCalls},
    Word{"content_filter"_L1, FinishReason::Filtered},
    Word{"content_filtered"_L1, FinishReason::Filtered},
    Word{"guardrail_intervened"_L1, FinishReason::Filtered},
    Word{"refusal"_L1, FinishReason::Filtered},
    Word{"safety"_L1, FinishReason::Filtered},
    Word{"image_safety"_L1, FinishReason::Filtered},
    Word{"recitation"_L1, FinishReason::Filtered},
    Word{"image_recitation"_L1, FinishReason::Filtered},
    Word{"blocklist"_L1, FinishReason::Filtered},
    Word{"prohibited_content"_L1, FinishReason::Filtered},
    Word{"image_prohibited_content"_L1, FinishReason::Filtered},
    Word{"spii"_L1, FinishReason::Filtered},
    Word{"model_armor"_L1, FinishReason::Filtered},
    Word{"error_toxic"_L1, FinishReason::Filtered},
    Word{"error"_L1, FinishReason::Error},
    Word{"error_limit"_L1, FinishReason::Error},
    Word{"malformed_function_call"_L1, FinishReason::Error},
    Word{"insufficient_system_resource"_L1, FinishReason::Error},
};

} // namespace

FinishReason finishReasonOf(QStringView word)
{
    if (word.isEmpty())
        return FinishReason::Stop;
    const auto *found = std::find_if(Words.begin(), Words.end(), [word](const Word &known) {
        return word.compare(known.text, Qt::CaseInsensitive) == 0;
    });
    if (found != Words.end())
        return found->meaning;
    // As decodeStreamEvent() writes that a prompt was blocked for a reason without a name of its
    // own.
    return word.startsWith("blocked"_L1, Qt::CaseInsensitive) ? FinishReason::Filtered
                                                              : FinishReason::Other;
}

} // namespace litedeck
