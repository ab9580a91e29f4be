// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/JobsModel.h"

#include "core/base/Background.h"
#include "ui/jobs/JobCells.h"

#include <algorithm>

namespace litedeck {

namespace {

/// More places than this are changed faster all at once than one by one.
constexpr qsizetype FewPlaces = 24;

} // namespace

/// A filter or an order that is worked out on another thread.
struct JobsModel::Run
{
    std::atomic_bool cancelled = false;
};

JobsModel::JobsModel(JobBook &book, QObject *parent, const RecordWords &words)
    : CellModel(JobFieldCount, parent)
    , m_book(book)
    , m_words(words)
{
    connect(&book, &JobBook::changed, this, &JobsModel::apply);
    adopt(litedeck::arranged(book.rows(), m_applied, false).list);
}

JobsModel::~JobsModel()
{
    if (m_run)
        m_run->cancelled = true;
}

int JobsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_count);
}

TableHeading JobsModel::heading(int column) const
{
    return JobCells::column(JobField(column), m_words).heading;
}

TableCell JobsModel::cell(int row, int column) const
{
    return JobCells::cell(at(row), JobField(column));
}

QVariant JobsModel::rowData(int row, int role) const
{
    switch (RowRole(role)) {
    case IdRole:
        return at(row).job.id.value;
    case StatusRole:
        return int(at(row).job.status);
    }
    return {};
}

const JobRow &JobsModel::at(int row) const
{
    // A view may look at a row that is on its way in or out.
    static const JobRow passing;
    return size_t(row) < m_shown.size() ? *m_shown[size_t(row)] : passing;
}

QModelIndex JobsModel::indexOf(const JobId &id) const
{
    const JobRowPtr row = m_book.row(id);
    const qsizetype place = row ? placeOf(row.get()) : -1;
    return place < 0 ? QModelIndex() : index(int(place), 0);
}

void JobsModel::sort(int column, Qt::SortOrder order)
{
    m_wanted.order = column < 0 ? JobOrder() : JobOrder{JobField(column), order};
    arrange();
}

void JobsModel::setFilter(const JobFilter &filter)
{
    m_wanted.filter = filter;
    arrange();
}

void JobsModel::arrange()
{
    if (m_run)
        m_run->cancelled = true;
    m_run.reset();
    m_sinceRun.clear();
    if (m_wanted == m_applied)
        return;
    const auto run = std::make_shared<Run>();
    if (m_book.size() <= FewJobs) {
        finishArranging(litedeck::arranged(m_book.rows(), m_wanted, run->cancelled));
        return;
    }
    m_run = run;
    inBackground(
        [run, rows = m_book.rows(), query = m_wanted]() mutable {
            return litedeck::arranged(std::move(rows), query, run->cancelled);
        },
        this,
        [this, run](const JobRows &result) {
            if (m_run == run)
                finishArranging(result);
        });
}

void JobsModel::finishArranging(const JobRows &rows)
{
    m_run.reset();
    emit aboutToArrange();
    m_applied = m_wanted;
    adopt(rows.list);
    apply(std::exchange(m_sinceRun, {}));
    emit arranged();
}

// Shows other rows in as few steps as a view can be told of: those that stay keep their selection,
// the surplus goes from the end or comes at the end.
void JobsModel::adopt(List rows)
{
    const auto before = int(m_shown.size());
    const auto after = int(rows.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_count = rows.size();
        endInsertRows();
    }
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    m_shown.swap(rows); // from here on `rows` is what was shown
    for (const QModelIndex &cell : old) {
        const bool wasShown = size_t(cell.row()) < rows.size();
        const qsizetype place = wasShown ? placeOf(rows[size_t(cell.row())]) : -1;
        changePersistentIndex(cell, place < 0 ? QModelIndex() : index(int(place), cell.column()));
    }
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_count = m_shown.size();
        endRemoveRows();
    }
}

