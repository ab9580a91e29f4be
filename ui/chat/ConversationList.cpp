// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ConversationList.h"

#include "core/chat/ChatCatalogue.h"
#include "ui/chat/ConversationDelegate.h"
#include "ui/chat/ConversationFilter.h"
#include "ui/chat/ConversationListModel.h"
#include "ui/widgets/Icon.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace litedeck {

ConversationList::ConversationList(ChatCatalogue &catalogue, Clock &clock, QWidget *parent)
    : QListView(parent)
    , m_catalogue(catalogue)
    , m_model(new ConversationListModel(catalogue, this))
    , m_filter(new ConversationFilter(clock, this))
{
    setObjectName(u"conversations"_s);
    setAccessibleName(tr("Conversations"));
    m_filter->setSourceModel(m_model);
    setModel(m_filter);
    setItemDelegate(new ConversationDelegate(this));
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setEditTriggers(QAbstractItemView::NoEditTriggers);

    m_pin = addKeyAction(u"pin"_s, tr("Pin"), Qt::CTRL | Qt::Key_P, [this] {
        m_catalogue.setPinned(current(), !currentIs(ConversationListModel::PinnedRole));
    });
    addKeyAction(u"edit"_s, tr("Rename"), QKeySequence(Qt::Key_F2),
                 [this] { edit(currentIndex()); });
    m_archive = addKeyAction(u"archive"_s, tr("Archive"), Qt::CTRL | Qt::Key_E, [this] {
        m_catalogue.setArchived(current(), !currentIs(ConversationListModel::ArchivedRole));
    });
    addKeyAction(u"export"_s, tr("Export…"), {}, [this] { emit exportRequested(current()); });
    addKeyAction(u"trash"_s, tr("Delete"), QKeySequence::Delete,
                 [this] { emit removeRequested(current(), currentIndex().data().toString()); });
    // Not in the menu, which is about the row below it.
    auto *undo = new QShortcut(QKeySequence::Undo, this);
    undo->setContext(Qt::WidgetShortcut);
    connect(undo, &QShortcut::activated, this, &ConversationList::undoRequested);

    const auto choose = [this](const QModelIndex &index) {
        emit chosen({index.data(ConversationListModel::IdRole).toString()});
    };
    connect(this, &QListView::clicked, this, choose);
    connect(this, &QListView::activated, this, choose);
    for (const auto signal : {&ChatCatalogue::summaryAdded, &ChatCatalogue::summaryChanged,
                              &ChatCatalogue::summaryRemoved})
        connect(&catalogue, signal, this, &ConversationList::archiveChanged);
    connect(&catalogue, &ChatCatalogue::loaded, this, &ConversationList::archiveChanged);
}

QAction *ConversationList::addKeyAction(const QString &iconName, const QString &text,
                                        const QKeySequence &keys, const std::function<void()> &act)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, act] {
        if (currentIndex().isValid())
            act();
    });
    addAction(action);
    return action;
}

ConversationId ConversationList::current() const
{
    return {currentIndex().data(ConversationListModel::IdRole).toString()};
}

void ConversationList::select(const ConversationId &id)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (index.data(ConversationListModel::IdRole).toString() == id.value)
            return setCurrentIndex(index);
    }
    setCurrentIndex({});
}

QModelIndex ConversationList::indexAt(const QPoint &point) const
{
    const QModelIndex index = QListView::indexAt(point);
    const int heading = ConversationDelegate::headingHeight(index);
    return point.y() < visualRect(index).top() + heading ? QModelIndex() : index;
}

void ConversationList::setShowsArchived(bool archived)
{
    m_filter->setShowsArchived(archived);
}

int ConversationList::archivedCount() const
{
    return static_cast<int>(
        std::ranges::count(m_catalogue.summaries(), true, &ConversationSummary::isArchived));
}

bool ConversationList::currentIs(int role) const
{
    return currentIndex().data(role).toBool();
}

void ConversationList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    m_pin->setText(currentIs(ConversationListModel::PinnedRole) ? tr("Unpin") : tr("Pin"));
    m_archive->setText(currentIs(ConversationListModel::ArchivedRole) ? tr("Unarchive")
                                                                      : tr("Archive"));
    auto *menu = new QMenu(this);
    menu->setObjectName(u"conversationMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    menu->popup(isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

} // namespace litedeck
