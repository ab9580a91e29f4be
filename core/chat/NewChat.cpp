// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/NewChat.h"

#include "core/conversation/ConversationJson.h"
#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

constexpr auto SettingsMember = "settings"_L1;
constexpr auto DraftMember = "draft"_L1;

} // namespace

NewChat::NewChat(Settings &settings, const QUrl &server, const TeamId &team)
    : m_settings(settings)
    , m_place(placeOf(server, team))
    , m_chatSettings(defaults())
{}

ChatSettings NewChat::defaults() const
{
    return chatSettingsFromJson(kept().value(SettingsMember).toString());
}

void NewChat::setDefaults(const ChatSettings &settings)
{
    if (m_chatSettings == defaults())
        m_chatSettings = settings;
    keep(SettingsMember, chatSettingsToJson(settings));
}

QString NewChat::draft() const
{
    return kept().value(DraftMember).toString();
}

void NewChat::setDraft(const QString &draft)
{
    keep(DraftMember, draft);
}

void NewChat::renew()
{
    m_chatSettings = defaults();
    setDraft({});
}

QJsonObject NewChat::kept() const
{
    return m_settings.object(Keys::NewChats).value(m_place).toObject();
}

void NewChat::keep(const QString &member, const QJsonValue &value)
{
    QJsonObject here = kept();
    here.insert(member, value);
    m_settings.setMember(Keys::NewChats, m_place, here);
}

} // namespace litedeck
