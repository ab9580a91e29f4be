// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"
#include "core/team/TeamGlance.h"
#include "ui/widgets/TableModel.h"

namespace litedeck {

/// A profile with what was last known of its team.
struct TeamRow
{
    Profile profile;
    std::optional<TeamGlance> glance;

    friend bool operator==(const TeamRow &, const TeamRow &) = default;
};

/// The teams of all profiles with what was last known of each; asks nobody.
class TeamsModel : public TableModel<TeamRow>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TeamsModel)

public:
    enum Column { Name, Status, Credits, Runway, Failures, Age };
    static constexpr int ColumnCount = Age + 1;
    enum RowRole { ProfileRole = FirstRowRole }; ///< QString, the id of the profile.

    /// Settings and clock outlive the model.
    TeamsModel(const Settings &settings, const Clock &clock, QObject *parent = nullptr);

    /// Writes the ages anew.
    void updateAges();

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;
    QVariant rowData(int row, int role) const override;

private:
    void onSettingsChanged(const QString &name);
    void readRows();

    const Settings &m_settings;
    const Clock &m_clock;
};

} // namespace litedeck
