// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Profile.h"

#include <QStringList>

namespace litedeck {

class Settings;

/// The hosts that the user agreed to send a key to although others on the way can read it.
namespace HttpConsent {

/// The hosts of a profile that the key would travel to in plain text, agreed to or not.
QStringList hostsOf(const Profile &profile);
/// What the user has agreed to.
QStringList given(const Settings &settings);
void give(Settings &settings, const QStringList &hosts);

} // namespace HttpConsent

} // namespace litedeck
