// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/team/TeamsModel.h"

#include "core/base/Clock.h"
#include "core/settings/Settings.h"
#include "ui/words/AllowanceWords.h"
#include "ui/words/Format.h"
#include "ui/words/RunwayWords.h"
#include "ui/words/TeamWords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace litedeck {

TeamsModel::TeamsModel(const Settings &settings, const Clock &clock, QObject *parent)
    : TableModel(ColumnCount, parent)
    , m_settings(settings)
    , m_clock(clock)
{
    connect(&settings, &Settings::changed, this, &TeamsModel::onSettingsChanged);
    readRows();
}

TableHeading TeamsModel::heading(int column) const
{
    switch (Column(column)) {
    case Name:
        return {tr("Team"), ColumnKind::Text};
    case Status:
        return {tr("Status"), ColumnKind::Text};
    case Credits:
        return {tr("Credits"), ColumnKind::Number};
    case Runway:
        return {tr("Runway"), ColumnKind::Text};
    case Failures:
        return {tr("Failed in a day"), ColumnKind::Number};
    case Age:
        return {tr("Last known"), ColumnKind::Text};
    }
    Q_UNREACHABLE();
}

TableCell TeamsModel::cell(int row, int column) const
{
    const Profile &profile = at(row).profile;
    const std::optional<TeamGlance> &glance = at(row).glance;
    const auto dash = [] { return u"–"_s; };
    switch (Column(column)) {
    case Name:
        return {.text = profile.name, .toolTip = profile.server.toString()};
    case Status:
        if (!glance)
            return {.text = tr("Not known yet")};
        return {.text = TeamWords::stateTitle(glance->state, glance->word, {.unit = glance->unit}),
                .tone = TeamWords::of(glance->state).tone};
    case Credits:
        if (!glance || !glance->left)
            return {.text = dash()};
        return {.text = AllowanceWords::figure(*glance->left, glance->unit)};
    case Runway:
        return {.text = glance && glance->daysLeft ? RunwayWords::days(*glance->daysLeft) : dash()};
    case Failures:
        if (!glance || !glance->failureShare)
            return {.text = dash()};
        //: %1 is a percentage.
        return {.text = tr("%1 %").arg(QLocale().toString(100 * *glance->failureShare, 'f', 0))};
    case Age:
        return {.text = glance ? formatAge(glance->at, m_clock.utcNow()) : dash()};
    }
    Q_UNREACHABLE();
}

QVariant TeamsModel::rowData(int row, int role) const
{
    return role == ProfileRole ? QVariant(at(row).profile.id.value) : QVariant();
}

void TeamsModel::updateAges()
{
    if (rowCount() > 0)
        tellChanged(0, rowCount() - 1);
}

void TeamsModel::onSettingsChanged(const QString &name)
{
    if (name == Settings::ProfilesName || name == Keys::TeamGlances.name)
        readRows();
}

void TeamsModel::readRows()
{
    QList<TeamRow> rows;
    for (const Profile &profile : m_settings.profiles())
        rows += {profile, TeamGlances::read(m_settings, profile.server, profile.team)};
    setRows(rows);
}

} // namespace litedeck
