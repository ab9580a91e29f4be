// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"

#include <QListView>

#include <functional>

namespace litedeck {

class ChatCatalogue;
class ConversationFilter;
class ConversationListModel;

/// The list of conversations: opens them, and pins, archives, renames and deletes the current one
/// by its menu or by keys.
class ConversationList : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationList)

public:
    /// Both outlive the list.
    ConversationList(ChatCatalogue &catalogue, Clock &clock, QWidget *parent = nullptr);

    /// The current conversation; empty when there is none.
    ConversationId current() const;
    void select(const ConversationId &id);
    void setShowsArchived(bool archived);
    /// How many conversations are archived.
    int archivedCount() const;

    /// The row below a point; none on a heading.
    QModelIndex indexAt(const QPoint &point) const override;

signals:
    void chosen(const litedeck::ConversationId &id);
    void removeRequested(const litedeck::ConversationId &id, const QString &title);
    void exportRequested(const litedeck::ConversationId &id);
    /// The chat that was deleted last is to come back.
    void undoRequested();
    /// archivedCount() may be another one.
    void archiveChanged();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    /// Its keys and its line of the menu do something with the current conversation.
    QAction *addKeyAction(const QString &iconName, const QString &text, const QKeySequence &keys,
                          const std::function<void()> &act);
    bool currentIs(int role) const;

    ChatCatalogue &m_catalogue;
    ConversationListModel *m_model;
    ConversationFilter *m_filter;
    QAction *m_pin;
    QAction *m_archive;
};

} // namespace litedeck
