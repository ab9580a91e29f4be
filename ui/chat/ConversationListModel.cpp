// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ConversationListModel.h"

#include "core/chat/ChatCatalogue.h"
#include "ui/widgets/ToolTipText.h"
#include "ui/words/Format.h"

namespace litedeck {

namespace {

QString description(const ConversationSummary &summary, const QString &title)
{
    //: %1 is a title, %2 a date and time.
    QStringList parts{
        ConversationListModel::tr("%1, %2").arg(title, formatTime(summary.updatedAt))};
    if (summary.isPinned)
        parts += ConversationListModel::tr("pinned");
    if (summary.isArchived)
        parts += ConversationListModel::tr("archived");
    if (summary.hasDraft)
        parts += ConversationListModel::tr("with a draft");
    if (!summary.openJob.isEmpty())
        //: Said of a chat: the job that its messages go into is not finished.
        parts += ConversationListModel::tr("with an open job that is not paid yet");
    return parts.join(QLatin1StringView(", "));
}

} // namespace

ConversationListModel::ConversationListModel(ChatCatalogue &catalogue, QObject *parent)
    : QAbstractListModel(parent)
    , m_catalogue(catalogue)
    , m_summaries(catalogue.summaries())
{
    connect(&catalogue, &ChatCatalogue::loaded, this, &ConversationListModel::onLoaded);
    connect(&catalogue, &ChatCatalogue::summaryAdded, this, [this](qsizetype at) {
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_summaries = m_catalogue.summaries();
        endInsertRows();
    });
    connect(&catalogue, &ChatCatalogue::summaryChanged, this, [this](qsizetype at) {
        m_summaries = m_catalogue.summaries();
        const QModelIndex changed = index(static_cast<int>(at));
        emit dataChanged(changed, changed);
    });
    connect(&catalogue, &ChatCatalogue::summaryMoved, this, &ConversationListModel::onSummaryMoved);
    connect(&catalogue, &ChatCatalogue::summaryRemoved, this, [this](qsizetype at) {
        beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
        m_summaries = m_catalogue.summaries();
        endRemoveRows();
    });
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_summaries.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationSummary &summary = m_summaries.at(index.row());
    const QString title = summary.title.isEmpty() ? tr("New chat") : summary.title;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return title;
    case Qt::ToolTipRole:
        return plainToolTip(description(summary, title));
    case Qt::AccessibleTextRole:
        return description(summary, title);
    case IdRole:
        return summary.id.value;
    case UpdatedAtRole:
        return summary.updatedAt;
    case PinnedRole:
        return summary.isPinned;
    case ArchivedRole:
        return summary.isArchived;
    case DraftRole:
        return summary.hasDraft;
    case OpenJobRole:
        return !summary.openJob.isEmpty();
    default:
        return {};
    }
}

Qt::ItemFlags ConversationListModel::flags(const QModelIndex &index) const
{
    return QAbstractListModel::flags(index) |
           (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool ConversationListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString title = value.toString().simplified();
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole ||
        title.isEmpty())
        return false;
    m_catalogue.rename(ConversationId(m_summaries.at(index.row()).id), title);
    return true;
}

void ConversationListModel::onLoaded()
{
    // Those that were begun in this run stand before the ones that were read, and are known.
    const int known = rowCount();
    const int loaded = static_cast<int>(m_catalogue.summaries().size());
    if (loaded == known)
        return;
    beginInsertRows({}, known, loaded - 1);
    m_summaries = m_catalogue.summaries();
    endInsertRows();
}

void ConversationListModel::onSummaryMoved(qsizetype from, qsizetype to)
{
    const int target = static_cast<int>(to > from ? to + 1 : to);
    beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, target);
    m_summaries = m_catalogue.summaries();
    endMoveRows();
}

} // namespace litedeck
