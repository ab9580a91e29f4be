// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ConversationSide.h"

#include "ui/chat/ConversationList.h"
#include "ui/chat/ConversationSearch.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"
#include "ui/words/Format.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace litedeck {

ConversationSide::ConversationSide(ChatCatalogue &catalogue, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_search(new ConversationSearch(catalogue, clock))
    , m_list(new ConversationList(catalogue, clock))
    , m_archive(new QPushButton)
{
    m_archive->setObjectName(u"showArchived"_s);
    m_archive->setCheckable(true);
    m_archive->setFlat(true);

    auto *column = columnOf(this, Spacing::S, {buildHead(), m_search, {m_list, 1}, m_archive},
                            {Spacing::M, Spacing::M, 0, Spacing::M});

    connect(m_search, &ConversationSearch::chosen, this, &ConversationSide::hitChosen);
    connect(m_search, &ConversationSearch::activeChanged, this, [this, column](bool active) {
        m_list->setVisible(!active);
        column->setStretchFactor(m_search, active ? 1 : 0);
    });
    connect(m_archive, &QPushButton::toggled, m_list, &ConversationList::setShowsArchived);
    connect(m_archive, &QPushButton::toggled, this, &ConversationSide::updateArchive);
    connect(m_list, &ConversationList::archiveChanged, this, &ConversationSide::updateArchive);
    updateArchive();
}

QLayout *ConversationSide::buildHead()
{
    auto *newChat = new QPushButton(icon(u"new-chat"_s), tr("New chat"));
    newChat->setObjectName(u"newChat"_s);
    newChat->setAccessibleName(tr("New chat"));
    newChat->setToolTip(tr("Begin another conversation (Ctrl+N)"));
    auto *importChats = new IconButton(u"import"_s, tr("Import chats"));
    importChats->setObjectName(u"importChats"_s);
    connect(newChat, &QPushButton::clicked, this, &ConversationSide::newRequested);
    connect(importChats, &IconButton::clicked, this, &ConversationSide::importRequested);
    auto *head = rowOf(nullptr, Spacing::XS, {{newChat, 1}, importChats});
    return head;
}

void ConversationSide::updateArchive()
{
    const int archived = m_list->archivedCount();
    if (archived == 0)
        m_archive->setChecked(false);
    m_archive->setVisible(archived > 0);
    //: %1 is how many chats are archived.
    const QString text = m_archive->isChecked()
                             ? tr("Back to the chats")
                             : tr("Archived chats (%1)").arg(formatCount(archived));
    m_archive->setText(text);
    m_archive->setAccessibleName(text);
}

} // namespace litedeck
