// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/NextCost.h"

#include "core/conversation/ChatContext.h"

#include <cmath>

namespace litedeck {

namespace {

/// What a message of its own takes.
void addMessageCredits(NextCost &cost, const ChargeRule &charges, const MessagePrice &price)
{
    switch (price.rule) {
    case MessagePrice::Rule::Unknown:
        return;
    case MessagePrice::Rule::Flat:
        cost.credits = price.credits;
        cost.creditRule = price.isLearned ? NextCost::Credits::Lately : NextCost::Credits::About;
        break;
    case MessagePrice::Rule::BySize:
        if (const auto credits = creditsFor(charges, cost.tokens, cost.cost)) {
            cost.credits = *credits;
            cost.creditRule = NextCost::Credits::About;
        }
        break;
    }
    // The one rule that leaves nothing open.
    if (charges.kind == ChargeRule::Kind::PerJob && cost.credits == 1)
        cost.creditRule = NextCost::Credits::Exactly;
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
                  const ChargeRule &charges, Billing billing, const MessagePrice &price)
{
    NextCost cost{.tokens = size.tokens()};
    // A price of nothing is one that nobody has entered.
    if (model && model->inputPrice.value_or(0) > 0)
        cost.cost = Usd{std::llround(static_cast<double>(cost.tokens) * *model->inputPrice * 1e3)};
    if (billing == Billing::PerMessage) {
        addMessageCredits(cost, charges, price);
    } else if (charges.takesCredits()) {
        cost.creditRule = NextCost::Credits::WhenFinished;
        // It adds to a sum that takes the least there is anyway.
        const qint64 credits = creditsFor(charges, cost.tokens, cost.cost).value_or(0);
        cost.credits = credits > 1 ? credits : 0;
    }
    return cost;
}

} // namespace litedeck
