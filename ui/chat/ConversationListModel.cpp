// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/ConversationListModel.h"

#include "chat/ChatLibrary.h"
#include "widgets/Format.h"

namespace litedeck {

ConversationListModel::ConversationListModel(const ChatLibrary &library, QObject *parent)
    : QAbstractListModel(parent)
    , m_library(library)
    , m_rows(static_cast<int>(library.summaries().size()))
{
    connect(&library, &ChatLibrary::loaded, this, &ConversationListModel::onLoaded);
    connect(&library, &ChatLibrary::summaryAdded, this, [this](qsizetype at) {
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        ++m_rows;
        endInsertRows();
    });
    connect(&library, &ChatLibrary::summaryChanged, this, [this](qsizetype at) {
        const QModelIndex changed = index(static_cast<int>(at));
        emit dataChanged(changed, changed);
    });
    connect(&library, &ChatLibrary::summaryMoved, this, &ConversationListModel::onSummaryMoved);
    connect(&library, &ChatLibrary::summaryRemoved, this, [this](qsizetype at) {
        beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
        --m_rows;
        endRemoveRows();
    });
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.row() >= m_library.summaries().size())
        return {};
    const ConversationSummary &summary = m_library.summaries().at(index.row());
    const QString title = summary.title.isEmpty() ? tr("New chat") : summary.title;
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(title, formatTime(summary.updatedAt));
    case IdRole:
        return summary.id.value;
    case UpdatedAtRole:
        return summary.updatedAt;
    default:
        return {};
    }
}

void ConversationListModel::onLoaded()
{
    const int loaded = static_cast<int>(m_library.summaries().size());
    if (loaded == 0)
        return;
    beginInsertRows({}, 0, loaded - 1);
    m_rows = loaded;
    endInsertRows();
}

void ConversationListModel::onSummaryMoved(qsizetype from, qsizetype to)
{
    // The library has moved the row already; to a view, a move is what it was told about.
    const int target = static_cast<int>(to > from ? to + 1 : to);
    beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, target);
    endMoveRows();
}

} // namespace litedeck
