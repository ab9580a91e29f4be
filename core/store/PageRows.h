// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/DatabasePages.h"

#include <QList>
#include <QVariant>

#include <functional>

namespace litedeck {

/// A row as it stands on a page.
struct PageRow
{
    qint64 rowId = 0;       ///< 0 on the page of an index.
    QList<QVariant> values; ///< Integers, doubles, texts, bytes, or invalid for NULL.
    bool isIndex = false;   ///< Of an index, or of a table without row ids.
    bool isCut = false;     ///< The end is lost: the last value is what is left of it.
};

/// Calls `take` for each row that can be read on a page of a b-tree (sqlite.org/fileformat2.html,
/// 1.6); none on other pages.
void readRows(DatabasePages &pages, quint32 number, const std::function<void(PageRow)> &take);

} // namespace litedeck
