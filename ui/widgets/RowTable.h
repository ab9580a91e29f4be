// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace litedeck {

/// Gives a table the look of the window: rows of one height without a grid, whole rows selected,
/// a quiet header that sorts, Tab leaves the table instead of walking its cells.
void polishTable(QTableView *table);

} // namespace litedeck
