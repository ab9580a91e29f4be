// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"

namespace litedeck {

/// The address that tells one server from another: without what does not matter to where it leads,
/// which is upper case in scheme and host, the port that the scheme has anyway, slashes at the end,
/// user, query and fragment. What is no address stays as it is.
QUrl normalised(const QUrl &server);

/// normalised() in ASCII, for the names of files and settings.
QString addressText(const QUrl &server);

/// What the settings keep the things of one team on one server by.
QString placeOf(const QUrl &server, const TeamId &team);

/// Whose calls a key makes of which nobody knows the owner: its own. The key cannot be told from
/// it.
TeamId keyHolder(const QString &key);

/// The id of a connection that nobody has saved: the same server and team find their conversations
/// again.
ProfileId unsavedProfileId(const QUrl &server, const TeamId &team);
/// The same for an address as it stands.
ProfileId profileIdOf(const QString &address, const TeamId &team);

/// Whether what is sent there can be read on the way: http to anything but this machine.
bool isReadOnTheWay(const QUrl &server);

} // namespace litedeck
