// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/ConnectionsModel.h"

#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"

namespace litedeck {

ConnectionsModel::ConnectionsModel(const Settings &settings, const ProfileId &open, QObject *parent)
    : TableModel(ColumnCount, parent, settings.profiles())
    , m_settings(settings)
    , m_open(open)
{
    connect(&settings, &Settings::changed, this, [this](const QString &name) {
        if (name == Settings::ProfilesName)
            mergeRows(m_settings.profiles(), &Profile::id);
    });
}

ProfileId ConnectionsModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? at(row).id : ProfileId();
}

int ConnectionsModel::rowOf(const ProfileId &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).id == id)
            return row;
    }
    return -1;
}

TableHeading ConnectionsModel::heading(int column) const
{
    switch (Column(column)) {
    case Name:
        return {tr("Name"), ColumnKind::Text};
    case Server:
        return {tr("Server"), ColumnKind::Text};
    case Team:
        return {tr("Team"), ColumnKind::Text};
    }
    Q_UNREACHABLE();
}

TableCell ConnectionsModel::cell(int row, int column) const
{
    const Profile &profile = at(row);
    switch (Column(column)) {
    case Name:
        //: The connection %1 is the one that is open now.
        return {.text = profile.id == m_open ? tr("%1 (open)").arg(profile.name) : profile.name};
    case Server:
        return {.text = addressText(profile.server)}; // as it is on the wire
    case Team:
        return {.text = profile.shownTeam()};
    }
    Q_UNREACHABLE();
}

} // namespace litedeck
