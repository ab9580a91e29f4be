// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/NextCostHint.h"

#include "core/chat/NewChat.h"
#include "core/chat/Pricing.h"
#include "ui/chat/ChatView.h"
#include "ui/chat/Composer.h"
#include "ui/chat/ModelChoice.h"
#include "ui/words/Format.h"
#include "ui/words/ModelWords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString creditsText(const NextCost &cost)
{
    switch (cost.creditRule) {
    case NextCost::Credits::Unknown:
        return NextCostHint::tr("credits unknown");
    case NextCost::Credits::Exactly:
        return formatCredits(cost.credits);
    case NextCost::Credits::About:
        //: %1 is such as "1 credit".
        return NextCostHint::tr("about %1").arg(formatCredits(cost.credits));
    case NextCost::Credits::Lately:
        //: %1 is such as "1 credit".
        return NextCostHint::tr("lately %1 a message").arg(formatCredits(cost.credits));
    case NextCost::Credits::WhenFinished:
        if (cost.credits > 0)
            //: %1 is such as "12 credits".
            return NextCostHint::tr("about %1 when you finish").arg(formatCredits(cost.credits));
        return NextCostHint::tr("charged when you finish");
    }
    Q_UNREACHABLE();
}

QString moneyText(const std::optional<Usd> &cost)
{
    return cost ? formatUsd(Measured<Usd>::estimated(*cost)) : NextCostHint::tr("price unknown");
}

} // namespace

NextCostHint::NextCostHint(ChatView &view, const NewChat &newChat, Pricing &pricing)
    : m_view(view)
    , m_newChat(newChat)
    , m_pricing(pricing)
{
    const Composer *composer = view.composer();
    connect(composer, &Composer::textChanged, this, &NextCostHint::update);
    connect(composer, &Composer::attachmentsChanged, this, &NextCostHint::update);
    connect(composer, &Composer::modelChosen, this, &NextCostHint::onContextChanged);
    connect(&view, &ChatView::sessionChanged, this, &NextCostHint::onSessionChanged);
    connect(&view, &ChatView::editingChanged, this, &NextCostHint::onContextChanged);
    connect(&pricing, &Pricing::changed, this, &NextCostHint::update);
    onSessionChanged();
}

void NextCostHint::onSessionChanged()
{
    m_fromSession.end();
    m_session = m_view.session();
    if (m_session) {
        m_fromSession += connect(m_session, &ChatSession::conversationChanged, this, [this] {
            // A draft that is saved changes nothing, and a long chat takes a while to count.
            if (settings() != m_countedSettings)
                onContextChanged();
        });
        m_fromSession +=
            connect(m_session, &ChatSession::rearranged, this, &NextCostHint::onContextChanged);
        m_fromSession +=
            connect(m_session, &ChatSession::busyChanged, this, &NextCostHint::onContextChanged);
    }
    onContextChanged();
}

const ChatSettings &NextCostHint::settings() const
{
    return m_session ? m_session->conversation().settings : m_newChat.settings();
}

void NextCostHint::onContextChanged()
{
    m_context.reset();
    update();
}

void NextCostHint::update()
{
    Composer *composer = m_view.composer();
    const ModelAlias alias = composer->model();
    const auto model = m_pricing.model(alias);
    composer->models()->setFacts(model ? modelFacts(*model) : QString());
    if (composer->isEmpty()) {
        composer->setEstimate({}, {});
        return;
    }
    if (!m_context) {
        m_countedSettings = settings();
        m_context = m_session ? contextSize(m_session->conversation(), m_view.editedTurn())
                              : SendSize{.characters = settings().systemPrompt.size()};
    }
    m_pricing.ask(alias);
    const NextCost cost =
        nextCost(*m_context + sizeOf(composer->text(), composer->attachments()), model,
                 m_pricing.charges(), settings().billing, m_pricing.ofMessage(alias));
    composer->setEstimate(nextCostTexts(cost), nextCostDetails(cost, model));
}

QStringList nextCostTexts(const NextCost &cost)
{
    const QString tokens = formatTokens(Measured<qint64>::estimated(cost.tokens));
    const QString money = moneyText(cost.cost);
    const QString credits = creditsText(cost);
    // Credits are what the team pays with, where it is known now how many.
    const bool isCharged = cost.creditRule != NextCost::Credits::Unknown &&
                           cost.creditRule != NextCost::Credits::WhenFinished;
    const QString gist = isCharged ? credits : cost.cost ? money : tokens;
    return {QStringList{tokens, money, credits}.join(u", "_s),
            QStringList{money, credits}.join(u", "_s), gist};
}

QString nextCostDetails(const NextCost &cost, const std::optional<Model> &model)
{
    QStringList lines{NextCostHint::tr("Estimated before sending: this message and what goes along "
                                       "with it, at %1 characters a token and %2 tokens an image.")
                          .arg(formatCount(CharactersPerToken), formatCount(TokensPerImage))};
    if (!cost.cost)
        lines += NextCostHint::tr("The server tells no price of this model.");
    else if (model && model->outputPrice.value_or(0) > 0)
        //: %1 is an amount of money such as "$0.60".
        lines += NextCostHint::tr("The reply comes on top, at %1 for a million tokens.")
                     .arg(formatPrice(Usd::fromDouble(*model->outputPrice)));
    else
        lines += NextCostHint::tr("The reply comes on top.");
    if (cost.creditRule == NextCost::Credits::Lately)
        lines += NextCostHint::tr("Credits: what each of the newest messages with this model took, "
                                  "by your team's ledger.");
    return lines.join(u'\n');
}

} // namespace litedeck
