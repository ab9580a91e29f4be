// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "ui/chat/ConversationListModel.h"

#include <QDate>
#include <QMap>
#include <QSortFilterProxyModel>

#include <memory>

namespace litedeck {

/// The conversations of a ConversationListModel that are archived, or those that are not, with the
/// pinned ones first. Those that are not pinned are grouped by the day of their last message.
///
/// A heading is no row: the first row of a group has it, so that the keyboard meets conversations
/// only, and tells it to screen readers before its own text. Days are those of the local time.
class ConversationFilter : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationFilter)

public:
    enum Role {
        /// QString: what stands above the row; empty within a group.
        HeadingRole = ConversationListModel::OpenJobRole + 1,
    };

    /// How often to see whether another day has begun: a timer until midnight would be late after
    /// the machine slept.
    static constexpr Milliseconds DayCheckInterval{600'000};

    /// `clock` outlives the filter.
    explicit ConversationFilter(Clock &clock, QObject *parent = nullptr);

    void setShowsArchived(bool archived);

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString groupOf(int row, QDate today) const;
    QMap<int, QString> findHeadings() const;
    void updateHeadings();

    Clock &m_clock;
    std::unique_ptr<Timer> m_dayTimer;
    QMap<int, QString> m_headings; ///< By the row that they stand above.
    bool m_showsArchived = false;
};

} // namespace litedeck
