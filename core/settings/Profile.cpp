// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/Profile.h"

#include <optional>

namespace litedeck {

using namespace Qt::StringLiterals;

namespace {

std::optional<ProfileProblem> problemOf(const QUrl &server)
{
    if (server.isEmpty())
        return ProfileProblem::Empty;
    if (!server.isValid())
        return ProfileProblem::UrlInvalid;
    if (server.scheme() != "http"_L1 && server.scheme() != "https"_L1)
        return ProfileProblem::SchemeNotHttp;
    if (server.host().isEmpty())
        return ProfileProblem::HostMissing;
    if (!server.userInfo().isEmpty())
        return ProfileProblem::UserInfoPresent;
    if (server.hasQuery() || server.hasFragment())
        return ProfileProblem::QueryPresent;
    return std::nullopt;
}

/// Without slashes at its end, of which QUrl keeps the first.
QUrl bare(QUrl server)
{
    QString path = server.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    server.setPath(path, QUrl::StrictMode);
    return server;
}

std::optional<ProfileProblem> problemOfSecond(const Profile &profile)
{
    if (profile.secondServer.isEmpty())
        return std::nullopt;
    if (bare(profile.secondServer) == bare(profile.server))
        return ProfileProblem::SameAsServer;
    return problemOf(profile.secondServer);
}

} // namespace

QList<ProfileIssue> validate(const Profile &profile)
{
    QList<ProfileIssue> issues;
    if (profile.name.trimmed().isEmpty())
        issues.append({ProfileField::Name, ProfileProblem::Empty});
    if (const auto problem = problemOf(profile.server))
        issues.append({ProfileField::Server, *problem});
    if (profile.team.value.trimmed().isEmpty())
        issues.append({ProfileField::Team, ProfileProblem::Empty});
    if (const auto problem = problemOfSecond(profile))
        issues.append({ProfileField::SecondServer, *problem});
    return issues;
}

} // namespace litedeck
