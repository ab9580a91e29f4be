// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/ModelWords.h"

#include "ui/words/Format.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

struct ModelWords
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::ModelWords)
};

QString price(double dollars)
{
    return formatPrice(Usd{std::llround(dollars * 1e9)});
}

} // namespace

QString modelFacts(const Model &model)
{
    QStringList abilities;
    if (model.contextTokens)
        abilities += ModelWords::tr("%1 tokens of context").arg(formatCount(*model.contextTokens));
    if (model.takesImages.value_or(false))
        abilities += ModelWords::tr("images");
    if (model.callsTools.value_or(false))
        abilities += ModelWords::tr("tools");
    if (model.reasons.value_or(false))
        abilities += ModelWords::tr("reasoning");
    QStringList facts;
    if (!abilities.isEmpty())
        facts += abilities.join(u", "_s);
    if (model.inputPrice && model.outputPrice)
        facts += ModelWords::tr("%1 in and %2 out for a million tokens")
                     .arg(price(*model.inputPrice), price(*model.outputPrice));
    return facts.join(u"; "_s);
}

} // namespace litedeck
