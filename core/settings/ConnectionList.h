// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"

#include <optional>

namespace litedeck {

class Settings;

/// The saved connections in the settings, and which of them is used.
///
/// A connection stays with the server and the team that it was made for, since its id names what
/// belongs to it: database, queue, key and drafts.
class ConnectionList
{
public:
    /// `settings` outlive the list.
    explicit ConnectionList(Settings &settings);

    std::optional<Profile> find(const ProfileId &id) const;
    /// All that the user calls so.
    QList<Profile> named(const QString &name) const;
    /// The one to that team on that server, however its address is written; without a team the only
    /// one there.
    std::optional<Profile> at(const QUrl &server, const TeamId &team) const;
    /// The one that was used last; none when it is gone.
    std::optional<Profile> current() const;
    void setCurrent(const ProfileId &id);

    /// Adds a connection, or changes name and second address of the one with its id. Returns what
    /// is kept: a new one to a team whose connection was removed gets that one's id, and so finds
    /// its chats again. Nothing, and nothing is kept, when it would lead a connection elsewhere.
    std::optional<Profile> keep(Profile profile);
    /// `keepsData`: its files and what the settings keep of it stay, for when it is made again.
    void remove(const ProfileId &id, bool keepsData);

private:
    Settings &m_settings;
};

} // namespace litedeck
