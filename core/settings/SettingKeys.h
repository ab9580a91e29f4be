// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

namespace litedeck {

/// One setting: its name in the file, its type and what holds when it is not set.
template <typename T>
struct SettingKey
{
    QLatin1StringView name;
    T fallback;
};

/// A whole number that is held between two limits, whatever the file says.
struct NumberKey
{
    QLatin1StringView name;
    int fallback = 0;
    int minimum = 0;
    int maximum = 0;
};

/// All settings but the profiles, which Settings keeps as a list.
namespace Keys {

using namespace Qt::StringLiterals;

/// "system", "light" or "dark".
inline const SettingKey<QString> ColorScheme{"appearance/color_scheme"_L1, u"system"_s};
inline const SettingKey<QByteArray> WindowGeometry{"window/geometry"_L1, {}};
inline const SettingKey<QByteArray> WindowState{"window/state"_L1, {}};
/// The name of the page that was shown last; see pageName().
inline const SettingKey<QString> LastPage{"window/last_page"_L1, {}};
/// The id of the profile that was used last.
inline const SettingKey<QString> CurrentProfile{"profile/current"_L1, {}};
/// Ids of removed profiles whose data was kept, by place, as a JSON object; see ConnectionList.
inline const SettingKey<QByteArray> RemovedConnections{"profile/removed"_L1, {}};
/// Hosts that may have a key without encryption, with spaces between them; see HttpConsent.
inline const SettingKey<QString> HttpHosts{"servers/http_hosts"_L1, {}};
/// A model alias; empty for the first one that the team may use.
inline const SettingKey<QString> DefaultModel{"chat/default_model"_L1, {}};
/// Whether Enter sends and Shift+Enter breaks the line, or Ctrl+Enter sends.
inline const SettingKey<bool> SendOnEnter{"chat/send_on_enter"_L1, true};
/// The columns of the jobs table, by name and joined by commas; empty for the usual ones.
inline const SettingKey<QString> JobColumns{"jobs/columns"_L1, {}};
/// The same where the records are requests.
inline const SettingKey<QString> RequestColumns{"requests/columns"_L1, {}};
/// What new chats begin with on each server, as a JSON object; see NewChat.
inline const SettingKey<QByteArray> NewChats{"chat/new_chats"_L1, {}};
/// The texts of the prompt library, as a JSON array; see PromptLibrary.
inline const SettingKey<QByteArray> Prompts{"chat/prompts"_L1, {}};
/// Servers whose streams fail, with the date of it, as a JSON object; see EndpointMemory.
inline const SettingKey<QByteArray> StreamsFailed{"servers/streams_failed"_L1, {}};
/// Whole credits; 0 for no alert.
inline constexpr NumberKey AlertCredits{"alerts/credits"_L1, 0, 0, 1'000'000'000};
/// Days of the runway; 0 for no alert.
inline constexpr NumberKey AlertDays{"alerts/days"_L1, 0, 0, 365};
/// Per cent of the day's jobs; 0 for no alert.
inline constexpr NumberKey AlertFailures{"alerts/failure_percent"_L1, 0, 0, 100};
/// Per cent used of a budget in money; 0 for no alert.
inline constexpr NumberKey AlertBudget{"alerts/budget_percent"_L1, 80, 0, 100};
inline const SettingKey<bool> AlertStatus{"alerts/status"_L1, true};
/// Whether alerts are also shown on the desktop.
inline const SettingKey<bool> AlertOnDesktop{"alerts/on_desktop"_L1, true};
/// What was told already, by team of a server, as a JSON object; see TeamAlerts.
inline const SettingKey<QByteArray> AlertsTold{"alerts/told"_L1, {}};
/// What was last known of each team, as a JSON object; see TeamGlances.
inline const SettingKey<QByteArray> TeamGlances{"teams/last_known"_L1, {}};
/// Days whose copies of the conversations are kept; 0 for no copies.
inline constexpr NumberKey Backups{"chats/backups"_L1, 7, 0, 365};
/// Further attempts after the first.
inline constexpr NumberKey MaxRetries{"retry/max_retries"_L1, 3, 0, 10};
/// Seconds of silence until anything of a reply is there, and between two pieces of it; 0 for as
/// long as it takes. See CallPatience.
inline constexpr NumberKey WholeReplySeconds{"waiting/whole_reply_seconds"_L1, 600, 0, 86'400};
inline constexpr NumberKey StreamSilenceSeconds{"waiting/stream_silence_seconds"_L1, 125, 0,
                                                86'400};

} // namespace Keys

} // namespace litedeck
