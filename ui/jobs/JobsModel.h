// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/JobBook.h"
#include "core/jobs/JobQuery.h"
#include "ui/widgets/CellModel.h"
#include "ui/words/RecordWords.h"

namespace litedeck {

/// The jobs of a book that the user wants to see, in the wanted order; one column a JobField.
///
/// Changes row by row, never resets. A new filter or order takes effect at once while there are few
/// jobs; else it is worked out on another thread, and what was shown stays until arranged().
class JobsModel : public CellModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsModel)

public:
    enum RowRole {
        IdRole = FirstRowRole, ///< QString, the job's id.
        StatusRole,            ///< int, a RecordStatus.
    };
    /// Up to this many jobs are arranged at once.
    static constexpr qsizetype FewJobs = 2'000;

    /// `book` outlives the model, which follows its changes.
    explicit JobsModel(JobBook &book, QObject *parent = nullptr,
                       const RecordWords &words = RecordWords({.jobs = true}));
    ~JobsModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    const JobFilter &filter() const { return m_wanted.filter; }
    void setFilter(const JobFilter &filter);
    /// Whether a filter or an order has still to take effect.
    bool isArranging() const { return m_run != nullptr; }

    /// All jobs that are known, shown or not.
    JobBook &book() const { return m_book; }
    const JobRow &at(int row) const;
    /// What is shown, for other threads.
    JobRows shown() const { return m_book.shared(m_shown); }
    /// The first cell of that job; invalid when it is unknown or not shown.
    QModelIndex indexOf(const JobId &id) const;

signals:
    /// The filter or the order takes effect; the view's current row may go away. Always followed by
    /// arranged().
    void aboutToArrange();
    void arranged();
    /// A job that is shown goes away, which a view's current row should survive; followed by
    /// rowLeft().
    void rowLeaving();
    void rowLeft();

protected:
    TableHeading heading(int column) const override;
    TableCell cell(int row, int column) const override;
    QVariant rowData(int row, int role) const override;

private:
    struct Run;
    using List = std::vector<const JobRow *>;

    void arrange();
    void finishArranging(const JobRows &rows);
    void adopt(List rows);
    void apply(const QList<JobChange> &changes);
    void removeAll(const QSet<JobId> &ids);
    void replaceInPlace(const JobChange &change, List &added);
    void insertAll(List added);
    qsizetype placeOf(const JobRow *row) const;
    bool staysAt(qsizetype place, const JobRow *row) const;

    JobBook &m_book;
    const RecordWords m_words;
    List m_shown;       ///< In the order of m_applied; the book keeps them alive.
    size_t m_count = 0; ///< Of the rows that views know of; differs while rows are exchanged.
    JobQuery m_applied;
    JobQuery m_wanted;
    std::shared_ptr<Run> m_run;  ///< What is under way on another thread.
    QList<JobChange> m_sinceRun; ///< Changes that it does not know.
};

} // namespace litedeck
