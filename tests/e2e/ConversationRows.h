// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Deck.h"

#include "ui/chat/ConversationFilter.h"

#include <QListView>
#include <QPushButton>
#include <QTest>

// The list of conversations in the real window, as a user with a keyboard works with it.
namespace litedeck::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline QListView *listOf(Deck &deck)
{
    return deck.find<QListView>(u"conversations"_s);
}

inline QStringList titles(Deck &deck)
{
    QStringList all;
    for (int row = 0; row < listOf(deck)->model()->rowCount(); ++row)
        all += listOf(deck)->model()->index(row, 0).data().toString();
    return all;
}

/// Adds chats whose last message is so many days old.
inline void addAged(Deck &deck, const QList<int> &days)
{
    QList<Conversation> aged;
    for (const int age : days) {
        Conversation conversation;
        conversation.id = {u"aged-%1"_s.arg(age)};
        conversation.title = u"%1 days old"_s.arg(age);
        conversation.updatedAt = deck.clock.utcNow().addDays(-age);
        conversation.createdAt = conversation.updatedAt;
        aged += conversation;
    }
    ChatCatalogue &catalogue = deck.workspace->catalogue();
    catalogue.add(aged);
    for (const Conversation &conversation : aged)
        QTRY_COMPARE(catalogue.titleOf(conversation.id), conversation.title);
}

/// What stands above each row of the list.
inline QStringList headings(Deck &deck)
{
    QStringList all;
    for (int row = 0; row < listOf(deck)->model()->rowCount(); ++row)
        all +=
            listOf(deck)->model()->index(row, 0).data(ConversationFilter::HeadingRole).toString();
    return all;
}

/// Puts the keyboard on a row of the list.
inline void focusRow(Deck &deck, int row)
{
    listOf(deck)->setFocus();
    listOf(deck)->setCurrentIndex(listOf(deck)->model()->index(row, 0));
}

inline void press(Deck &deck, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(listOf(deck), key, modifiers);
}

inline QString accessibleText(Deck &deck, int row)
{
    return listOf(deck)->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
}

/// The window has to be the active one for keys of the list to work.
inline bool activate(Deck &deck)
{
    deck.window().activateWindow();
    return QTest::qWaitForWindowActive(&deck.window());
}

} // namespace litedeck::test
