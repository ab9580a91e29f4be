// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/SharesCard.h"

#include "ui/team/SharesModel.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/ToneDelegate.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr qsizetype MostRows = 8; // more scroll

} // namespace

SharesCard::SharesCard(QWidget *parent)
    : Card(tr("Used in this team"), parent)
    , m_model(new SharesModel(this))
    , m_table(named(u"sharesTable"_s, new RowTable(this)))
{
    setObjectName(u"sharesCard"_s);
    setFlush(true);
    m_table->setAccessibleName(tr("Used in this team"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ToneDelegate(m_table));
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    content()->addWidget(m_table);
    hide();
}

void SharesCard::setShares(const QList<Share> &shares)
{
    m_model->setShares(shares);
    const int shown = int(std::min(shares.size(), MostRows));
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            shown * m_table->verticalHeader()->defaultSectionSize() + 2);
    setVisible(!shares.isEmpty());
}

} // namespace litedeck
