// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/TeamsCard.h"

#include "ui/team/TeamsModel.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/ToneDelegate.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr int MostRows = 6; // more scroll

} // namespace

TeamsCard::TeamsCard(const Settings &settings, const Clock &clock, QWidget *parent)
    : Card(tr("Your teams"), parent)
    , m_model(new TeamsModel(settings, clock, this))
    , m_table(named(u"teamsTable"_s, new RowTable(this)))
    , m_open(named(u"teamsOpen"_s, new QPushButton(tr("Open"), this)))
{
    setObjectName(u"teamsCard"_s);
    setFlush(true);
    m_table->setAccessibleName(tr("Your teams"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ToneDelegate(m_table));
    m_table->setToolTip(tr("Enter opens a team"));
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    content()->addWidget(m_table);
    m_open->setAccessibleName(tr("Open the chosen team"));
    m_open->setEnabled(false);
    addHeaderWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, &TeamsCard::openChosen);
    connect(m_table, &QTableView::activated, this, &TeamsCard::openChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_open->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TeamsCard::onRowsChanged);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TeamsCard::onRowsChanged);
    onRowsChanged();
}

void TeamsCard::updateAges()
{
    m_model->updateAges();
}

void TeamsCard::openChosen()
{
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid())
        emit profileRequested({index.data(TeamsModel::ProfileRole).toString()});
}

void TeamsCard::onRowsChanged()
{
    const int rows = m_model->rowCount();
    const int shown = std::min(rows, MostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            shown * m_table->verticalHeader()->defaultSectionSize() + 2);
    setVisible(rows > 1);
}

} // namespace litedeck
