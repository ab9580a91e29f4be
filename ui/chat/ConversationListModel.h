// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ConversationTables.h"

#include <QAbstractListModel>

namespace litedeck {

class ChatCatalogue;

/// The conversations of a catalogue, newest first; they can be renamed.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationListModel)

public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString
        UpdatedAtRole,         ///< QDateTime, UTC
        PinnedRole,            ///< bool
        ArchivedRole,          ///< bool
        DraftRole,             ///< bool: something is written and not sent
        OpenJobRole,           ///< bool: its job is open, and not paid yet
    };

    /// `catalogue` outlives the model.
    explicit ConversationListModel(ChatCatalogue &catalogue, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Renames a conversation, unless the title is blank.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    void onLoaded();
    void onSummaryMoved(qsizetype from, qsizetype to);

    ChatCatalogue &m_catalogue;
    /// What the views have been told, which lags behind the catalogue for a moment.
    QList<ConversationSummary> m_summaries;
};

} // namespace litedeck
