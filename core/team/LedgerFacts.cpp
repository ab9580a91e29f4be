// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/LedgerFacts.h"

namespace litedeck {

namespace {

/// A runway looks back over whole days and needs two charges to be one.
constexpr int RunwayCharges = 2;

} // namespace

LedgerFacts factsOf(const QList<LedgerLine> &lines)
{
    LedgerFacts facts;
    if (lines.isEmpty())
        return facts;
    facts.audit = auditLedger(lines, std::nullopt);
    // The end of what a runway looks at is never before the newest line.
    const QDateTime since =
        lines.constFirst().transaction.createdAt.addDays(-(Runway::MostDays + 1));
    QList<Transaction> charges;
    int forRunway = 0;
    for (const LedgerLine &line : lines) {
        const Transaction &entry = line.transaction;
        const bool isCharge = kindOf(entry) == LineKind::Charge;
        if (entry.createdAt >= since || (isCharge && forRunway < RunwayCharges)) {
            facts.forRunway += entry;
            forRunway += isCharge ? 1 : 0;
        }
        if (isCharge) {
            facts.charged.insert(entry.job);
            charges += entry;
        }
        if (facts.messages.size() < LedgerFacts::MostMessages) {
            if (const auto charge = messageChargeOf(entry))
                facts.messages += *charge;
        }
        if (!entry.job.isEmpty())
            facts.byJob[entry.job] -= signedAmount(entry);
    }
    facts.months = burnByMonth(charges);
    return facts;
}

} // namespace litedeck
