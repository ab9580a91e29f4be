// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/SharesModel.h"

#include "ui/words/AllowanceWords.h"

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString nameOf(const Share &share)
{
    switch (share.kind) {
    case Share::Kind::Member:
        //: %1 is a user of the proxy.
        return share.isOwn ? SharesModel::tr("%1 (you)").arg(share.name) : share.name;
    case Share::Kind::Key:
        //: %1 names a key of the proxy.
        return share.isOwn ? SharesModel::tr("Key “%1” (this key)").arg(share.name)
                           : SharesModel::tr("Key “%1”").arg(share.name);
    }
    Q_UNREACHABLE();
}

QString money(qint64 amount)
{
    return AllowanceWords::figure(amount, AmountUnit::NanoDollars);
}

} // namespace

SharesModel::SharesModel(QObject *parent)
    : TableModel(ColumnCount, parent)
{}

TableHeading SharesModel::heading(int column) const
{
    switch (Column(column)) {
    case Who:
        return {tr("Who"), ColumnKind::Text};
    case Used:
        return {tr("Used"), ColumnKind::Number};
    case Limit:
        return {tr("Limit"), ColumnKind::Number};
    }
    Q_UNREACHABLE();
}

TableCell SharesModel::cell(int row, int column) const
{
    const Share &share = at(row);
    switch (Column(column)) {
    case Who:
        return {.text = nameOf(share),
                .tone = share.isOwn ? std::optional(Tone::Success) : std::nullopt};
    case Used:
        return {.text = money(share.used)};
    case Limit:
        return {.text = share.limit ? money(*share.limit) : tr("no limit")};
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
