// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation/Conversation.h"

#include <QUrl>

namespace litedeck {

class Settings;

/// The chat that is not begun: what is written for it, and what it will be asked with.
///
/// The draft and the settings that new chats begin with are kept for each team of a server; what
/// was set for this one chat lasts until it is begun, or until the program ends.
class NewChat
{
    Q_DISABLE_COPY_MOVE(NewChat)

public:
    /// `settings` outlives the chat.
    NewChat(Settings &settings, const QUrl &server, const TeamId &team);

    /// What tells this chat from those of other servers and teams.
    const QString &place() const { return m_place; }
    const ChatSettings &settings() const { return m_chatSettings; }
    void setSettings(const ChatSettings &settings) { m_chatSettings = settings; }
    /// What new chats begin with.
    ChatSettings defaults() const;
    /// Also taken by this chat, unless something was set for it.
    void setDefaults(const ChatSettings &settings);

    QString draft() const;
    void setDraft(const QString &draft);

    /// The chat was begun: another one takes its place, without a draft.
    void renew();

private:
    QJsonObject kept() const;
    void keep(const QString &member, const QJsonValue &value);

    Settings &m_settings;
    const QString m_place; ///< The server and the team.
    ChatSettings m_chatSettings;
};

} // namespace litedeck
