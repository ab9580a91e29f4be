// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/TurnSearch.h"
#include "ui/widgets/TableModel.h"

namespace litedeck {

/// What a search in all conversations found.
class SearchHitsModel : public TableModel<SearchHit>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchHitsModel)

public:
    explicit SearchHitsModel(QObject *parent = nullptr);

    /// None of what was found before stays, so that nothing new is taken for what was chosen.
    void setHits(const QList<SearchHit> &hits);

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;
};

} // namespace litedeck
