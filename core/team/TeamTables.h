// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/TableExport.h"
#include "core/team/Ledger.h"

namespace litedeck {

/// The lines of the ledger in this order, with the credits signed.
ExportTable ledgerTable(const QList<LedgerLine> &lines);

} // namespace litedeck
