// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"
#include "ui/widgets/TableModel.h"

namespace litedeck {

class Settings;

/// The saved connections, as the settings have them.
class ConnectionsModel : public TableModel<Profile>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsModel)

public:
    enum Column { Name, Server, Team };
    static constexpr int ColumnCount = Team + 1;

    /// `open` is the connection that is marked as open; `settings` outlive the model.
    ConnectionsModel(const Settings &settings, const ProfileId &open, QObject *parent = nullptr);

    /// No id for a row that is not there.
    ProfileId idAt(int row) const;
    /// -1 when it is not there.
    int rowOf(const ProfileId &id) const;

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;

private:
    const Settings &m_settings;
    const ProfileId m_open;
};

} // namespace litedeck
