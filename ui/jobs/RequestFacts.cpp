// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/RequestFacts.h"

#include "core/server/RequestDetail.h"
#include "ui/words/Format.h"

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const std::optional<qint64> &number)
{
    return number ? formatCount(*number) : QString();
}

QString textOf(const std::optional<Usd> &amount)
{
    return amount ? formatUsd(Measured<Usd>::reported(*amount)) : QString();
}

/// Zero is the usual case and says nothing.
template <typename T>
std::optional<T> unlessZero(const T &value)
{
    return value == T() ? std::nullopt : std::optional(value);
}

} // namespace

QList<Fact> RequestFacts::of(const RequestDetail &detail)
{
    QList<Fact> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts.append({label, value});
    };
    add(tr("Time to first token"),
        detail.untilFirstToken ? formatDuration(*detail.untilFirstToken) : QString());
    add(tr("Model asked for"), detail.modelAsked);
    add(tr("Provider"), detail.provider);
    add(tr("Key"), detail.key);
    add(tr("Cached tokens"), textOf(detail.cachedTokens));
    add(tr("Reasoning tokens"), textOf(detail.reasoningTokens));
    add(tr("Cost of the prompt"), textOf(detail.inputCost));
    //: Is part of the cost of the prompt.
    add(tr("Of it, read from the cache"), textOf(detail.cacheReadCost));
    add(tr("Cost of the reply"), textOf(detail.outputCost));
    add(tr("Discount"), textOf(unlessZero(detail.discount)));
    //: What the server's operator adds to the cost.
    add(tr("Margin"), textOf(unlessZero(detail.margin)));
    add(tr("Answered from"), detail.isFromCache ? tr("the server's cache") : QString());
    add(tr("Retries"), textOf(unlessZero(qint64(detail.retries))));
    //: How often the server went on to another model.
    add(tr("Fallbacks"), textOf(unlessZero(qint64(detail.fallbacks))));
    add(tr("Guardrails"), detail.guardrails.join(", "_L1));
    add(tr("Tags"), detail.tags.join(", "_L1));
    add(tr("Kind of error"), detail.errorClass);
    add(tr("Error code"), detail.errorCode);
    add(tr("Cause"), detail.errorCause);
    return facts;
}

} // namespace litedeck
