// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"
#include "core/team/TeamGlance.h"

#include <QAbstractTableModel>

namespace litedeck {

/// The teams of all profiles with what was last known of each; asks nobody.
class TeamsModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamsModel)

public:
    enum Column { Name, Status, Credits, Runway, Failures, Age, ColumnCount };
    enum Role {
        ProfileRole = Qt::UserRole, ///< QString, the id of the profile.
        ToneRole,                   ///< int, the Tone of the status.
    };

    /// Settings and clock outlive the model.
    TeamsModel(const Settings &settings, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// Writes the ages anew.
    void updateAges();

private:
    struct Row
    {
        Profile profile;
        std::optional<TeamGlance> glance;

        friend bool operator==(const Row &, const Row &) = default;
    };

    void onSettingsChanged(const QString &name);
    void readRows();
    QString text(const Row &row, int column) const;

    const Settings &m_settings;
    const Clock &m_clock;
    QList<Row> m_rows;
};

} // namespace litedeck
