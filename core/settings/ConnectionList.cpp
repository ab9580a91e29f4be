// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/ConnectionList.h"

#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"

#include <QJsonObject>

#include <algorithm>

namespace litedeck {

ConnectionList::ConnectionList(Settings &settings)
    : m_settings(settings)
{}

std::optional<Profile> ConnectionList::find(const ProfileId &id) const
{
    for (const Profile &profile : m_settings.profiles()) {
        if (profile.id == id)
            return profile;
    }
    return std::nullopt;
}

QList<Profile> ConnectionList::named(const QString &name) const
{
    QList<Profile> found = m_settings.profiles();
    found.removeIf([&name](const Profile &profile) { return profile.name != name; });
    return found;
}

std::optional<Profile> ConnectionList::at(const QUrl &server, const TeamId &team) const
{
    QList<Profile> found = m_settings.profiles();
    found.removeIf([&](const Profile &profile) {
        return normalised(profile.server) != normalised(server) ||
               (!team.isEmpty() && profile.team != team);
    });
    const bool isOne = found.size() == 1 || (!team.isEmpty() && !found.isEmpty());
    return isOne ? std::optional(found.constFirst()) : std::nullopt;
}

std::optional<Profile> ConnectionList::current() const
{
    return find({m_settings.get(Keys::CurrentProfile)});
}

void ConnectionList::setCurrent(const ProfileId &id)
{
    m_settings.set(Keys::CurrentProfile, id.value);
}

std::optional<Profile> ConnectionList::keep(Profile profile)
{
    QList<Profile> all = m_settings.profiles();
    const auto same = [&profile](const Profile &known) { return known.id == profile.id; };
    if (const auto known = std::find_if(all.begin(), all.end(), same); known != all.end()) {
        if (placeOf(known->server, known->team) != placeOf(profile.server, profile.team))
            return std::nullopt;
        *known = profile;
        m_settings.setProfiles(all);
        return profile;
    }
    QJsonObject removed = m_settings.object(Keys::RemovedConnections);
    const QString place = placeOf(profile.server, profile.team);
    if (const ProfileId earlier{removed.take(place).toString()}; !earlier.isEmpty()) {
        profile.id = earlier;
        m_settings.setObject(Keys::RemovedConnections, removed);
    }
    m_settings.setProfiles(all += profile);
    return profile;
}

void ConnectionList::remove(const ProfileId &id, bool keepsData)
{
    const auto gone = find(id);
    if (!gone)
        return;
    QList<Profile> others = m_settings.profiles();
    others.removeIf([&id](const Profile &profile) { return profile.id == id; });
    m_settings.setProfiles(others);
    const QString place = placeOf(gone->server, gone->team);
    if (keepsData) {
        m_settings.setMember(Keys::RemovedConnections, place, id.value);
        return;
    }
    for (const auto &key : {Keys::NewChats, Keys::TeamGlances, Keys::AlertsTold}) {
        QJsonObject all = m_settings.object(key);
        all.remove(place);
        m_settings.setObject(key, all);
    }
}

} // namespace litedeck
