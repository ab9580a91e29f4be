// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/transcript/Entry.h"
#include "ui/chat/transcript/EntryAction.h"

#include <QCoreApplication>
#include <QList>
#include <QRect>
#include <QString>

namespace litedeck {

/// What surrounds the text of an entry: the name above, notice, cost and actions below.
class EntryChrome
{
    Q_DECLARE_TR_FUNCTIONS(litedeck::EntryChrome)

public:
    struct Button
    {
        EntryAction action;
        QString text;
        QRect rect; ///< Relative to the tail (of an assistant) or the head (of a user).
    };

    static QString name(const Entry &entry);
    /// What a screen reader says: the role and the whole text.
    static QString accessibleName(const Entry &entry);
    /// Stands above what the model thought.
    static QString thoughtLabel(const Entry &entry);
    static QString actionText(const EntryAction &action);
    /// What stands on the action's button, which may be shorter.
    static QString buttonText(const Entry &entry, const EntryAction &action);
    /// Stands on a copy button for a moment.
    static QString copiedText();
    static QList<EntryAction> actions(const Entry &entry);

    static int headHeight(const Entry &entry);
    static int tailHeight(const Entry &entry);

    /// The actions with their places; those of a user's message stand in its head, and thoughts
    /// are folded by the row above them.
    static QList<Button> buttons(const Entry &entry);
    static QRect labelRect(const Entry &entry);
    static QRect waitingRect(const Entry &entry);
    static QRect noticeRect(const Entry &entry);
    static QRect costRect(const Entry &entry);
    /// The cost line as it is drawn: where it is too long, it breaks between its parts.
    static QString costLine(const Entry &entry);

    /// Space above an entry; a user's message starts a new exchange.
    static int topMargin(const Entry &entry);
    /// Space inside a user's band at its sides and below.
    static int sidePadding(const Entry &entry);
};

} // namespace litedeck
