// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/NextCost.h"

#include "chat/ChatContext.h"

#include <algorithm>
#include <cmath>

namespace litedeck {

namespace {

/// Whole credits for what is sent, which are at least one for a job that is completed.
qint64 creditsFor(const NextCost &cost, const Balance &account)
{
    qint64 credits = 0;
    if (account.mode == BudgetMode::ConsumptionTokens && account.tokensPerCredit > 0)
        credits = cost.tokens / account.tokensPerCredit;
    if (account.mode == BudgetMode::ConsumptionUsd && cost.cost)
        credits = std::llround(
            std::floor(static_cast<double>(cost.cost->nano) * 1e-9 * account.creditsPerDollar));
    return std::max<qint64>(credits, 1);
}

} // namespace

qint64 SendSize::tokens() const
{
    return (characters + CharactersPerToken - 1) / CharactersPerToken + images * TokensPerImage;
}

SendSize sizeOf(const QString &text, const QList<Attachment> &attachments)
{
    SendSize size{.characters = text.size()};
    for (const Attachment &attachment : attachments) {
        if (attachment.isImage())
            ++size.images;
        else
            size.characters += attachment.name.size() + attachment.data.size();
    }
    return size;
}

SendSize contextSize(const Conversation &conversation, const TurnId &versionOf)
{
    ChatRequest request = requestForNext(conversation, versionOf);
    request.messages.removeLast();
    SendSize size;
    for (const ChatMessage &message : request.messages)
        size = size + sizeOf(message.content, message.attachments);
    return size;
}

NextCost nextCost(const SendSize &size, const std::optional<Model> &model,
                  const std::optional<Balance> &account, Billing billing)
{
    NextCost cost{.tokens = size.tokens()};
    // A price of nothing is one that nobody has entered.
    if (model && model->inputPrice.value_or(0) > 0)
        cost.cost = Usd{std::llround(static_cast<double>(cost.tokens) * *model->inputPrice * 1e3)};
    const BudgetMode mode = account ? account->mode : BudgetMode::Unknown;
    if (mode == BudgetMode::Unknown)
        return cost;
    if (billing == Billing::PerConversation) {
        cost.creditRule = NextCost::Credits::WhenFinished;
        return cost;
    }
    cost.creditRule =
        mode == BudgetMode::JobBased ? NextCost::Credits::Exactly : NextCost::Credits::AtLeast;
    cost.credits = creditsFor(cost, *account);
    return cost;
}

} // namespace litedeck
