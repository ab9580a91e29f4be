// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/HttpConsent.h"

#include "core/settings/ServerAddress.h"
#include "core/settings/Settings.h"

namespace litedeck {

QStringList HttpConsent::hostsOf(const Profile &profile)
{
    QStringList hosts;
    for (const QUrl &server : {profile.server, profile.secondServer}) {
        const QString host = server.host(QUrl::FullyEncoded);
        if (isReadOnTheWay(server) && !hosts.contains(host))
            hosts += host;
    }
    return hosts;
}

QStringList HttpConsent::given(const Settings &settings)
{
    return settings.get(Keys::HttpHosts).split(u' ', Qt::SkipEmptyParts);
}

void HttpConsent::give(Settings &settings, const QStringList &hosts)
{
    QStringList all = given(settings) + hosts;
    all.removeDuplicates();
    settings.set(Keys::HttpHosts, all.join(u' '));
}

} // namespace litedeck
