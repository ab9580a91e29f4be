// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/JobsModel.h"

#include "jobs/JobWords.h"
#include "widgets/Format.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

QString dash()
{
    return u"–"_s;
}

QString haystackOf(const Job &job)
{
    const QByteArray metadata = QJsonDocument(job.metadata).toJson(QJsonDocument::Compact);
    const QStringList parts{job.id.value,     job.type,   JobWords::models(job),
                            job.errorMessage, job.userId, QString::fromUtf8(metadata)};
    return parts.join(u'\n').toCaseFolded();
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? dash() : text;
}

} // namespace

JobsModel::JobsModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

int JobsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JobsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(size_t(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return display(row.job, index.column());
    case Qt::ToolTipRole:
        return toolTip(row.job, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Duration ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter))
                                          : QVariant();
    case IdRole:
        return row.job.id.value;
    case StatusRole:
        return int(row.job.status);
    case SortRole:
        return sortKey(row.job, index.column());
    case HaystackRole:
        return row.haystack;
    case BadgeToneRole:
        return badgeTone(row.job, index.column());
    default:
        return {};
    }
}

QVariant JobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Duration)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Status:
        return tr("Status");
    case Type:
        return tr("Type");
    case Model:
        return tr("Model");
    case Created:
        return tr("Created");
    case Duration:
        return tr("Duration");
    case Credits:
        return tr("Credit");
    case ErrorText:
        return tr("Error");
    default:
        return {};
    }
}

QVariant JobsModel::display(const Job &job, int column) const
{
    switch (column) {
    case Status:
        return JobWords::status(job.status);
    case Type:
        return job.type;
    case Model:
        return orDash(JobWords::models(job));
    case Created:
        return formatTime(job.createdAt);
    case Duration:
        if (const auto duration = durationOf(job))
            return JobWords::duration(*duration);
        return dash();
    case Credits:
        return job.creditApplied || ranUncharged(job) ? JobWords::charge(job) : dash();
    case ErrorText:
        return job.errorMessage.simplified();
    default:
        return {};
    }
}

QVariant JobsModel::sortKey(const Job &job, int column) const
{
    switch (column) {
    case Created:
        return job.createdAt;
    case Duration:
        return qint64(durationOf(job).value_or(Milliseconds(-1)).count());
    case Credits:
        return ranUncharged(job) ? 0 : job.creditApplied ? 1 : 2;
    default:
        return display(job, column);
    }
}

QVariant JobsModel::toolTip(const Job &job, int column) const
{
    switch (column) {
    case Status:
        return job.id.value;
    case Credits:
        if (ranUncharged(job))
            return JobWords::whyUncharged();
        return {};
    case ErrorText:
        return job.errorMessage.isEmpty() ? QVariant() : QVariant(job.errorMessage.toHtmlEscaped());
    default:
        return {};
    }
}

QVariant JobsModel::badgeTone(const Job &job, int column) const
{
    if (column == Status)
        return int(JobWords::tone(job.status));
    if (column == Credits && ranUncharged(job))
        return int(Tone::Warning);
    return {};
}

int JobsModel::merge(const QList<Job> &jobs)
{
    std::vector<Row> added;
    QSet<JobId> addedIds;
    for (const Job &job : jobs) {
        const auto known = m_rowOf.constFind(job.id);
        if (known == m_rowOf.cend()) {
            if (!addedIds.contains(job.id)) {
                addedIds.insert(job.id);
                added.push_back({job, haystackOf(job)});
            }
            continue;
        }
        Row &row = m_rows.at(size_t(*known));
        if (row.job == job)
            continue;
        row = {job, haystackOf(job)};
        emit dataChanged(index(*known, 0), index(*known, ColumnCount - 1));
    }
    if (added.empty())
        return 0;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(added.size()) - 1);
    for (Row &row : added) {
        m_rowOf.insert(row.job.id, int(m_rows.size()));
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
    return int(added.size());
}

void JobsModel::remove(const QSet<JobId> &ids)
{
    // From the end, so that the rows still to be looked at keep their numbers.
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (!ids.contains(jobAt(last).id))
            continue;
        int first = last;
        while (first > 0 && ids.contains(jobAt(first - 1).id))
            --first;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_rowOf.remove(jobAt(row).id);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        for (auto row = size_t(first); row < m_rows.size(); ++row)
            m_rowOf[m_rows[row].job.id] = int(row);
        endRemoveRows();
        last = first;
    }
}

const Job *JobsModel::job(const JobId &id) const
{
    const auto row = m_rowOf.constFind(id);
    return row == m_rowOf.cend() ? nullptr : &jobAt(*row);
}

QModelIndex JobsModel::indexOf(const JobId &id) const
{
    const auto row = m_rowOf.constFind(id);
    return row == m_rowOf.cend() ? QModelIndex() : index(*row, 0);
}

QSet<JobId> JobsModel::ids() const
{
    QSet<JobId> ids;
    ids.reserve(m_rowOf.size());
    for (auto it = m_rowOf.keyBegin(); it != m_rowOf.keyEnd(); ++it)
        ids.insert(*it);
    return ids;
}

} // namespace litedeck
