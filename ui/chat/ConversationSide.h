// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/store/TurnSearch.h"

#include <QWidget>

class QPushButton;

namespace litedeck {

class ChatCatalogue;
class ConversationList;
class ConversationSearch;

/// The side of the chat page: the list of conversations, the search in them, and how to begin or
/// import one.
class ConversationSide : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationSide)

public:
    /// Both outlive the side.
    ConversationSide(ChatCatalogue &catalogue, Clock &clock, QWidget *parent = nullptr);

    ConversationList *list() const { return m_list; }

signals:
    void newRequested();
    void importRequested();
    void hitChosen(const litedeck::SearchHit &hit);

private:
    QLayout *buildHead();
    void updateArchive();

    ConversationSearch *m_search;
    ConversationList *m_list;
    QPushButton *m_archive; ///< Shows the archived conversations instead of the others.
};

} // namespace litedeck
