// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/ServerKind.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace litedeck {

using ProfileId = StrongId<struct ProfileTag>; ///< Ours, a UUID; also the key in the keychain.

/// A connection: a team on a server, which stay the same for its life. Its virtual key is in a
/// SecretStore, never here. On a plain LiteLLM proxy the team is whose calls the key makes, see
/// Account::holder, and may be empty.
struct Profile
{
    ProfileId id;
    QString name; ///< What the user calls it.
    QUrl server;
    TeamId team;
    /// Tried after connection errors (row A10 of the error guide); may be empty.
    QUrl secondServer;
    ServerKind kind = ServerKind::SaasLiteLlm;
    QString teamName = {}; ///< What people call the team; empty where that is its id.

    /// The team as people know it; a proxy's own ids are for nobody to read.
    QString shownTeam() const
    {
        return teamName.isEmpty() && kind == ServerKind::SaasLiteLlm ? team.value : teamName;
    }

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// Which part of a profile a problem is in.
enum class ProfileField : quint8 { Name, Server, Team, SecondServer };

/// Why a profile cannot be used.
enum class ProfileProblem : quint8 {
    Empty,
    UrlInvalid,
    SchemeNotHttp, ///< Neither http nor https, or none.
    HostMissing,
    UserInfoPresent, ///< A name or password would be stored and logged in plain text.
    QueryPresent,    ///< A query or a fragment, which would end up in the middle of every URL.
    SameAsServer,    ///< A second server that is the first one is no second chance.
    LessSafe,        ///< Whoever can block the encrypted address would get the key from the other.
};

/// One problem of one field.
struct ProfileIssue
{
    ProfileField field = ProfileField::Name;
    ProfileProblem problem = ProfileProblem::Empty;

    friend bool operator==(const ProfileIssue &, const ProfileIssue &) = default;
};

/// What is wrong with an address; nothing when it is one of a server.
std::optional<ProfileProblem> addressProblem(const QUrl &server);

/// Everything that has to be mended before the profile can be used, at most one issue a field, in
/// the order of the fields.
QList<ProfileIssue> validate(const Profile &profile);

} // namespace litedeck
