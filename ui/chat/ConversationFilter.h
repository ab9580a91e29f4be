// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace litedeck {

/// The conversations of a ConversationListModel that are archived, or those that are not, with the
/// pinned ones first.
class ConversationFilter : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationFilter)

public:
    explicit ConversationFilter(QObject *parent = nullptr);

    void setShowsArchived(bool archived);
    bool showsArchived() const { return m_showsArchived; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool m_showsArchived = false;
};

} // namespace litedeck
