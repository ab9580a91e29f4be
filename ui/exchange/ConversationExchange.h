// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QObject>

class QWidget;

namespace litedeck {

class ChatCatalogue;
class Clock;
class Redactor;
struct ImportedConversations;

/// Lets the user take conversations out to a file, or in from one, without the window waiting.
class ConversationExchange : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationExchange)

public:
    /// All outlive the exchange; dialogs belong to `window`.
    ConversationExchange(ChatCatalogue &catalogue, const Redactor &redactor, Clock &clock,
                         QWidget *window);

    /// Asks for a file and writes the conversation there.
    void exportConversation(const ConversationId &id);
    /// Asks for a file and adds its conversations to the catalogue.
    void importConversations();
    /// Adds the conversations of a file to the catalogue.
    void importFrom(const QString &path);

signals:
    /// What to tell the user after an import that worked.
    void imported(const QString &text);
    /// What to tell the user after an export for others: how many secrets are not in it.
    void exported(const QString &text);

private:
    void add(ImportedConversations imported);

    ChatCatalogue &m_catalogue;
    const Redactor &m_redactor;
    Clock &m_clock;
    QWidget *m_window;
};

} // namespace litedeck
