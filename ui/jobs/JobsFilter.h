// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/Jobs.h"

#include <QSortFilterProxyModel>
#include <QStringList>

#include <optional>

namespace litedeck {

/// The jobs that the user wants to see, sorted by any column, the newest first at the start.
class JobsFilter : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobsFilter)

public:
    explicit JobsFilter(QObject *parent = nullptr);

    /// Keeps jobs that contain every word of `text` somewhere, in any case.
    void setText(const QString &text);
    /// Keeps jobs in this status; all without one.
    void setStatus(std::optional<JobStatus> status);
    bool isFiltering() const { return m_status.has_value() || !m_words.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    std::optional<JobStatus> m_status;
};

} // namespace litedeck