void JobsModel::apply(const QList<JobChange> &changes)
{
    if (m_run)
        m_sinceRun += changes;
    QSet<JobId> gone;
    for (const JobChange &change : changes) {
        if (!change.after)
            gone.insert(change.before->job.id);
    }
    if (gone.size() > FewPlaces) {
        removeAll(gone);
        return;
    }
    List added;
    for (const JobChange &change : changes)
        replaceInPlace(change, added);
    insertAll(std::move(added));
}

void JobsModel::removeAll(const QSet<JobId> &ids)
{
    List rest = m_shown;
    std::erase_if(rest, [&ids](const JobRow *row) { return ids.contains(row->job.id); });
    emit rowLeaving();
    adopt(std::move(rest));
    emit rowLeft();
}

void JobsModel::replaceInPlace(const JobChange &change, List &added)
{
    const bool comes = change.after && m_applied.filter.accepts(*change.after);
    const JobRow *const fresh = change.after.get();
    const qsizetype place = change.before ? placeOf(change.before.get()) : -1;
    if (place < 0) {
        std::erase(added, change.before.get()); // it came with the same changes
        if (comes)
            added.push_back(fresh);
        return;
    }
    const auto row = int(place);
    if (comes && staysAt(place, fresh)) {
        m_shown[size_t(place)] = fresh;
        tellChanged(row, row);
        return;
    }
    if (!comes) {
        emit rowLeaving();
        beginRemoveRows({}, row, row);
        m_shown.erase(m_shown.begin() + place);
        --m_count;
        endRemoveRows();
        emit rowLeft();
        return;
    }
    // To where it belongs among the others; the row itself is out of order while one looks.
    const auto old = m_shown.begin() + place;
    auto target = std::lower_bound(m_shown.begin(), old, fresh, m_applied.order);
    if (target == old)
        target = std::lower_bound(old + 1, m_shown.end(), fresh, m_applied.order);
    const bool moves =
        target != old + 1 && beginMoveRows({}, row, row, {}, int(target - m_shown.begin()));
    const auto now = target > old ? std::rotate(old, old + 1, target)
                                  : (std::rotate(target, old, old + 1), target);
    *now = fresh;
    if (moves)
        endMoveRows();
    const auto there = int(now - m_shown.begin());
    tellChanged(there, there);
}

void JobsModel::insertAll(List added)
{
    std::sort(added.begin(), added.end(), m_applied.order);
    // Neighbours come together; positions are those before anything is inserted.
    QList<std::pair<qsizetype, qsizetype>> runs; // place, how many
    for (const JobRow *row : added) {
        const auto place =
            std::lower_bound(m_shown.cbegin(), m_shown.cend(), row, m_applied.order) -
            m_shown.cbegin();
        if (!runs.isEmpty() && runs.constLast().first == place)
            ++runs.last().second;
        else
            runs.append({place, 1});
    }
    if (runs.size() > FewPlaces) {
        List all;
        all.reserve(m_shown.size() + added.size());
        std::merge(m_shown.cbegin(), m_shown.cend(), added.cbegin(), added.cend(),
                   std::back_inserter(all), m_applied.order);
        adopt(std::move(all));
        return;
    }
    qsizetype done = 0;
    for (const auto &[place, count] : runs) {
        const qsizetype at = place + done;
        beginInsertRows({}, int(at), int(at + count - 1));
        m_shown.insert(m_shown.begin() + at, added.cbegin() + done, added.cbegin() + done + count);
        m_count += size_t(count);
        endInsertRows();
        done += count;
    }
}

qsizetype JobsModel::placeOf(const JobRow *row) const
{
    const auto place = std::lower_bound(m_shown.cbegin(), m_shown.cend(), row, m_applied.order);
    const bool found = place != m_shown.cend() && (*place)->job.id == row->job.id;
    return found ? place - m_shown.cbegin() : -1;
}

bool JobsModel::staysAt(qsizetype place, const JobRow *row) const
{
    const auto at = m_shown.cbegin() + place;
    const bool afterPrevious = at == m_shown.cbegin() || m_applied.order(*(at - 1), row);
    return afterPrevious && (at + 1 == m_shown.cend() || m_applied.order(row, *(at + 1)));
}

} // namespace litedeck
