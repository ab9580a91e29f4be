// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ComposerHint.h"

namespace litedeck {

bool ComposerHint::isHindered() const
{
    return !unready.isEmpty() || !hold.isEmpty() || !modelProblem.isEmpty();
}

bool ComposerHint::showsEstimate() const
{
    return !isHindered() && !isBusy && !estimates.isEmpty();
}

QString ComposerHint::withEstimate(const QString &estimate) const
{
    //: %1 is an estimate such as "≈ 1,240 tokens, ≈ $0.0012, 1 credit".
    return isEditing ? tr("New version, Esc cancels: %1").arg(estimate) : estimate;
}

QString ComposerHint::text() const
{
    if (!unready.isEmpty())
        return unready;
    if (!hold.isEmpty())
        return hold;
    if (isBusy)
        return isAwaiting
                   ? tr("Esc stops waiting; the gateway may still finish and charge the call")
                   : tr("Esc stops and keeps what has arrived");
    if (!modelProblem.isEmpty())
        return modelProblem;
    if (showsEstimate())
        return withEstimate(estimates.constFirst());
    if (isEditing)
        return tr("Sends a new version of the message; the old one is kept. Esc cancels");
    return sendsOnEnter ? tr("Enter sends, Shift+Enter starts a new line") : tr("Ctrl+Enter sends");
}

QStringList ComposerHint::shorter() const
{
    if (isHindered())
        return {};
    // Half a tip is none.
    if (!showsEstimate())
        return {QString()};
    QStringList texts;
    for (const QString &estimate : estimates)
        texts += withEstimate(estimate);
    return isEditing ? texts + estimates : texts;
}

} // namespace litedeck
