// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ConversationTables.h"

#include <QAbstractListModel>

namespace litedeck {

class ChatLibrary;

/// The conversations of a library, newest first.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationListModel)

public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString
        UpdatedAtRole,         ///< QDateTime, UTC
    };

    /// `library` outlives the model.
    explicit ConversationListModel(const ChatLibrary &library, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void onLoaded();
    void onSummaryMoved(qsizetype from, qsizetype to);

    const ChatLibrary &m_library;
    /// What the views have been told, which lags behind the library for a moment.
    QList<ConversationSummary> m_summaries;
};

} // namespace litedeck
