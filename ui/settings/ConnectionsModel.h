// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"

#include <QAbstractTableModel>

namespace litedeck {

class Settings;

/// The saved connections, as the settings have them.
class ConnectionsModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsModel)

public:
    enum Column { Name, Server, Team, ColumnCount };

    /// `open` is the connection that is marked as open; `settings` outlive the model.
    ConnectionsModel(const Settings &settings, const ProfileId &open, QObject *parent = nullptr);

    /// No id for a row that is not there.
    ProfileId idAt(int row) const;
    /// -1 when it is not there.
    int rowOf(const ProfileId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void read();

    const Settings &m_settings;
    const ProfileId m_open;
    QList<Profile> m_rows;
};

} // namespace litedeck
