// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"

#include <QUrl>

namespace litedeck {

/// The files in the data directory that belong to one connection; their names begin with its id.
namespace ConnectionFiles {

QString database(const QString &directory, const ProfileId &id);

/// Earlier versions named that database by the address as it was typed. Gives such a file its name
/// of now, unless there is one of that name already.
void takeOver(const QString &directory, const QUrl &typed, const TeamId &team);

/// Deletes the database with its logs, copies and what was set aside of it; false when something
/// could not be deleted. No store has it open.
bool remove(const QString &directory, const ProfileId &id);

} // namespace ConnectionFiles

} // namespace litedeck
