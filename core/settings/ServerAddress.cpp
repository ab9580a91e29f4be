// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/ServerAddress.h"

#include <QCryptographicHash>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace litedeck {

namespace {

int usualPort(const QString &scheme)
{
    if (scheme == "https"_L1)
        return 443;
    return scheme == "http"_L1 ? 80 : -1;
}

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

QUrl normalised(const QUrl &server)
{
    if (!server.isValid() || server.host().isEmpty())
        return server;
    QUrl bare;
    bare.setScheme(server.scheme()); // QUrl writes it and the host in lower case
    bare.setHost(server.host());
    if (server.port() != usualPort(bare.scheme()))
        bare.setPort(server.port());
    QString path = server.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    bare.setPath(path, QUrl::StrictMode);
    return bare;
}

QString addressText(const QUrl &server)
{
    return normalised(server).toString(QUrl::FullyEncoded);
}

QString placeOf(const QUrl &server, const TeamId &team)
{
    return addressText(server) + u' ' + team.value;
}

TeamId keyHolder(const QString &key)
{
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256);
    return {u"key-"_s + QString::fromLatin1(hash.toHex().left(16))};
}

ProfileId profileIdOf(const QString &address, const TeamId &team)
{
    const QByteArray text = (address + u'\n' + team.value).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    return {u"server-"_s + QString::fromLatin1(hash.toHex().left(16))};
}

ProfileId unsavedProfileId(const QUrl &server, const TeamId &team)
{
    return profileIdOf(addressText(server), team);
}

bool isReadOnTheWay(const QUrl &server)
{
    return server.scheme() == "http"_L1 && !server.host().isEmpty() &&
           !isThisMachine(server.host());
}

} // namespace litedeck
