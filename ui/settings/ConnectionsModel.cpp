// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ConnectionsModel.h"

#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"

#include <algorithm>

namespace litedeck {

ConnectionsModel::ConnectionsModel(const Settings &settings, const ProfileId &open, QObject *parent)
    : QAbstractTableModel(parent)
    , m_settings(settings)
    , m_open(open)
    , m_rows(settings.profiles())
{
    connect(&settings, &Settings::changed, this, [this](const QString &name) {
        if (name == Settings::ProfilesName)
            read();
    });
}

ProfileId ConnectionsModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows.at(row).id : ProfileId();
}

int ConnectionsModel::rowOf(const ProfileId &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row).id == id)
            return row;
    }
    return -1;
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ConnectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Profile &profile = m_rows.at(index.row());
    switch (index.column()) {
    case Name:
        //: The connection %1 is the one that is open now.
        return profile.id == m_open ? tr("%1 (open)").arg(profile.name) : profile.name;
    case Server:
        return addressText(profile.server); // as it is on the wire
    case Team:
        return profile.team.value;
    default:
        return {};
    }
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Server:
        return tr("Server");
    case Team:
        return tr("Team");
    default:
        return {};
    }
}

void ConnectionsModel::read()
{
    const QList<Profile> now = m_settings.profiles();
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto isIt = [&](const Profile &profile) { return profile.id == m_rows.at(row).id; };
        if (std::any_of(now.cbegin(), now.cend(), isIt))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    // What stays keeps its order, and what is new comes last.
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row) == now.at(row))
            continue;
        m_rows[row] = now.at(row);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (now.size() > m_rows.size()) {
        beginInsertRows({}, rowCount(), int(now.size()) - 1);
        m_rows += now.mid(m_rows.size());
        endInsertRows();
    }
}

} // namespace litedeck
