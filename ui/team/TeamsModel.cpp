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

namespace {

bool isNumber(int column)
{
    return column == TeamsModel::Credits || column == TeamsModel::Failures;
}

} // namespace

TeamsModel::TeamsModel(const Settings &settings, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_settings(settings)
    , m_clock(clock)
{
    connect(&settings, &Settings::changed, this, &TeamsModel::onSettingsChanged);
    readRows();
}

int TeamsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TeamsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TeamsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Name ? QVariant(row.profile.server.toString()) : QVariant();
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                        : QVariant();
    case ProfileRole:
        return row.profile.id.value;
    case ToneRole:
        return int(row.glance ? TeamWords::tone(row.glance->state) : Tone::Neutral);
    default:
        return {};
    }
}

QVariant TeamsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Team");
    case Status:
        return tr("Status");
    case Credits:
        return tr("Credits");
    case Runway:
        return tr("Runway");
    case Failures:
        return tr("Failed in a day");
    case Age:
        return tr("Last known");
    default:
        return {};
    }
}

QString TeamsModel::text(const Row &row, int column) const
{
    if (column == Name)
        return row.profile.name;
    if (!row.glance)
        return column == Status ? tr("Not known yet") : u"–"_s;
    const TeamGlance &glance = *row.glance;
    switch (column) {
    case Status:
        return TeamWords::stateTitle(glance.state, glance.word);
    case Credits:
        return glance.left ? AllowanceWords::figure(*glance.left, glance.unit) : u"–"_s;
    case Runway:
        return glance.daysLeft ? RunwayWords::days(*glance.daysLeft) : u"–"_s;
    case Failures:
        //: %1 is a percentage.
        return glance.failureShare
                   ? tr("%1 %").arg(QLocale().toString(100 * *glance.failureShare, 'f', 0))
                   : u"–"_s;
    case Age:
        return formatAge(glance.at, m_clock.utcNow());
    default:
        return {};
    }
}

void TeamsModel::updateAges()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, Age), index(rowCount() - 1, Age));
}

void TeamsModel::onSettingsChanged(const QString &name)
{
    if (name == Settings::ProfilesName || name == Keys::TeamGlances.name)
        readRows();
}

void TeamsModel::readRows()
{
    QList<Row> rows;
    for (const Profile &profile : m_settings.profiles())
        rows += {profile, TeamGlances::read(m_settings, profile.server, profile.team)};
    if (rows.size() < m_rows.size()) {
        beginRemoveRows({}, int(rows.size()), rowCount() - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row) == rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (rows.size() > m_rows.size()) {
        beginInsertRows({}, rowCount(), int(rows.size()) - 1);
        m_rows += rows.mid(m_rows.size());
        endInsertRows();
    }
}

} // namespace litedeck
