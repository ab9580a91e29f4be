// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/Profile.h"

#include "core/settings/ServerAddress.h"

namespace litedeck {

using namespace Qt::StringLiterals;

std::optional<ProfileProblem> addressProblem(const QUrl &server)
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

namespace {

std::optional<ProfileProblem> problemOfSecond(const Profile &profile)
{
    if (profile.secondServer.isEmpty())
        return std::nullopt;
    if (const auto problem = addressProblem(profile.secondServer))
        return problem;
    if (normalised(profile.secondServer) == normalised(profile.server))
        return ProfileProblem::SameAsServer;
    if (profile.server.scheme() == "https"_L1 && profile.secondServer.scheme() != "https"_L1)
        return ProfileProblem::LessSafe;
    return std::nullopt;
}

} // namespace

QList<ProfileIssue> validate(const Profile &profile)
{
    QList<ProfileIssue> issues;
    if (profile.name.trimmed().isEmpty())
        issues.append({ProfileField::Name, ProfileProblem::Empty});
    if (const auto problem = addressProblem(profile.server))
        issues.append({ProfileField::Server, *problem});
    if (profile.kind == ServerKind::SaasLiteLlm && profile.team.value.trimmed().isEmpty())
        issues.append({ProfileField::Team, ProfileProblem::Empty});
    if (const auto problem = problemOfSecond(profile))
        issues.append({ProfileField::SecondServer, *problem});
    return issues;
}

} // namespace litedeck
